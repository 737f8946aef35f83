"""P004: a percentage that no whole number of so many things can give (the GRIM test)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule
from toolkit.rules.percentage.rounding import contradicted, cut_off, exactly_meant

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where no whole numerator fits; P002 and P003 speak first where they can."""
    from polars import col

    spoken_for = contradicted().fill_null(value=False) | cut_off().fill_null(value=False)
    return exactly_meant() & col("whole_denominator") & ~col("attainable") & ~spoken_for


RULE = Rule(
    code="P004",
    name="percentage-impossible",
    severity=Severity.ERROR,
    title=Text("百分比不可能出现", "No count gives this percentage"),
    message=Text(
        "“{text}”不可能出现：总数为{denominator}时，无论完成多少个都得不出这个百分比。",
        "“{text}” cannot be: out of {denominator}, no whole number gives this percentage.",
    ),
    why=Text(
        "按个数统计的比率只能取有限的几个值，落在这些值之外，说明总数或比率有误。",
        "A share of a count can take few values only; any other means that the total or the share is wrong.",
    ),
    fix=Text(
        "核对总数和百分比，并写明分子，例如：“抽查15家，合格14家，合格率93.3%”。",
        "Check the total and the percentage and give the numerator, for example "
        "“抽查15家，合格14家，合格率93.3%” (14 of 15 passed, 93.3 %).",
    ),
    check=FrameCheck(frame="percentages", broken=broken, mark="percentage", value="{value}%"),
    requires=("table", "progress"),
    passing=(Example(target="药店抽查合格率达到90%", progress="15家药店已全部抽查，且合格率为93.3%。"),),
    failing=(
        Example(
            target="药店抽查合格率达到90%", progress="15家药店已全部抽查，且合格率为95.5%。", text="95.5%"
        ),
    ),
)
