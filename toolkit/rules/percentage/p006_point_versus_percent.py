"""P006: a difference of two rates in percent, or a relative change in percentage points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where one of the two stands for the other."""
    from polars import col

    return col("kind").is_in(["point_for_percent", "percent_for_point"])


RULE = Rule(
    code="P006",
    name="point-versus-percent",
    severity=Severity.WARNING,
    title=Text("百分点与百分比混用", "Percent and percentage points confused"),
    message=Text(
        "“{text}”混用了百分点与百分比：两个比率相减用“个百分点”，数量增减用“%”。",
        "“{text}” confuses the two: a difference of rates is in percentage points, "
        "a change of an amount in percent.",
    ),
    why=Text(
        "从80%提高5%是84%，提高5个百分点是85%，结果不同。",
        "From 80 %, a rise of 5 % gives 84 % and a rise of 5 points gives 85 %.",
    ),
    fix=Text(
        "按实际含义改写，例如：“绿化覆盖率由41%提高到43%，提高2个百分点”。",
        "Write what is meant, for example "
        "“绿化覆盖率由41%提高到43%，提高2个百分点” (from 41 % to 43 %, up 2 points).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}", expected="{hint}"),
    requires=("table", "progress"),
    passing=(
        Example(target="绿化覆盖率提高2个百分点", progress="绿化覆盖率由41%提高到43%，提高2个百分点。"),
    ),
    failing=(
        Example(target="绿化覆盖率提高2个百分点", progress="绿化覆盖率由41%提高到43%，提高2%。", text="2%"),
        Example(target="绿化覆盖率42%", progress="绿化覆盖率43.1%，提高1.3%。", text="1.3%"),
    ),
)
