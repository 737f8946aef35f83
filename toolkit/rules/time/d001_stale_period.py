"""D001: a figure that ends before the reporting period does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True once for each stated period that ends too early; another year is left to D005."""
    from polars import col, struct

    same_year = col("stated_last").dt.year() == col("period_last").dt.year()
    stale = col("decides_period") & same_year & (col("stated_last") < col("period_last"))
    return stale & struct("key", "stated_start", stale.alias("stale")).is_first_distinct()


RULE = Rule(
    code="D001",
    name="stale-period",
    severity=Severity.WARNING,
    title=Text("数据期次滞后", "The figure is of an earlier period"),
    message=Text(
        "“{stated_text}”只到{stated_last:zh}，填报期截至{period_last:zh}，数据没有更新到期末。",
        "“{stated_text}” ends on {stated_last}, the reporting period on {period_last}: "
        "the figure is not up to date.",
    ),
    why=Text(
        "各单位数据截止时间不一，进度就无法比较。",
        "Figures that end at different times cannot be compared with one another.",
    ),
    fix=Text(
        "补报到填报期末的数据；确实未出的，写明原因和补报时间，例如：“1-5月为38微克/立方米，6月数据7月15日公布后补报”。",
        "Bring the figure up to the end of the period; where it is not out yet, say when it will be, "
        "for example "
        "“1-5月为38微克/立方米，6月数据7月15日公布后补报” (June follows on 15 July).",
    ),
    check=FrameCheck(
        frame="figures", broken=broken, mark="stated", value="{stated_last}", expected="{period_last}"
    ),
    requires=("table", "progress", "period"),
    passing=(
        Example(target="转移农村劳动力8000人", progress="1-6月转移农村劳动力4620人。"),
        Example(target="转移农村劳动力8000人", progress="截至6月底，累计转移农村劳动力4620人。"),
        Example(target="家庭医生签约率达到40%", progress="家庭医生签约率41.5%（上年同期38%）。"),
    ),
    failing=(
        Example(target="转移农村劳动力8000人", progress="1-5月转移农村劳动力4180人。", text="1-5月"),
        Example(
            target="转移农村劳动力8000人",
            progress="上半年转移农村劳动力4620人。",
            text="上半年",
            period="2020-01-01/2020-09-30",
        ),
        Example(target="家庭医生签约率40%", progress="签约率41.5%（截至3月底）。", text="截至3月底"),
    ),
)
