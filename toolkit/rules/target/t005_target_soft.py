"""T005: a target softened by 左右, 约 or 基本, with no tolerance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a word that softens a target."""
    from polars import col

    return col("kind") == "soft"


RULE = Rule(
    code="T005",
    name="target-soft",
    severity=Severity.INFO,
    title=Text("目标留有余地", "The target is soft"),
    message=Text(
        "目标中的“{text}”没有给出允许的偏差，差多少算完成说不清。",
        "“{text}” softens the target and no tolerance is given, so it is open how near is near enough.",
    ),
    why=Text(
        "没有偏差范围的软目标，填报单位和考核部门容易各执一词。",
        "With no tolerance the reporting unit and the office may each read the target their own way.",
    ),
    fix=Text(
        "去掉“{text}”，或写明允许的偏差，例如：“全年接待游客300万人次，偏差不超过2%”。",
        "Leave “{text}” out or state the tolerance, for example "
        "“全年接待游客300万人次，偏差不超过2%” (within 2 %).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}"),
    requires=("table", "target"),
    passing=(Example(target="全年接待游客不少于300万人次", progress="上半年接待游客168万人次。"),),
    failing=(Example(target="全年接待游客300万人次左右", progress="上半年接待游客168万人次。", text="左右"),),
)
