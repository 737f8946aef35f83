"""P005: a completion above 100 percent, and nothing wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Cause, Example, FrameCheck, Rule
from toolkit.rules.percentage.rounding import contradicted

if TYPE_CHECKING:
    from polars import Expr

_WHOLE = 100


def broken() -> Expr:
    """True where the completion passes 100 percent and its figures, if any, bear it out."""
    from polars import col

    return col("completion") & (col("value") > _WHOLE) & ~contradicted().fill_null(value=False)


RULE = Rule(
    code="P005",
    name="percentage-over-100",
    severity=Severity.INFO,
    title=Text("完成率超过100%", "Completion above 100 %"),
    message=Text(
        "完成率“{text}”超过100%，请确认目标是否已完成、年度目标是否需要调整。",
        "The completion “{text}” is above 100 %: is the target met, and is it still the right one?",
    ),
    why=Text(
        "超额完成本身没有错，但要核实口径，并据此更新任务状态。",
        "To do more than asked is no fault, but the count should be verified and the status updated.",
    ),
    fix=Text(
        "确认无误的，写明已完成，例如：“上半年清理整治3850户，完成年度任务的110%，任务已完成”。",
        "If it is right say that the target is met, for example "
        "“上半年清理整治3850户，完成年度任务的110%，任务已完成” (3,850 households, 110 %, done).",
    ),
    check=FrameCheck(frame="percentages", broken=broken, mark="percentage", value="{value}%"),
    requires=("table", "progress"),
    follows=(Cause("A005", "part"),),
    passing=(Example(target="清理整治3500户", progress="上半年清理整治2100户，完成全年任务的60%。"),),
    failing=(
        Example(target="清理整治3500户", progress="上半年清理整治3850户，完成全年任务的110%。", text="110%"),
    ),
)
