"""Where the fuzzer starts: a few small inputs of each target, written anew from the tests' own books.

    python -m tests.fuzz.seeds

writes them into ``corpus``; a test holds that the files there are these.
"""

# ruff: noqa: E501

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.hostile import books
from tests.hostile.archives import STORED, archive, items

CORPUS = Path(__file__).with_name("corpus")


def seeds() -> dict[str, bytes]:
    """The content of each seed by its path below the corpus."""
    stored = archive(replace(item, method=STORED) for item in items(books.parts()))
    texts = {
        "level": "金融街地均产出率达到2139.4亿元/平方公里",
        "growth": "同比增长6.5%左右，不低于全市平均水平",
        "limit": "细颗粒物年均浓度控制在60微克/立方米以内",
        "progress": "上半年完成7737起，完成率69.1%（7737/11187），其中拆除违建102.5万平方米",
        "zero": "不发生重大安全事故，力争10月底前完工",
        "numerals": "一千二百三十四点五、百分之五十、１２３万余人、2－3个",
    }
    return {
        "package/honest.xlsx": books.book(),
        "package/stored.xlsx": stored,
        "package/formulas.xlsx": books.book(
            '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f></c></row>'
        ),
        "sheet/honest.xml": books.sheet(),
        "sheet/merged.xml": books.sheet(after='<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'),
        "sheet/hidden.xml": books.sheet(before='<cols><col min="2" max="3" hidden="1"/></cols>'),
        "sheet/formula.xml": books.sheet(
            '<row r="1" hidden="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1&amp;"x"</f><v>1</v></c></row>'
            '<row r="2"><c r="A2"><f t="shared" si="0"/></c><c r="B2" t="e"><v>#N/A</v></c></row>'
        ),
        **{f"language/{name}.txt": text.encode() for name, text in texts.items()},
    }


def write() -> None:
    """Write all seeds."""
    for name, content in seeds().items():
        path = CORPUS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    write()
