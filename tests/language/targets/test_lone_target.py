"""A target cell that is a number and no more: its name and unit stand in the task."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.lone_target import spelt_out
from toolkit.language.target import read_targets

# task, target, name, base value, base unit, comparator
LONE = [
    ("城镇新增就业（人）", "26000", "城镇新增就业", "26000", "人", ">="),
    ("城镇新增就业（万人）", "5.2", "城镇新增就业", "52000", "人", ">="),
    ("城镇登记失业率低于（%）", "4.3", "城镇登记失业率", "4.3", "%", "<="),
    ("城镇登记失业率（%）", "≤4.3", "城镇登记失业率", "4.3", "%", "<="),
    ("孕产妇死亡率（1/10万）", "≤5", "孕产妇死亡率", "5", "/10万", "<="),
    ("到位资金（单位：亿元）", "330", "到位资金", "33000000000", "元", ">="),
    ("农村低保标准（元/年）", "4,686", "农村低保标准", "4686", "元/年", ">="),
    ("PM2.5年均浓度（微克/立方米）", "38以下", "PM2.5年均浓度", "38", "微克/立方米", "<="),
    ("人均期望寿命", "≥80", "人均期望寿命", "80", None, ">="),
    ("城镇新增就业（市级任务）", "26000", "城镇新增就业", "26000", None, ">="),
]

# task, target: the cell says itself what it asks, or has no number
OTHERWISE = [
    ("城镇新增就业（人）", "新增就业26000人"),
    ("城镇新增就业（人）", "应保尽保"),
    ("城镇新增就业（人）", "26000人"),
    ("", "26000"),
]


@pytest.mark.parametrize(("task", "text", "name", "value", "unit", "comparator"), LONE)
def test_lone(task: str, text: str, name: str, value: str, unit: str | None, comparator: str) -> None:
    (target,) = read_targets(text, task)
    assert (target.name, target.base_value, target.base_unit) == (name, Decimal(value), unit)
    assert target.comparator == comparator
    assert (target.text, target.start, target.end) == (text, 0, len(text))
    assert target.quantity is not None
    assert text[target.quantity.start : target.quantity.end] == target.quantity.text


@pytest.mark.parametrize(("task", "text"), OTHERWISE)
def test_otherwise(task: str, text: str) -> None:
    assert spelt_out(text, task) is None
