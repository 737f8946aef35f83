"""P002: a percentage that its own numerator and denominator do not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule
from toolkit.rules.percentage.rounding import contradicted, scale_explains

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True beyond rounding, beyond what rounded inputs allow, and not merely cut off.

    Where a completion is right but for a 万 or 亿 that slipped from its figure, A004 tells of the figure.
    """
    from polars import col

    both = col("numerator").is_not_null() & col("denominator").is_not_null()
    return both & contradicted() & ~(col("completion") & scale_explains())


RULE = Rule(
    code="P002",
    name="percentage-contradicts-figures",
    severity=Severity.ERROR,
    title=Text("百分比与数据不符", "The percentage contradicts its figures"),
    message=Text(
        "“{text}”与所列数据不符：{numerator:zh}除以{denominator:zh}为{rounded}%。",
        "“{text}” does not follow from its figures: {numerator:en} of {denominator:en} is {rounded} %.",
    ),
    why=Text(
        "比率和数据对不上，至少有一个是错的，考核结果因此不可信。",
        "Where a share and its figures disagree at least one of them is wrong, "
        "and the result cannot be trusted.",
    ),
    fix=Text(
        "核对分子、分母和百分比，更正有误的一项，例如：“应检320家，已检256家，检查率80%”。",
        "Check numerator, denominator and percentage and correct the wrong one, for example "
        "“应检320家，已检256家，检查率80%” (256 of 320 inspected, 80 %).",
    ),
    check=FrameCheck(
        frame="percentages", broken=broken, mark="percentage", value="{value}%", expected="{rounded}%"
    ),
    requires=("table", "progress"),
    passing=(
        Example(target="检查企业320家", progress="上半年检查企业192家，完成全年任务的60%。"),
        Example(target="检查企业320家", progress="上半年检查企业207家，完成全年任务的64.6%。"),
        Example(target="新增就业5万人", progress="上半年新增就业2.87人，完成全年任务的57.4%。"),
        Example(target="带动就业1500人", progress="带动就业412人，完成阶段目标任务的103%。"),
    ),
    failing=(
        Example(
            target="收入10万元以上村占比80%", progress="26个村中，21个村超过10万元，占比78.5%。", text="78.5%"
        ),
        Example(target="检查企业320家", progress="上半年检查企业192家，完成全年任务的65%。", text="65%"),
        Example(target="收入增长13%", progress="收入13826元，较上年的12180元增长15.5%。", text="15.5%"),
    ),
)
