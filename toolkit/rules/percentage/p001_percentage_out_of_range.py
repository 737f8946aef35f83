"""P001: a share of a whole that is less than nothing or more than all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from toolkit.rules.terms import Term


def broken() -> Term:
    """True for a bounded share outside 0 to 100 percent, which is 0 to 1000 per mille."""
    from toolkit.rules.terms import col

    return col("bounded") & ~col("value").is_between(0, 100)


RULE = Rule(
    code="P001",
    name="percentage-out-of-range",
    severity=Severity.ERROR,
    title=Text("百分比超出范围", "The percentage is out of range"),
    message=Text(
        "“{text}”超出范围：这一比率只能在0至100%（0至1000‰）之间。",
        "“{text}” is out of range: this share can only lie between 0 and 100 % (0 and 1000 ‰).",
    ),
    why=Text(
        "部分不可能大于整体，多半是多输了一位数，或者分子分母口径不一。",
        "A part cannot exceed its whole: mostly a digit too many was typed, "
        "or the two were counted differently.",
    ),
    fix=Text(
        "核对后更正，并写明分子分母，例如：“应整改25件，已整改23件，整改率92%”。",
        "Correct it and give both numbers, for example "
        "“应整改25件，已整改23件，整改率92%” (23 of 25 mended, 92 %).",
    ),
    check=FrameCheck(
        frame="percentages", broken=broken, mark="percentage", value="{value}%", expected="0–100%"
    ),
    requires=("table", "progress"),
    passing=(
        Example(target="投诉办结率达到95%", progress="上半年受理投诉250件，办结240件，办结率96%。"),
        Example(target="改造热力管网30公里", progress="改造热力管网33公里，完成全年任务的110%。"),
    ),
    failing=(Example(target="投诉办结率达到95%", progress="上半年投诉办结率196%。", text="196%"),),
)
