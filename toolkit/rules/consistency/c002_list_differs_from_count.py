"""C002: a closed list with more or fewer items than its count says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where the items listed are not as many as stated."""
    from polars import col

    return (col("kind") == "counted_list") & (col("stated") != col("counted"))


RULE = Rule(
    code="C002",
    name="list-differs-from-count",
    severity=Severity.WARNING,
    title=Text("列举与个数不符", "The list differs from its count"),
    message=Text(
        "“{text}”写的是{stated}个，实际列出{counted}个。",
        "“{text}” says {stated} and lists {counted}.",
    ),
    why=Text(
        "个数与列举不一致，要么漏列，要么数错。",
        "Either something was left out of the list or it was miscounted.",
    ),
    fix=Text(
        "补全列举或更正个数，只举其中几个的加“等”，例如：“东园、西园等5个公园已完成改造”。",
        "Complete the list or correct the count, and where only some are named add “等”, for example "
        "“东园、西园等5个公园已完成改造” (five parks, among them the two named).",
    ),
    check=FrameCheck(frame="phrases", broken=broken, mark="phrase", value="{counted}", expected="{stated}"),
    requires=("table", "progress"),
    passing=(
        Example(target="改造社区公园3个", progress="上半年完成东园、西园、北园三个公园改造。"),
        Example(target="改造社区公园8个", progress="上半年完成东园、西园等5个公园改造。"),
    ),
    failing=(
        Example(
            target="改造社区公园4个",
            progress="东园、西园、北园四个公园已完成改造。",
            text="东园、西园、北园四个",
        ),
    ),
)
