"""T008: the target is not the one of the submission before, in the same year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where the two targets differ by more than blanks, width and marks; each year has its own."""
    from polars import col

    changed = col("target_now") != col("target_before")
    return changed & (col("previous_last").dt.year() == col("period_last").dt.year())


RULE = Rule(
    code="T008",
    name="target-changed",
    severity=Severity.WARNING,
    title=Text("目标与上次报送不同", "The target has changed"),
    message=Text(
        "目标“{target_now}”与上次报送的“{target_before}”不同，同一年度的目标不应变动。",
        "The target “{target_now}” is not the “{target_before}” of the previous submission; "
        "within a year it should stay.",
    ),
    why=Text(
        "目标一改，完成率就变了，两期的进度无法比较。",
        "Another target gives another completion, and the two periods can no longer be compared.",
    ),
    fix=Text(
        "改回下达的目标；确经批准调整的，注明依据，例如：“新建绿道15公里（2017年5月经批准由18公里调整）”。",
        "Restore the issued target; where a change was approved, say so, for example "
        "“新建绿道15公里（2017年5月经批准由18公里调整）” (15 km instead of 18 km, approved in May 2017).",
    ),
    check=FrameCheck(
        frame="rows", broken=broken, mark="target", value="{target_now}", expected="{target_before}"
    ),
    requires=("table", "target", "period", "previous"),
    passing=(
        Example(target="新建绿道18公里", previous=("新建绿道 １８ 公里。", "")),
        Example(target="新建绿道15公里（2017年5月经批准由18公里调整）", previous=("新建绿道18公里", "")),
        Example(target="1-6月办结案件40件", previous=("1-3月办结案件20件", "")),
        Example(
            target="新建绿道20公里",
            period="2018-01-01/2018-03-31",
            previous=("新建绿道18公里", ""),
            previous_period="2017-01-01/2017-12-31",
        ),
    ),
    failing=(Example(target="新建绿道15公里", previous=("新建绿道18公里", "")),),
)
