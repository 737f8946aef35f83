"""Phrases in red: the text stays character for character, and the red part is the phrase and nothing else."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.patch.changes import parse
from toolkit.ooxml.patch.colours import RED
from toolkit.ooxml.patch.runs import reddened, runs_of, without_red
from toolkit.ooxml.patch.words import storable
from toolkit.ooxml.strings import joined_text, unescape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
METER = Meter(Limits(seconds=3_600))
_LOOKS = '<b/><sz val="12"/><color rgb="FF0070C0"/><name val="宋体"/>'
FONT = parse("font", f'<font xmlns="{MAIN}">{_LOOKS}</font>'.encode())


def item(content: str) -> etree._Element:
    return parse("si", f'<si xmlns="{MAIN}">{content}</si>'.encode())


def red_parts(written: etree._Element) -> list[str]:
    red = [run for run in written.iterchildren("{*}r") if run.findall(f"{{*}}rPr/{{*}}color[@rgb='{RED}']")]
    return [unescape("".join(text.text or "" for text in run.iterchildren("{*}t")), METER) for run in red]


CASES = {
    "a plain text": ("<t>完成8万平方米</t>", [(2, 8)], ["8万平方米"]),
    "two phrases": ("<t>完成8件、9件</t>", [(2, 4), (5, 7)], ["8件", "9件"]),
    "phrases that overlap": ("<t>完成8万平方米</t>", [(2, 4), (3, 8)], ["8万平方米"]),
    "the beginning": ("<t>8件完成</t>", [(0, 2)], ["8件"]),
    "across runs": ("<r><t>完成8</t></r><r><rPr><b/></rPr><t>万平方米</t></r>", [(2, 8)], ["8", "万平方米"]),
    "behind a group": ("<t>_x000D_\n完成8件</t>", [(4, 6)], ["8件"]),
    "behind a pair of groups": ("<t>_xD83D__xDE00_完成8件</t>", [(3, 5)], ["8件"]),
    "behind a character outside of the plane": ("<t>😀完成8件</t>", [(3, 5)], ["8件"]),
    "an escaped underscore": ("<t>_x005F_x0041_完成8件</t>", [(9, 11)], ["8件"]),
    "blanks": ('<t xml:space="preserve">  完成 8 件 </t>', [(4, 8)], [" 8 件"]),
    "beside a reading": ("<t>上半年8件</t><rPh sb='0' eb='3'><t>かみ</t></rPh>", [(3, 5)], ["8件"]),
    "past the end": ("<t>完成8件</t>", [(9, 12)], []),
}


@pytest.mark.parametrize(("content", "spans", "red"), CASES.values(), ids=CASES)
def test_a_phrase_is_set_in_red(content: str, spans: list[tuple[int, int]], red: list[str]) -> None:
    before = item(content)
    written = reddened(before, spans, FONT)

    if not red:
        assert written is None
        return
    assert written is not None
    after = parse("is", written)
    assert red_parts(after) == red
    assert joined_text(after, METER) == joined_text(before, METER)
    assert len(after.findall("{*}rPh")) == len(before.findall("{*}rPh"))


def test_runs_that_follow_the_cell_are_written_in_its_font() -> None:
    written = reddened(item("<t>完成8件。</t>"), [(2, 4)], FONT)
    assert written is not None

    first, red, last = parse("is", written)

    assert first.find("{*}rPr") is None
    assert [child.tag.rpartition("}")[2] for child in red[0]] == ["b", "sz", "color", "rFont"]
    assert [child.get("rgb") for child in (*red.iterfind("*/{*}color"), *last.iterfind("*/{*}color"))] == [
        RED,
        "FF0070C0",
    ]


characters = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("_x0D\n\t\r😀8万")))


@given(text=characters, bounds=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_any_text_keeps_its_characters(text: str, bounds: tuple[int, int]) -> None:
    start, end = min(bounds), max(bounds)
    before = item(f'<t xml:space="preserve">{escape(storable(text))}</t>')
    written = reddened(before, [(start, end)], FONT)
    if not text[start:end]:
        assert written is None
        return
    assert written is not None

    after = parse("is", written)

    assert joined_text(after, METER) == text
    assert "".join(red_parts(after)) == text[start:end]
    assert without_red(after)
    assert red_parts(after) == []
    assert joined_text(after, METER) == text


def test_red_taken_out_leaves_one_text() -> None:
    written = reddened(item("<t>完成8件。</t>"), [(2, 4)], FONT)
    assert written is not None
    after = parse("is", written)

    assert without_red(after)

    assert [run.text for run in runs_of(after)] == ["完成8件。"]
    assert after[0].tag == f"{{{MAIN}}}t"
