"""T002: a target with neither a number, nor a deliverable, nor a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where a target stands that nobody could call reached or missed."""
    from polars import col

    return ~col("measurable") & ~col("target_placeholder")


RULE = Rule(
    code="T002",
    name="target-unmeasurable",
    severity=Severity.INFO,
    title=Text("年度目标无法衡量", "The target cannot be measured"),
    message=Text(
        "年度目标“{target}”没有数量、成果或时限，无法判断是否完成。",
        "The target “{target}” names no number, no deliverable and no date: "
        "nobody can tell whether it is met.",
    ),
    why=Text(
        "说不清怎样算完成的目标，年底只能凭印象打分。",
        "A target without a mark of completion can only be scored by impression at the end of the year.",
    ),
    fix=Text(
        "请商任务下达部门补上数量、成果或完成时限，例如：“9月底前出台停车管理办法，新增错时停车位600个”。",
        "Ask the issuing office for a number, a deliverable or a date, for example "
        "“9月底前出台停车管理办法，新增错时停车位600个” (rules out by September, 600 shared parking spaces).",
    ),
    check=FrameCheck(frame="rows", broken=broken, mark="target"),
    requires=("table", "target"),
    passing=(
        Example(target="建成社区养老驿站12个", progress="上半年建成社区养老驿站7个。"),
        Example(target="年底前建成区文化馆新馆并对外开放", progress="主体结构已封顶。"),
    ),
    failing=(Example(target="进一步优化营商环境", progress="召开企业座谈会6场。"),),
)
