"""C006: two units of a round tell one thing with different numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where two or three units tell of one work, and the intervals of two numbers are apart.

    What more units tell is mostly each one's own, whatever its name is.
    """
    from polars import col

    apart = (col("high") < col("other_low")) | (col("other_high") < col("low"))
    return apart & (col("units") <= col("sharing"))


def grade(row: Row) -> Severity:
    """An info where the units have no target in common, and the words alone name the work."""
    return Severity.WARNING if row["issued"] else Severity.INFO


RULE = Rule(
    code="C006",
    name="units-disagree",
    severity=Severity.WARNING,
    title=Text("两个单位填报不一致", "Two units tell one thing differently"),
    message=Text(
        "“{text}”与“{other_unit}”填报的“{other_text}”不一致，两个单位说的是同一工程的同一数据。",
        "“{text}” is not the “{other_text}” that “{other_unit}” tells of the same work.",
    ),
    why=Text(
        "同一件事两个单位各报一数，汇总时不知以谁为准。",
        "Where two units give two numbers for one thing, nobody knows which one counts.",
    ),
    fix=Text(
        "与对方核对后统一数值；各报各的部分的，写明范围，例如：“清河路改造工程（东段）完成投资1.2亿元”。",
        "Agree on one number; where each tells of its own part, say so, for example "
        "“清河路改造工程（东段）完成投资1.2亿元” (the eastern section, 120 million yuan).",
    ),
    check=FrameCheck(
        frame="facts",
        broken=broken,
        mark="figure",
        grade=grade,
        value="{text}",
        expected="{other_text}",
        thresholds={"sharing": 3},
    ),
    requires=("table", "progress", "period"),
    passing=(
        Example(
            target="完成清河路改造投资3亿元",
            progress="上半年完成投资1.2亿元。",
            elsewhere="上半年完成投资12000万元。",
        ),
        Example(
            target="完成清河路改造投资3亿元",
            progress="东段上半年完成投资1.2亿元。",
            elsewhere="西段上半年完成投资0.8亿元。",
        ),
        Example(
            target="新建便利店20个", progress="上半年新建便利店12个。", elsewhere="上半年新建便利店9个。"
        ),
        Example(
            target="打通断头路3公里",
            progress="上半年打通断头路1.2公里。",
            elsewhere="上半年打通断头路2.1公里。",
        ),
    ),
    failing=(
        Example(
            target="完成清河路改造投资3亿元",
            progress="上半年完成投资1.2亿元。",
            elsewhere="上半年完成投资0.8亿元。",
            text="1.2亿元",
        ),
        Example(
            target="推进重点工程建设",
            progress="凤凰岭隧道主体结构完成78%。",
            elsewhere="凤凰岭隧道主体结构完成65%。",
            text="78%",
            severity=Severity.INFO,
        ),
    ),
)
