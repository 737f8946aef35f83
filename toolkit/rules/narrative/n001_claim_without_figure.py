"""N001: completion or pace asserted in a sentence with no number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Cause, Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a claim or a word of praise with no number in its sentence."""
    from polars import col

    return col("kind").is_in(["claim", "praise"]) & ~col("has_number")


def grade(row: Row) -> Severity:
    """An info for mere praise, which claims nothing that could be counted."""
    return Severity.INFO if row["kind"] == "praise" else Severity.WARNING


RULE = Rule(
    code="N001",
    name="claim-without-figure",
    severity=Severity.WARNING,
    title=Text("有结论无数据", "A claim without a figure"),
    message=Text(
        "“{text}”只有结论，所在的句子里没有数据支撑。",
        "“{text}” is asserted and its sentence gives no figure to bear it out.",
    ),
    why=Text(
        "没有数据的结论无法核实，也无法与其他单位比较。",
        "A claim without a figure can neither be verified nor compared.",
    ),
    fix=Text(
        "在结论后面给出数据，例如：“一般公共预算收入44.6亿元，完成全年任务的51.6%，实现任务过半”。",
        "Put the figure beside the claim, for example "
        "“一般公共预算收入44.6亿元，完成全年任务的51.6%，实现任务过半” "
        "(4.46 billion, 51.6 %, past the half).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", grade=grade, value="{text}"),
    requires=("table", "progress"),
    follows=(Cause("A001", "row"),),
    passing=(
        Example(target="创建绿色社区20个", progress="上半年创建绿色社区22个，超额完成全年任务。"),
        Example(target="创建绿色社区20个", progress="上半年创建绿色社区11个，下半年将确保完成全年任务。"),
    ),
    failing=(
        Example(
            target="创建绿色社区20个",
            progress="绿色社区创建工作超额完成全年任务。",
            text="超额完成全年任务",
        ),
        Example(
            target="开展绿色社区创建",
            progress="绿色社区创建工作取得显著成效。",
            text="显著成效",
            severity=Severity.INFO,
        ),
    ),
)
