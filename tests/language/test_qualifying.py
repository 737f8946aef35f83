"""What a number and a target say of the class of things they count, and brackets that hold parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toolkit.language.progress import cut
from toolkit.language.qualifying import by_level, by_threshold, is_of_all
from toolkit.language.target import read_targets

CLASSES = [
    ("the level asked", by_level, "市级示范区", "创建市级示范区", 3.0),
    ("another level", by_level, "市级示范区", "创建省级示范区", -2.0),
    ("no level told", by_level, "示范区", "创建省级示范区", 0.0),
    ("the amount asked", by_threshold, "其中5亿元以上项目", "引进5亿元以上项目", 6.0),
    ("a lesser amount", by_threshold, "签约亿元以上项目", "引进5亿元以上项目", -3.0),
    ("no amount told", by_threshold, "签约项目", "引进5亿元以上项目", 0.0),
]  # fmt: skip
OF_ALL = [
    ("of everyone", "每千人口床位6.8张", "全县床位2863张", True),
    ("for each thousand", "每千人口床位6.8张", "每千人床位6.5张", False),
    ("nearly as many", "每千人口床位6.8张", "床位7.1张", False),
    ("nobody asked for each", "新增床位300张", "新增床位28630张", False),
]  # fmt: skip
BRACKETS = [
    ("with commas", "新增213人(按比例就业126人,灵活就业87人)。", [False, True, True]),
    ("with a list", "新建9所(小学4所、初中5所)。", [False, True, True]),
    ("of another unit", "改造26个小区(10632户)。", [False, False]),
    ("behind the bracket", "新增213人(按比例就业126人,灵活就业87人),培训56人。", [False, True, True, False]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("judge", "told", "asked", "points"), [row[1:] for row in CLASSES], ids=[row[0] for row in CLASSES]
)
def test_points_for_the_class(
    judge: Callable[[str, str], float], told: str, asked: str, points: float
) -> None:
    assert judge(told, asked) == points


@pytest.mark.parametrize(
    ("target", "text", "of_all"), [row[1:] for row in OF_ALL], ids=[row[0] for row in OF_ALL]
)
def test_a_number_of_everyone(target: str, text: str, *, of_all: bool) -> None:
    assert is_of_all(cut(text).mentions[0], read_targets(target)[0]) is of_all


@pytest.mark.parametrize(("text", "parts"), [row[1:] for row in BRACKETS], ids=[row[0] for row in BRACKETS])
def test_parts_in_brackets(text: str, parts: list[bool]) -> None:
    assert [mention.part for mention in cut(text).mentions] == parts
