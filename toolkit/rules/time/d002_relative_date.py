"""D002: 本月, 近期, 上周 in the report of a longer period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a date that means something only on the day of writing."""
    from polars import col

    return col("kind") == "relative_date"


RULE = Rule(
    code="D002",
    name="relative-date",
    severity=Severity.INFO,
    title=Text("时间表述不明确", "A date without a date"),
    message=Text(
        "“{text}”指代不明，请写具体日期。",
        "“{text}” does not tell which date is meant.",
    ),
    why=Text(
        "半年报、年报里的“本月”“近期”多半是从月报粘贴来的，读者不知道指哪个月。",
        "In a half-year or yearly report 本月 or 近期 mostly comes from a monthly one, "
        "and nobody knows which month is meant.",
    ),
    fix=Text(
        "改写为具体月份或日期，例如：“本月完成清淤3公里”改为“6月完成清淤3公里”。",
        "Write the month or the day: “本月完成清淤3公里” becomes for example "
        "“6月完成清淤3公里” (3 km in June).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{text}"),
    requires=("table", "progress"),
    passing=(Example(target="河道清淤20公里", progress="6月完成河道清淤3公里，上半年累计12公里。"),),
    failing=(
        Example(target="河道清淤20公里", progress="本月完成河道清淤3公里，上半年累计12公里。", text="本月"),
    ),
)
