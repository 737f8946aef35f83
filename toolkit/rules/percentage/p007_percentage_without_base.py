"""P007: a share that cannot be recomputed, for want of its numerator or denominator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Cause, Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True for a share of a whole with one of its two numbers missing, where the share answers a target.

    A share told by the way (回复率100%，一部分占52.4%) is nobody's result, and needs no base.
    """
    from polars import col

    share = col("bounded") & ~col("growth") & ~col("completion")
    asked = col("target_index").is_not_null() | col("denominator").is_not_null()
    told = (col("value") >= 100) | ~col("attainable").fill_null(value=True)
    written = col("text").str.contains("[%％‰]|百分之")
    asked &= col("typed_column").is_null()  # a cell for the number alone has no room for its base
    return share & asked & written & ~told & (col("numerator").is_null() | col("denominator").is_null())


RULE = Rule(
    code="P007",
    name="percentage-without-base",
    severity=Severity.INFO,
    title=Text("百分比缺少基数", "A percentage without its figures"),
    message=Text(
        "“{text}”没有同时给出分子和分母，无法复核。",
        "“{text}” comes without both of its figures and cannot be recomputed.",
    ),
    why=Text(
        "只有比率没有基数，看不出是3家中的2家，还是3000家中的2000家。",
        "A bare share does not tell two of three from two thousand of three thousand.",
    ),
    fix=Text(
        "补上分子和分母，例如：“应整改25件，已整改23件，整改率92%”。",
        "Add both numbers, for example “应整改25件，已整改23件，整改率92%” (23 of 25 mended, 92 %).",
    ),
    check=FrameCheck(frame="percentages", broken=broken, mark="percentage", value="{value}%"),
    requires=("table", "progress"),
    follows=(Cause("P009", "phrase"), Cause("P006", "phrase")),
    passing=(
        Example(target="隐患整改率达到90%", progress="应整改隐患25件，已整改23件，整改率92%。"),
        Example(target="地区生产总值比上年增长6%", progress="地区生产总值同比增长6.4%。"),
    ),
    failing=(Example(target="隐患整改率达到90%", progress="上半年隐患整改率92%。", text="92%"),),
)
