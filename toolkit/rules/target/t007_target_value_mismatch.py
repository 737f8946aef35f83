"""T007: the numeric target is not what the target's own text asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import FrameCheck, Rule, TableExample

if TYPE_CHECKING:
    from polars import Expr

_HEADER = "| 指标编号 | 年度目标 | 目标值 | 计量单位 | 方向 | 本期完成值 | 数据截止日 | 进展情况 |\n"
_ROW = "| A1 | 拆除违法建设12万平方米 | {} | {} | ≥ | 7 | 2017-06-30 | 按计划推进。 |"


def broken() -> Expr:
    """True where the text has one number to compare with, and the column another."""
    from polars import col

    return col("target_value") != col("target_read")


RULE = Rule(
    code="T007",
    name="target-value-mismatch",
    severity=Severity.ERROR,
    title=Text("目标值与目标文字不符", "The target value differs from the target's text"),
    message=Text(
        "目标值是{target_value}{unit}，年度目标写的是“{target_read_text}”。",
        "The target value is {target_value} {unit}; the target says “{target_read_text}”.",
    ),
    why=Text(
        "完成率按目标值计算，目标值错了，完成率和进度判断都错。",
        "The completion rate and the pace are reckoned from the target value.",
    ),
    fix=Text(
        "请按下达的任务书核对，并注意“万”“亿”，例如：12万平方米，单位为“万平方米”时目标值填12。",
        "Check it with the issued text, and mind “万” and “亿”: for example “12万平方米” is 12 where the "
        "unit is “万平方米” (ten thousand square metres).",
    ),
    check=FrameCheck(
        frame="rows", broken=broken, mark="target_value", value="{target_value}", expected="{target_read}"
    ),
    requires=("table", "target", "target_value", "unit"),
    passing=(
        TableExample(table=_HEADER + _ROW.format("12", "万平方米"), schema="progress-form"),
        TableExample(table=_HEADER + _ROW.format("120000", "平方米"), schema="progress-form"),
    ),
    failing=(
        TableExample(table=_HEADER + _ROW.format("12", "平方米"), schema="progress-form", cell="C2"),
        TableExample(table=_HEADER + _ROW.format("21", "万平方米"), schema="progress-form", cell="C2"),
    ),
)
