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
    ("统计数据质量差错率≤0.5%", "差错率0", "0", "%"),
    ("抽检合格率98%以上", "1843/1860", "99.09", "%"),
    ("治理水土流失40平方公里", "26k㎡", "26", "k㎡"),
    ("新增养老床位1.2万张", "13500", "13500", "张"),
    ("审批时限压缩至2天", "2天半", "2.5", "天"),
    ("审批时限压缩至2小时", "1小时42分", "102", "分钟"),
    ("就业率78%", "96.8", "96.8", "%"),
    ("地区生产总值增长7%", "6.5", "6.5", "%"),
    ("人均期望寿命≥80岁", "83.16（市级测算）", "83.16", "岁"),
    ("促进大学生创业260人", "已完成162（达到时间进度）", "162", "人"),
    ("促进大学生创业260人", "累计162，达到时间进度", "162", "人"),
    ("基本医保参保58万人", "已参保583600", "583600", "人"),
    ("税收收入26亿元", "13.82（53.2%）", "1382000000", "元"),
    ("新增规上工业企业45家", "目标45，完成47", "47", "家"),
    ("新增规上工业企业45家", "47/45", "47", "家"),
    ("为320户残疾人家庭实施无障碍改造", "完成287/320", "287", "户"),
    ("企业开办时间压缩到1个工作日", "1个工作日内办结", "1", "个工作日"),
]

# target, progress, base value and unit of the figure that says the whole name of its target
NAMED = [
    (
        "PM2.5≤38微克/立方米，优良天数≥260天",
        "PM2.5：36；优良天数：271",
        [("36", "微克/立方米"), ("271", "天")],
    ),
    (
        "改造台区180个，户均配变容量2.5千伏安",
        "改造台区106个；户均配变容量2.46。",
        [("106", "个"), ("2.46", "千伏安")],
    ),
    ("签约项目60个，开工40个", "38、26", [("38", "个"), ("26", "个")]),
    ("培训教师300人，新增学位800个", "培训教师达到312，新增学位数为760", [("312", "人"), ("760", "个")]),
]

# target, progress, base value: a sign before a percentage
SIGNED = [
    ("增加值增速6.5%以上", "+6.9%", "6.9"),
    ("增加值增速6.5%以上", "-1.3%", "-1.3"),
    ("增加值增速6.5%以上", "↑6.9%", "6.9"),
    ("PM2.5浓度同比下降5%", "34→31，降8.8%", "8.8"),
    ("“三公”经费压减10%", "较上年压减412万元，降幅13.6%", "13.6"),
    ("信访总量下降10%以上", "382件次→337件次（-11.8%）", "-11.8"),
    ("预算收入增长5%", "收入完成21.9亿元，同比+5.6%", "5.6"),
]

# target, progress, whether the change went the other way
OPPOSED = [
    ("社会消费品零售总额增长8%", "同比下降9.6%", True),
    ("社会消费品零售总额增长8%", "↓9.6%", True),
    ("社会消费品零售总额增长8%", "同比增长9.6%", False),
    ("社会消费品零售总额增长8%", "同比增长-9.6%", False),
    ("单位GDP能耗下降3%", "同比上升1.2%", True),
    ("单位GDP能耗下降3%", "同比下降1.2%", False),
    ("居民消费价格涨幅控制在3%以内", "上涨2.1%", False),
]

# target, progress: the number is no answer in the target's unit
NOT_ALONE = [
    ("新建公园3个", "2017年12月建成"),
    ("新建公园3个", "附件1"),
    ("新建公园3个", "第2"),
    ("新建公园3个", "2/5"),
    ("新建公园3个", "5月3日/6月"),
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


@pytest.mark.parametrize(("target", "progress", "told"), NAMED)
def test_number_behind_its_targets_name(target: str, progress: str, told: list[tuple[str, str]]) -> None:
    figures = read_row("", target, progress, None).figures
    assert [(figure.quantity.base_value, figure.quantity.base_unit) for figure in figures] == [
        (Decimal(value), unit) for value, unit in told
    ]
    assert [figure.target for figure in figures] == [0, 1]


@pytest.mark.parametrize(("target", "progress", "value"), SIGNED)
def test_sign(target: str, progress: str, value: str) -> None:
    figure = read_row("", target, progress, None).figures[-1]
    assert figure.target is not None
    assert figure.quantity.base_value == Decimal(value)


@pytest.mark.parametrize(("target", "progress", "opposed"), OPPOSED)
def test_change_the_other_way(target: str, progress: str, opposed: bool) -> None:  # noqa: FBT001 - a column of the table
    (figure,) = read_row("", target, progress, None).figures
    assert (figure.target, figure.opposed) == (0, opposed)


def test_no_unit_on_either_side() -> None:
    reading = read_row("城镇新增就业", "26000", "19456", None)
    assert [figure.target for figure in reading.figures] == [0]


def test_index_of_what_was_to_rise_leaves_the_target_open() -> None:
    assert read_row("", "CPI涨幅3%以内", "101.2", None).undecided == {0}


def test_whole_told_by_its_parts() -> None:
    target, progress = "新增学位6000个（小学4000个、初中2000个）", "小学4320个，初中2160个"
    reading = read_row("", target, progress, None)
    assert [figure.target for figure in reading.figures] == [1, 2]
    assert reading.undecided == {0}


def test_level_of_what_was_to_fall_leaves_the_target_open() -> None:
    assert read_row("", "过早死亡率比2015年降低10个百分点", "8.83", None).undecided == {0}
