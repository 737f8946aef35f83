"""A progress cell that is little more than a number: tables leave the unit to the target's own column."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.reading import read_row

# target, progress, base value of the figure, its base unit
NUMBERS = [
    ("新增4000张养老床位", "4385", "4385", "张"),
    ("新增4000张养老床位", "4,385", "4385", "张"),
    ("新增4000张养老床位", "4385。", "4385", "张"),
    ("城镇新增就业5.2万人", "7.23", "72300", "人"),
    ("新增养老床位1.2万张", "13500", "13500", "张"),
    ("就业率78%", "96.8", "96.8", "%"),
    ("地区生产总值增长7%", "6.5", "6.5", "%"),
    ("人均期望寿命≥80岁", "83.16（市级测算）", "83.16", "岁"),
    ("促进大学生创业260人", "已完成162（达到时间进度）", "162", "人"),
    ("促进大学生创业260人", "累计162，达到时间进度", "162", "人"),
]

# target, progress: the number is no answer in the target's unit
NOT_ALONE = [
    ("新建公园3个", "2017年12月建成"),
    ("新建公园3个", "附件1"),
    ("新建公园3个", "第2"),
    ("新建公园3个,栽植树木200棵", "150"),
    ("过早死亡率比2015年降低10个百分点", "8.83"),
]

# target, progress, the target that the percentage says the completion of
SHARES = [
    ("建设四好农村路55公里", "95%", 0),
    ("建设四好农村路55公里", "57%（土建进度滞后）", 0),
    ("建成中小学3所,新增学位3800位", "95%", None),
]


@pytest.mark.parametrize(("target", "progress", "value", "unit"), NUMBERS)
def test_number_in_the_targets_unit(target: str, progress: str, value: str, unit: str) -> None:
    (figure,) = read_row("", target, progress, None).figures
    assert (figure.quantity.base_value, figure.quantity.base_unit) == (Decimal(value), unit)
    assert (figure.role, figure.target) == ("result", 0)
    start, end = figure.quantity.start, figure.quantity.end
    assert progress[start:end] == figure.quantity.text


@pytest.mark.parametrize(("target", "progress"), NOT_ALONE)
def test_no_answer(target: str, progress: str) -> None:
    reading = read_row("", target, progress, None)
    assert all(figure.target is None for figure in reading.figures)


@pytest.mark.parametrize(("target", "progress", "answered"), SHARES)
def test_share_of_what_is_done(target: str, progress: str, answered: int | None) -> None:
    reading = read_row("", target, progress, None)
    (share,) = reading.percentages
    assert share.completion
    assert share.target == answered
    assert reading.figures == ()


def test_rate_alone_is_the_rate() -> None:
    reading = read_row("", "就业率78%", "96.8%", None)
    assert [figure.target for figure in reading.figures] == [0]
    assert not reading.percentages[0].completion


def test_no_unit_on_either_side() -> None:
    reading = read_row("城镇新增就业", "26000", "19456", None)
    assert [figure.target for figure in reading.figures] == [0]


def test_level_of_what_was_to_fall_leaves_the_target_open() -> None:
    assert read_row("", "过早死亡率比2015年降低10个百分点", "8.83", None).undecided == {0}
