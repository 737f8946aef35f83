"""D003: a plan for later offered as progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a plan after the period's end; a phrase that tells of no beginning at all is D004's."""
    from polars import col

    return col("kind") == "future_plan"


RULE = Rule(
    code="D003",
    name="future-plan",
    severity=Severity.INFO,
    title=Text("以计划代替进展", "A plan in place of progress"),
    message=Text(
        "“{text}”是填报期之后的计划，不是进展。",
        "“{text}” is a plan for after the reporting period, not progress.",
    ),
    why=Text(
        "打算做的事不能算作已做的事，须单独跟踪。",
        "What is intended is not done, and has to be followed up by itself.",
    ),
    fix=Text(
        "先写填报期内的实际进展，再写计划，例如：“已完成17家加油站改造中的16家，余下1家计划11月完工”。",
        "Give what was done in the period first and the plan after it, for example "
        "“已完成17家加油站改造中的16家，余下1家计划11月完工” "
        "(16 of 17 stations done, the last due in November).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}"),
    requires=("table", "progress", "period"),
    passing=(Example(target="修编防洪预案", progress="防洪预案已于5月修编完成。"),),
    failing=(
        Example(
            target="修编防洪预案",
            progress="防洪预案初稿已完成，将于年底前印发实施。",
            text="将于年底前印发实施",
        ),
    ),
)
