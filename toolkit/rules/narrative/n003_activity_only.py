"""N003: a milestone answered by activity alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Cause, Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for 加强, 推进 or 召开 with no outcome; a numeric or a zero target gets A001 instead."""
    from polars import col

    return (col("kind") == "activity") & (col("target_kind").fill_null("milestone") == "milestone")


def grade(row: Row) -> Severity:
    """A warning where nothing else stands in the row."""
    return Severity.WARNING if row["whole_row"] else Severity.INFO


RULE = Rule(
    code="N003",
    name="activity-only",
    severity=Severity.INFO,
    title=Text("只写过程不写结果", "Activity without an outcome"),
    message=Text(
        "“{text}”只写了做法，没有写结果。",
        "“{text}” tells what was undertaken and not what came of it.",
    ),
    why=Text(
        "加强、推进、召开都是过程，目标是否达到还得看结果。",
        "To strengthen, to promote and to convene are steps; the target asks for the outcome.",
    ),
    fix=Text(
        "写明形成了什么成果、到了哪个节点，例如：“管理办法已于5月印发，12个街道全部实施”。",
        "Say what came of it and how far it is, for example "
        "“管理办法已于5月印发，12个街道全部实施” (rules issued in May, in force in all 12 subdistricts).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", grade=grade, value="{text}"),
    requires=("table", "target", "progress"),
    follows=(Cause("A001", "row"),),
    passing=(
        Example(target="出台养犬管理办法", progress="养犬管理办法已于5月印发实施。"),
        Example(target="查处违规案件300件", progress="加强日常监管，推进部门联动。"),
    ),
    failing=(
        Example(
            target="出台养犬管理办法，查处违规养犬300起",
            progress="加强部门联动，推进养犬管理工作。",
            text="加强部门联动",
        ),
        Example(
            target="出台养犬管理办法",
            progress="加强部门联动，推进养犬管理工作。",
            text="加强部门联动，推进养犬管理工作。",
            severity=Severity.WARNING,
        ),
    ),
)
