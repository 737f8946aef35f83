"""Expressions that fair readers take in two ways, with the reading chosen and the reason."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.quantity import read_quantities

# text, every (value, unit) chosen, why
CHOICES = [
    (
        "建设110千伏变电站2座",
        [("2", "座")],
        "the voltage names a class of stations, as 10亿元以上项目 names one of projects",
    ),
    ("1.5万平方米绿地完成建设", [("1.5", "万平方米")], "a decimal: no period follows as in 1.5月份"),
    ("1.完成5处整治", [("5", "处")], "an item number, for a verb follows the point"),
    ("办理时限压缩至3个工作日", [("3", "个工作日")], "a duration that is itself the result"),
    ("产值增长2倍", [("2", "倍")], "as written; that it is growth of 200 % is for the target to say"),
    ("比上年多1倍", [("1", "倍")], "as written; the ratio of 2 follows from 多"),
    ("减少2倍", [("2", "倍")], "illogical, yet written: a rule must see it to flag it"),
    ("完成任务的一半", [("50", "%")], "half of a named whole, as 半数"),
    ("百分百覆盖", [("100", "%")], "spoken form of 百分之百"),
    (
        "应检500批次/实检512批次",
        [("500", "批次"), ("512", "批次")],
        "a slash parts two full quantities",
    ),
    ("打造一个品牌", [("1", "个")], "一个 counts, as in 一个街道; a rule may still ignore it"),
    ("开展专项检查两次", [("2", "次")], "a count; in 2年内两次 it is a threshold, and rejected"),
    (
        "巩固了8项基本便民服务",
        [("8", "项")],
        "a name to a target, an echo in progress",
    ),
    ("人均公园绿地面积16.5平方米", [("16.5", "平方米")], "the denominator is in the name, not in the unit"),
    ("培训2期120人次", [("2", "期"), ("120", "人次")], "期 counts here; in 二期工程 it names"),
    ("万分之五", [("5", "‱")], "written per ten thousand, kept so"),
    ("千分之四", [("4", "‰")], "written per thousand, kept per thousand"),
    ("共10余万人", [("10", "万人")], "余 before the scale: more than 100 000"),
    ("三四十户", [("30", "户")], "two numerals in a row are an estimate: the lower is certain"),
    ("十几户", [("10", "户")], "几 adds an unknown digit; the lower is certain"),
    ("数百户", [("100", "户")], "several hundreds; only the magnitude is certain"),
]

# text, base value: the unit may be kept or folded, and 万 after a numeral may be its own or the unit's
SAME_BASE = [
    ("发放宣传品十万份", "100000"),
    ("植树三万株", "30000"),
    ("投资两亿元", "200000000"),
    ("清运建筑垃圾15万方", "150000"),
    ("完成半数", "50"),
    ("新建绿地2万㎡", "20000"),
    ("新建绿地2万m2", "20000"),
    ("新建绿地2万平米", "20000"),
    ("外运土方3万m³", "30000"),
    ("补贴5000元人民币", "5000"),
    ("补贴人民币5000元", "5000"),
    ("一万两千户", "12000"),
    ("3万5千户", "35000"),
    ("共10余万人", "100000"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CHOICES, ids=[row[0] for row in CHOICES])
def test_reading_chosen(text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = [(quantity.value, quantity.unit) for quantity in read_quantities(text)]
    assert found == [(Decimal(value), unit) for value, unit in expected], why


@pytest.mark.parametrize(("text", "base_value"), SAME_BASE, ids=[row[0] for row in SAME_BASE])
def test_base_value(text: str, base_value: str) -> None:
    (quantity,) = read_quantities(text)
    assert quantity.base_value == Decimal(base_value)
