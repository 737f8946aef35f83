"""T003: several separately measured targets in one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from polars import Expr

_SEVERAL = 2


def broken() -> Expr:
    """True where the cell holds two or more numbers that are judged apart."""
    from polars import col

    return col("packed_targets") >= _SEVERAL


def grade(row: Row) -> Severity:
    """A warning where a slash joins the numbers and nothing tells which is which."""
    return Severity.WARNING if row["slash_joined"] else Severity.INFO


RULE = Rule(
    code="T003",
    name="target-packed",
    severity=Severity.INFO,
    title=Text("一格多个目标", "Several targets in one cell"),
    message=Text(
        "一个单元格里有{packed_targets}个须分别衡量的目标：“{target}”。",
        "One cell holds {packed_targets} targets that are measured apart: “{target}”.",
    ),
    why=Text(
        "几个目标挤在一格，往往只报其中一个；用斜杠并列而不写名称，还会被误读成比值单位。",
        "Of several targets in one cell often only one is reported; "
        "joined by a slash without names they even read as one compound unit.",
    ),
    fix=Text(
        "一行只写一个目标；确需合写的，逐一写明名称，例如：“一般公共预算收入86.4亿元，一般公共预算支出71.2亿元”。",
        "Give each target its own row; where that cannot be, name each of them, for example "
        "“一般公共预算收入86.4亿元，一般公共预算支出71.2亿元” "
        "(revenue 8.64 billion, expenditure 7.12 billion).",
    ),
    check=FrameCheck(
        frame="rows", broken=broken, mark="target", grade=grade, value="{packed_targets}", expected="1"
    ),
    requires=("table", "target"),
    passing=(
        Example(target="建设公共充电桩600个（其中快充桩200个）", progress="上半年建成公共充电桩350个。"),
        Example(target="新增公园绿地15公顷", progress="新增公园绿地8公顷。"),
    ),
    failing=(
        Example(target="新增公园绿地15公顷，栽植乔木2万株", progress="新增公园绿地8公顷，栽植乔木1.3万株。"),
        Example(
            task="一般公共预算收入及支出",
            target="86.4亿元/71.2亿元",
            progress="上半年一般公共预算收入44.6亿元，一般公共预算支出37.9亿元。",
            severity=Severity.WARNING,
        ),
    ),
)
