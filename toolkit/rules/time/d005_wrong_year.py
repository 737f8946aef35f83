"""D005: a figure of another year than the round's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True once for each stated period that ends in another year."""
    from polars import col, struct

    another = col("stated_last").dt.year() != col("period_last").dt.year()
    wrong = col("decides_period") & another
    return wrong & struct("key", "stated_start", wrong.alias("wrong")).is_first_distinct()


RULE = Rule(
    code="D005",
    name="wrong-year",
    severity=Severity.ERROR,
    title=Text("数据年份不对", "The figure is of another year"),
    message=Text(
        "“{stated_text}”不是本轮填报的年份，填报期截至{period_last:zh}。",
        "“{stated_text}” is not of this round's year; the reporting period ends on {period_last}.",
    ),
    why=Text(
        "多半是沿用了上年的材料，数据不能作为本年完成数。",
        "Mostly last year's text was used again, and its figure is no result of this year.",
    ),
    fix=Text(
        "换成本年数据；确为往年对比的，注明是同期数，例如：“2022年上半年完成9.6公里（上年同期8.1公里）”。",
        "Give this year's figure, and mark an earlier one as a comparison, for example "
        "“2022年上半年完成9.6公里（上年同期8.1公里）” (9.6 km, 8.1 km a year before).",
    ),
    check=FrameCheck(
        frame="figures", broken=broken, mark="stated", value="{stated_last}", expected="{period_last}"
    ),
    requires=("table", "progress", "period"),
    passing=(
        Example(
            target="新建绿道18公里",
            progress="2022年上半年新建绿道9.6公里。",
            period="2022-01-01/2022-06-30",
        ),
    ),
    failing=(
        Example(
            target="新建绿道18公里",
            progress="2021年上半年新建绿道9.6公里。",
            text="2021年上半年",
            period="2022-01-01/2022-06-30",
        ),
    ),
)
