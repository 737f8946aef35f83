"""A009: the typed actual is not what the progress text tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import FrameCheck, Rule, TableExample

if TYPE_CHECKING:
    from polars import Expr

_HEADER = "| 指标编号 | 年度目标 | 目标值 | 计量单位 | 方向 | 本期完成值 | 数据截止日 | 进展情况 |\n"
_ROW = "| A1 | 改造地下管线60公里 | 60 | 公里 | ≥ | {} | 2017-06-30 | {} |"


def broken() -> Expr:
    """True where the typed number lies outside what the text's figure of the same target allows."""
    from polars import col

    return ~col("actual_value").is_between("actual_read_low", "actual_read_high")


RULE = Rule(
    code="A009",
    name="actual-value-mismatch",
    severity=Severity.ERROR,
    title=Text("完成值与进展情况不符", "The actual differs from the narrative"),
    message=Text(
        "本期完成值是{actual_value}{unit}，进展情况里写的是“{actual_read_text}”。",
        "The actual is {actual_value} {unit}; the progress says “{actual_read_text}”.",
    ),
    why=Text(
        "同一件事有两个数，汇总时不知道用哪一个。",
        "One thing with two numbers: nobody knows which to add up.",
    ),
    fix=Text(
        "请核对后改成一致；口径或时点不同的要写明，例如：“其中1-5月完成30公里”。",
        "Make the two agree; where day or scope differ, say so, for example “其中1-5月完成30公里” "
        "(30 km of it from January to May).",
    ),
    check=FrameCheck(
        frame="rows",
        broken=broken,
        mark="actual_value",
        value="{actual_value}",
        expected="{actual_read_text}",
    ),
    requires=("table", "target", "progress", "target_value", "actual_value", "unit"),
    passing=(
        TableExample(table=_HEADER + _ROW.format("33", "上半年改造地下管线33公里。"), schema="progress-form"),
        TableExample(table=_HEADER + _ROW.format("33", "工程按计划推进。"), schema="progress-form"),
    ),
    failing=(
        TableExample(
            table=_HEADER + _ROW.format("35", "上半年改造地下管线33公里。"), schema="progress-form", cell="F2"
        ),
    ),
)
