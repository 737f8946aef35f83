"""A011: a completion rate that is not actual over target under the indicator's own direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.actual.completion import completion_due, is_due
from toolkit.rules.model import FrameCheck, Rule, TableExample

if TYPE_CHECKING:
    from toolkit.rules.terms import Term

_HEADER = "| 指标编号 | 年度目标 | 目标值 | 计量单位 | 方向 | 本期完成值 | 完成率 | 数据截止日 | 进展情况 |\n"
_ROW = "| A1 | 改造管线60公里 | 60 | 公里 | ≥ | 33 | {} | 2017-06-30 | 改造33公里。 |"
_LIMIT = "| A1 | 能耗控制在90万吨以内 | 90 | 万吨 | ≤ | 45 | {} | 2017-06-30 | 能耗45万吨。 |"
_HALF = "0.5"


def broken() -> Term:
    """True where the rate is off by more than rounding to whole percents explains."""
    from decimal import Decimal

    from toolkit.rules.terms import col

    return is_due() & ((col("completion") - completion_due()).abs() > Decimal(_HALF))


RULE = Rule(
    code="A011",
    name="completion-rate-mismatch",
    severity=Severity.ERROR,
    title=Text("完成率与数据不符", "The completion rate is not that of the figures"),
    message=Text(
        "完成率{completion:1}%与数据不符：目标值{target_value}，完成值{actual_value}，方向“{direction}”。",
        "The completion rate {completion:1} % does not follow from target {target_value}, actual "
        "{actual_value} and direction “{direction}”.",
    ),
    why=Text(
        "完成率按统一公式计算，自行填写的不能与其他单位相比。",
        "The rate follows one formula; a typed one cannot be compared with those of other offices.",
    ),
    fix=Text(
        "请恢复完成率的公式；“≥”“=”按完成值除以目标值计算，“≤”未超过目标的为100%，例如：目标60公里、完成33公里，完成率55%。",
        "Put the formula back: actual over target for ≥ and =, 100 % within the limit for ≤, for example "
        "33 km of 60 km is 55 %.",
    ),
    check=FrameCheck(
        frame="rows", broken=broken, mark="completion", value="{completion}%", related=("actual_value",)
    ),
    requires=("table", "target_value", "actual_value", "direction", "completion"),
    passing=(
        TableExample(table=_HEADER + _ROW.format("55.0%"), schema="progress-form"),
        TableExample(table=_HEADER + _LIMIT.format("100%"), schema="progress-form"),
    ),
    failing=(
        TableExample(table=_HEADER + _ROW.format("75.0%"), schema="progress-form", cell="G2"),
        TableExample(table=_HEADER + _LIMIT.format("50.0%"), schema="progress-form", cell="G2"),
    ),
)
