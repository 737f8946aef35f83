"""A005: far more than was asked, long before the year ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.actual.a004_scale_anomaly import slipped
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from toolkit.rules.terms import Term


def broken() -> Term:
    """True where a total or a level is past one and a half times its target ahead of time.

    A count of states (推荐, 在建) is neither.
    """
    from toolkit.rules.terms import col

    asked_for_more = (col("direction") == "up") & (col("comparator") != "<=")
    far_over = col("kind").is_in(["total", "level"]) & asked_for_more & (col("ratio_low") > col("far_over"))
    counted = ~col("figure_status_count").fill_null(value=False)
    return far_over & counted & ~col("span_over") & ~slipped().fill_null(value=False)


RULE = Rule(
    code="A005",
    name="far-over-target",
    severity=Severity.WARNING,
    title=Text("远超年度目标", "Far over the target"),
    message=Text(
        "“{figure_text}”已是年度目标“{text}”的{ratio:2}%，请核对口径是否一致、目标是否需要调整。",
        "“{figure_text}” is already {ratio:2} % of the year's target “{text}”: "
        "are both counted alike, and is the target still right?",
    ),
    why=Text(
        "时间未到而远超目标，多半是口径不同（存量与增量、户与处），或者目标定得过低。",
        "So much so early mostly means two ways of counting (stock and flow, households and places) "
        "or a target set too low.",
    ),
    fix=Text(
        "写明统计口径；口径无误的，说明超额原因，例如：“清理无证摊点102个，其中年内新增台账66个”。",
        "Say how it was counted; if that is right, give the reason, for example "
        "“清理无证摊点102个，其中年内新增台账66个” (102 stalls, 66 of them newly listed this year).",
    ),
    check=FrameCheck(
        frame="targets",
        broken=broken,
        mark="figure",
        value="{figure_value}",
        expected="{bound}",
        related=("target_text",),
        thresholds={"far_over": 150},
    ),
    requires=("table", "target", "progress", "period"),
    passing=(
        Example(target="清理无证摊点40个", progress="上半年清理无证摊点43个。"),
        Example(
            target="清理无证摊点40个",
            progress="全年清理无证摊点102个。",
            period="2018-01-01/2018-12-31",
        ),
    ),
    failing=(Example(target="清理无证摊点40个", progress="上半年清理无证摊点102个。", text="102个"),),
)
