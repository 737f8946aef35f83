"""P008: a percentage that is off by a hundred, between its number and how the cell shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import FrameCheck, Rule, TableExample

if TYPE_CHECKING:
    from toolkit.rules.terms import Term

_HEADER = "| 指标编号 | 年度目标 | 目标值 | 计量单位 | 方向 | 本期完成值 | 数据截止日 | 进展情况 |\n"
_ROW = "| A1 | 整改率达到90% | 90 | % | ≥ | VALUE | 2017-06-30 | 应整改25件，已整改23件。 |"
_MOST = 10  # a thousand percent


def broken() -> Term:
    """True for 0.92 where 90 was asked, and for 92 in a cell that shows 9200 %.

    A small percentage may be meant: 0.92 of a target of 5 is let pass, for 92 would not be near it.
    """
    from toolkit.rules.terms import col

    actual, target = col("actual_value"), col("target_value")
    as_share = (actual > 0) & (actual <= 1) & (target > 1)
    near = (actual * 200 >= target) & (actual * 50 <= target)
    too_much = col("actual_as_percent") & (actual >= _MOST)
    return (col("unit") == "%") & ((as_share & near) | too_much)


RULE = Rule(
    code="P008",
    name="percentage-scale",
    severity=Severity.ERROR,
    title=Text("百分数差一百倍", "A percentage off by a hundred"),
    message=Text(
        "计量单位是“%”，目标值{target_value}，这里的数却是{actual_value}，差了一百倍。",
        "The unit is %, the target {target_value}, and the number here {actual_value}: off by a hundred.",
    ),
    why=Text("0.92和92混用，完成率会差一百倍。", "With 0.92 for 92 the completion rate is off by a hundred."),
    fix=Text(
        "以“%”为单位的，只填百分号前的数，例如：92%填92。",
        "Where the unit is %, type the number before the sign, for example 92 for 92 %.",
    ),
    check=FrameCheck(frame="rows", broken=broken, mark="actual_value", value="{actual_value}"),
    requires=("table", "target_value", "actual_value", "unit", "formats"),
    passing=(
        TableExample(table=_HEADER + _ROW.replace("VALUE", "92"), schema="progress-form"),
        TableExample(
            table=_HEADER + "| A1 | 逾期率控制在5%以内 | 5 | % | ≤ | 0.92 | 2017-06-30 | 逾期率0.92%。 |",
            schema="progress-form",
        ),
    ),
    failing=(
        TableExample(table=_HEADER + _ROW.replace("VALUE", "0.92"), schema="progress-form", cell="F2"),
        TableExample(table=_HEADER + _ROW.replace("VALUE", "92 {0%}"), schema="progress-form", cell="F2"),
    ),
)
