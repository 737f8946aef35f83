"""A003: a figure in another unit than its target's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where the units differ; rates, changes and zero targets are compared by other means."""
    from polars import col

    comparable = ~col("kind").is_in(["rate", "growth", "zero_occurrence", "milestone"])
    return comparable & col("units").is_in(["different", "interchangeable"])


def grade(row: Row) -> Severity:
    """An info for measure words that count the same thing: 件 and 起, 项 and 条."""
    return Severity.INFO if row["units"] == "interchangeable" else Severity.WARNING


RULE = Rule(
    code="A003",
    name="unit-mismatch",
    severity=Severity.WARNING,
    title=Text("单位与目标不一致", "Another unit than the target's"),
    message=Text(
        "“{figure_text}”的单位是“{figure_unit}”，目标“{text}”的单位是“{unit}”。",
        "“{figure_text}” is counted in “{figure_unit}”, the target “{text}” in “{unit}”.",
    ),
    why=Text(
        "单位不同的两个数不能直接相比：一户可能有多处，一次可能有多人。",
        "Two units do not compare: one household may have several places, one event several persons.",
    ),
    fix=Text(
        "按目标的单位填报，或写明换算关系，例如：“整治开墙打洞3172户，共3305处”。",
        "Report in the target's unit or say how the two convert, for example "
        "“整治开墙打洞3172户，共3305处” (3,172 households, 3,305 places).",
    ),
    check=FrameCheck(
        frame="targets",
        broken=broken,
        mark="figure",
        grade=grade,
        value="{figure_unit}",
        expected="{unit}",
        related=("target_text",),
    ),
    requires=("table", "target", "progress"),
    passing=(
        Example(target="整治占道经营点位900处", progress="上半年整治占道经营点位512处。"),
        Example(target="新增贷款35亿元", progress="上半年新增贷款182000万元。"),
    ),
    failing=(
        Example(target="整治占道经营900处", progress="上半年整治占道经营512户。", text="512户"),
        Example(
            target="查处非法营运案件400件",
            progress="上半年查处非法营运案件236起。",
            text="236起",
            severity=Severity.INFO,
        ),
    ),
)
