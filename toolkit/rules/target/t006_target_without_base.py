"""T006: a change asked for without saying from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where a rise or a fall names neither a base period nor a base value."""
    from polars import col

    change = col("comparator").is_in(["delta+", "delta-"])
    return change & ~col("has_base")


RULE = Rule(
    code="T006",
    name="target-without-base",
    severity=Severity.INFO,
    title=Text("增减目标没有基数", "A change without its base"),
    message=Text(
        "目标“{text}”没有写明与哪一时期或哪个基数相比。",
        "The target “{text}” does not say which period or value it is compared with.",
    ),
    why=Text(
        "基期不同，结论可能相反：比上年、比上年同期和比规划基年，算出来不是一个数。",
        "The base decides the result: last year, the same months of last year "
        "and the plan's base year all differ.",
    ),
    fix=Text(
        "写明基期或基数，例如：“社会消费品零售总额比上年增长8%”。",
        "Name the base period or the base value, for example "
        "“社会消费品零售总额比上年增长8%” (retail sales up 8 % on last year).",
    ),
    check=FrameCheck(frame="targets", broken=broken, mark="target_text"),
    requires=("table", "target"),
    passing=(
        Example(target="社会消费品零售总额比上年增长8%", progress="上半年社会消费品零售总额同比增长7.6%。"),
    ),
    failing=(
        Example(
            target="社会消费品零售总额增长8%",
            progress="上半年社会消费品零售总额同比增长7.6%。",
            text="增长8%",
        ),
    ),
)
