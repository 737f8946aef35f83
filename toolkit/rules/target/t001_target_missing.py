"""T001: a target cell that is blank or holds a placeholder only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from toolkit.rules.terms import Term


def broken() -> Term:
    """True where the target says nothing at all."""
    from toolkit.rules.terms import col

    return col("target_placeholder")


RULE = Rule(
    code="T001",
    name="target-missing",
    severity=Severity.ERROR,
    title=Text("年度目标缺失", "The target is missing"),
    message=Text(
        "年度目标没有内容：单元格为空，或只有“—”“待定”一类的占位文字。",
        "The target says nothing: the cell is blank or holds a placeholder such as “—” or “待定”.",
    ),
    why=Text(
        "没有目标，进展就无从衡量，这一行也无法考核。",
        "Without a target there is nothing to hold the progress against, and the row cannot be judged.",
    ),
    fix=Text(
        "按下达的任务书填写年度目标，写明做什么、做多少，例如：“改造老旧供水管网8公里”。",
        "Enter the target as it was issued, with what is to be done and how much of it, "
        "for example “改造老旧供水管网8公里” (renew 8 km of water mains).",
    ),
    check=FrameCheck(frame="rows", broken=broken, mark="target"),
    requires=("table", "target"),
    passing=(
        Example(target="改造老旧供水管网8公里", progress="上半年改造老旧供水管网4.3公里。"),
        Example(target="无重大食品安全事故", progress="上半年未发生重大食品安全事故。"),
    ),
    failing=(
        Example(target="待定", progress="上半年改造老旧供水管网4.3公里。"),
        Example(target="——", progress="已完成前期摸底。"),
    ),
)
