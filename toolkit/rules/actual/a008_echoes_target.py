"""A008: the target's own number told again, as if it were a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where the target is repeated and nothing else is reported."""
    from polars import col

    return col("echo_text").is_not_null() & ~col("reported")


RULE = Rule(
    code="A008",
    name="echoes-target",
    severity=Severity.WARNING,
    title=Text("复述目标代替结果", "The target is repeated, not answered"),
    message=Text(
        "“{echo_text}”只是复述目标“{text}”，不是完成数。",
        "“{echo_text}” repeats the target “{text}”; it is not a result.",
    ),
    why=Text(
        "把目标数抄进进展，容易被当成已全部完成。",
        "A target copied into the progress is easily taken for a target that is met.",
    ),
    fix=Text(
        "另写实际完成数，尚未完成的写明现状，例如：“12条道路大修工程已开工3条，完工0条”。",
        "Add what was really done, and the state where nothing is finished yet, for example "
        "“12条道路大修工程已开工3条，完工0条” (of 12 roads 3 are begun and none is finished).",
    ),
    check=FrameCheck(
        frame="targets", broken=broken, mark="echo", value="{echo_text}", related=("target_text",)
    ),
    requires=("table", "target", "progress"),
    passing=(Example(target="完成12条道路大修工程", progress="12条道路大修工程已全部完成。"),),
    failing=(
        Example(
            target="完成12条道路大修工程",
            progress="12条道路大修工程上半年已完成清单编制工作，预计8月开始施工。",
            text="12条",
        ),
    ),
)
