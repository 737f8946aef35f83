"""A002: one part of the target that the progress text passes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a separate clause or item of the target of which the progress has no word."""
    from polars import col

    return col("kind") == "missing_part"


RULE = Rule(
    code="A002",
    name="actual-partial",
    severity=Severity.WARNING,
    title=Text("目标只答复了一部分", "Part of the target is not answered"),
    message=Text(
        "目标中的“{hint}”在进展情况里没有交代。",
        "The progress does not mention one part of the target: “{hint}”.",
    ),
    why=Text(
        "漏报的部分常常正是没有推进的部分。",
        "The part that is passed over is often the part that did not move.",
    ),
    fix=Text(
        "逐项写明进展，没有开展的也要写明原因，例如：“配套停车设施尚未开工，计划8月进场”。",
        "Answer every part, and give the reason where nothing was done, for example "
        "“配套停车设施尚未开工，计划8月进场” (parking not begun, on site in August).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="progress", value="{hint}", related=("target",)),
    requires=("table", "target", "progress"),
    passing=(
        Example(
            target="编制湿地保护规划，设置保护区警示牌",
            progress="湿地保护规划已编制完成，保护区警示牌已设置20块。",
        ),
    ),
    failing=(
        Example(
            target="编制湿地保护规划，设置保护区警示牌",
            progress="湿地保护规划已编制完成并通过专家论证。",
        ),
    ),
)
