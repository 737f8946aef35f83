"""P003: a percentage cut off where it should be rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule
from toolkit.rules.percentage.rounding import cut_off

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where dropping the further digits explains the value and rounding does not."""
    return cut_off()


RULE = Rule(
    code="P003",
    name="percentage-truncated",
    severity=Severity.INFO,
    title=Text("百分比未四舍五入", "The percentage is cut off, not rounded"),
    message=Text(
        "“{text}”是截断的结果：{numerator:zh}除以{denominator:zh}为{exact:4}%，四舍五入应为{rounded}%。",
        "“{text}” is cut off: {numerator:en} of {denominator:en} is {exact:4} %, "
        "which rounds to {rounded} %.",
    ),
    why=Text(
        "各单位取舍不一，汇总和排名就会有细微出入。",
        "Where one office cuts and the next one rounds, totals and ranks come out slightly different.",
    ),
    fix=Text(
        "统一按四舍五入保留小数，例如：415除以600为69.1667%，写“69.2%”。",
        "Round to the digits shown: 415 of 600 is 69.1667 %, so write for example “69.2%”.",
    ),
    check=FrameCheck(
        frame="percentages", broken=broken, mark="percentage", value="{value}%", expected="{rounded}%"
    ),
    requires=("table", "progress"),
    passing=(Example(target="安装充电桩600个", progress="安装充电桩415个，完成全年任务的69.2%。"),),
    failing=(
        Example(target="安装充电桩600个", progress="安装充电桩415个，完成全年任务的69.1%。", text="69.1%"),
    ),
)
