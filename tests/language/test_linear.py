"""A cell holds at most 32,767 characters; reading one takes time in proportion to them."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from time import process_time

import pytest

from toolkit.language.period import read_periods
from toolkit.language.quantity import read_quantities
from toolkit.language.reading import read_row
from toolkit.language.target import read_targets

pytestmark = pytest.mark.slow

CELL = 32_767
SHARE = 16
# Up to SLACK times the proportion is noise; a quadratic reading takes SHARE times the proportion.
SLACK = 3
QUICK = 0.05

PATTERNS = [
    "1",
    "12,345",
    "1.",
    "1-",
    "(",
    ")",
    "（）",
    "一",
    "一百",
    "零",
    "、",
    ",",
    "%",
    "1%",
    "万",
    "亿",
    "其中",
    "其中1个",
    "百分之",
    "三分之",
    " ",
    "1 ",
    "近",
    "余",
    "无",
    "“",
    "。",
    "\n",
    "年",
    "1月",
    "1-5月",
    "第",
    "完成",
    "达到1",
    "增长1%",
    "DB11/",
    "累计建成900个,",
    "共3个,",
    "完成造林2.6万亩,",
    "均覆盖3个,无遗漏,",
    "通水。",
    "A1",
    "完成226条,3172户,其中(1)一是12.5%、",
    "由1%提高到2%",
    "元/",
    "平方",
    "全部完成",
    "进展顺利",
    "预计8月开工,",
    "项目未开工",
    "进一步加强检查。",
    "东街、西街、3个",
    "1.\n",
    "不存在问题",
]


def seconds(read: Callable[[str], object], text: str, enough: float = 0) -> float:
    """The least processor time of three readings, or of fewer where one took no more than ``enough``."""
    least = inf
    for _ in range(3):
        before = process_time()
        read(text)
        least = min(least, process_time() - before)
        if least <= enough:
            break
    return least


def repeated(pattern: str, length: int) -> str:
    return (pattern * (length // len(pattern) + 1))[:length]


def read_as_row(text: str) -> object:
    return read_row("棚户区改造", "棚户区改造5000户，不发生事故", text, None)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize(
    "read", [read_quantities, read_periods, read_targets, read_as_row], ids=lambda f: f.__name__
)
def test_time_is_linear_in_length(read: Callable[[str], object], pattern: str) -> None:
    part = seconds(read, repeated(pattern, CELL // SHARE))
    allowed = max(QUICK, part * SHARE * SLACK)
    whole = seconds(read, repeated(pattern, CELL), enough=allowed)
    assert whole <= allowed, f"{whole:.3f} s against {part:.3f} s for a sixteenth"


@pytest.mark.parametrize("length", [1_000, 32_767])
def test_mixed_text_is_read_quickly(length: int) -> None:
    text = repeated("1.完成棚改2857户,占57.1%;(其中一二三)、12,345万元/平方公里、近百余户，1-5月份。", length)
    assert seconds(read_quantities, text) < 2
