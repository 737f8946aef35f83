"""T004: a target number with no unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where an amount or a level stands without a unit; an index or a score needs none."""
    from polars import col

    return col("value").is_not_null() & col("unit").is_null() & col("kind").is_in(["total", "level"])


RULE = Rule(
    code="T004",
    name="target-without-unit",
    severity=Severity.WARNING,
    title=Text("目标没有单位", "The target has no unit"),
    message=Text(
        "目标“{text}”只有数字{value}，没有单位。",
        "The target “{text}” gives the number {value} without a unit.",
    ),
    why=Text(
        "没有单位的数字可以有多种读法，是人还是人次、是元还是万元，差别很大。",
        "A bare number can be read in several ways: persons or visits, yuan or ten thousand yuan.",
    ),
    fix=Text(
        "在数字后写明单位，例如：“新增城镇就业6500人”。",
        "Write the unit after the number, for example “新增城镇就业6500人” (6,500 persons).",
    ),
    check=FrameCheck(frame="targets", broken=broken, mark="target_text", value="{value}"),
    requires=("table", "target"),
    passing=(
        Example(target="新增城镇就业6500人", progress="上半年新增城镇就业3620人。"),
        Example(target="公众安全感指数达到95", progress="上半年公众安全感指数为95.4。"),
        Example(target="城乡居民收入比缩小至2.1以内"),
    ),
    failing=(Example(target="新增城镇就业6500", progress="上半年新增城镇就业3620人。", text="6500"),),
)
