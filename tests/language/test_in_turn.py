"""A text with an item for each target, one of which answers in words."""

from __future__ import annotations

import pytest

from toolkit.language.in_turn import told_in_its_turn
from toolkit.language.progress import cut
from toolkit.language.target import read_targets

TARGETS = "河道整治6公里,雨水泵站2座,公厕改造5座"
ITEMS = [
    ("in words", "河道整治4公里;海湾泵站通水;公厕改造2座。", True),
    ("with a number", "河道整治4公里;泵站1座通水;公厕改造2座。", False),
    ("on paper", "河道整治4公里;泵站设计方案已定;公厕改造2座。", False),
    ("with effort alone", "河道整治4公里;加快泵站施工;公厕改造2座。", False),
    ("of something else", "河道整治4公里;道路通车;公厕改造2座。", False),
    ("fewer items than targets", "河道整治4公里;海湾泵站通水。", False),
    ("one item", "海湾泵站通水。", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in ITEMS], ids=[row[0] for row in ITEMS])
def test_the_second_of_three(text: str, *, told: bool) -> None:
    assert told_in_its_turn(cut(text), read_targets(TARGETS), 1) is told
