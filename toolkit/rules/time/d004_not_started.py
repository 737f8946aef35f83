"""D004: a countable target of which no unit has physically begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where the work still stands at tender, design or review when the period ends."""
    from polars import col

    return col("kind") == "not_started"


RULE = Rule(
    code="D004",
    name="not-started",
    severity=Severity.WARNING,
    title=Text("期末尚未开工", "Not begun at the period's end"),
    message=Text(
        "“{text}”说明到填报期末尚未实际开工。",
        "“{text}” tells that nothing was physically begun by the end of the period.",
    ),
    why=Text(
        "期末仍在招标、设计阶段，年内完成的风险很大。",
        "Work that is still at tender or design may well not be done within the year.",
    ),
    fix=Text(
        "写明当前完成数（可以是0）、开工时间和完工时间，例如：“已开工0条，7月10日进场，11月底全部完工”。",
        "Give the figure reached, which may be 0, and the dates of beginning and end, for example "
        "“已开工0条，7月10日进场，11月底全部完工” (0 begun, on site 10 July, done by the end of November).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}", related=("target",)),
    requires=("table", "target", "progress", "period"),
    passing=(Example(target="大修农村公路6条", progress="上半年大修农村公路4条，其余2条正在施工。"),),
    failing=(
        Example(
            target="大修农村公路6条",
            progress="目前正在进行施工图设计，预计8月开工。",
            text="目前正在进行施工图设计，预计8月开工",
        ),
    ),
)
