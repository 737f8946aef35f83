"""A004: a figure off by some thousands, as when a 万 or an 亿 slips."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from toolkit.rules.terms import Term

# A completion between 10 % and 150 % is plausible; these are its images when 千, 万 or 亿 slips.
_THOUSANDFOLD = (Decimal(10_000), Decimal(1_500_000))
_TEN_THOUSANDFOLD = (Decimal(100_000), Decimal(1_500_000))
_THOUSANDTH = (Decimal("0.001"), Decimal("0.15"))
_HUNDRED_MILLIONFOLD = (Decimal(1_000_000_000), Decimal(15_000_000_000))
_HUNDRED_MILLIONTH = (Decimal("0.0000001"), Decimal("0.0000015"))
_LEAST_PLAUSIBLE, _MOST_PLAUSIBLE = Decimal(10) / 100, Decimal(150) / 100


def slipped() -> Term:
    """True where moving the figure by 千, 万 or 亿 would make it plausible, and nothing else explains it.

    A whole number of things may honestly be a hundred times its small target, or next to nothing
    of a large one; of such counts only the wider gaps and broken numbers (1.7辆) are taken.
    """
    from toolkit.rules.terms import col

    ratio, whole = col("ratio"), col("whole_number").fill_null(value=False)
    broken_number = whole & (col("figure_base") != col("figure_base").floor())
    over = (~whole & ratio.is_between(*_THOUSANDFOLD)) | ratio.is_between(*_TEN_THOUSANDFOLD)
    under = (~whole | broken_number) & ratio.is_between(*_THOUSANDTH)
    afar = ratio.is_between(*_HUNDRED_MILLIONFOLD) | ratio.is_between(*_HUNDRED_MILLIONTH)
    explained = (col("completion") - ratio).abs() <= 1
    return _comparable() & (over | under | afar | _scale_dropped()) & ~explained.fill_null(value=False)


def _comparable() -> Term:
    from toolkit.rules.terms import col

    return col("kind").is_in(["total", "level"]) & col("units").is_in(["same", "scaled"])


def _scale_dropped() -> Term:
    """120人次 of 200万人次: plausible as soon as both numbers stand in the same scale."""
    from toolkit.rules.terms import col

    out_of_reach = (col("ratio") < _THOUSANDTH[1]) | (col("ratio") > _THOUSANDFOLD[0])
    plausible = col("figure_value").is_between(
        col("value") * _LEAST_PLAUSIBLE, col("value") * _MOST_PLAUSIBLE
    )
    return (col("units") == "scaled") & out_of_reach & plausible


def broken() -> Term:
    """True where the scale slipped, and where the two scales merely differ."""
    from toolkit.rules.terms import col

    unscaled = (col("unit") == col("base_unit")) | (col("figure_unit") == col("base_unit"))
    differs = (col("units") == "scaled") & unscaled & (col("ratio") <= _MOST_PLAUSIBLE * 100)
    return slipped() | (_comparable() & differs)


def grade(row: Row) -> Severity:
    """An info where the figure is plausible once 万辆 is brought to 辆."""
    harmless = row["units"] == "scaled" and _THOUSANDTH[1] < row["ratio"] <= _MOST_PLAUSIBLE * 100
    return Severity.INFO if harmless else Severity.ERROR


RULE = Rule(
    code="A004",
    name="scale-anomaly",
    severity=Severity.ERROR,
    title=Text("数量级异常", "The order of magnitude is off"),
    message=Text(
        "“{figure_text}”与目标“{text}”的数量级不同，折算后为目标的{ratio:2}%，请核对“万”“亿”是否多写或漏写。",
        "“{figure_text}” and the target “{text}” differ in scale: converted it is {ratio:2} % of the target. "
        "Was a “万” or an “亿” added or lost?",
    ),
    why=Text(
        "漏写一个“万”字，完成率就差一万倍，汇总数也随之失真。",
        "A lost 万 changes the completion ten-thousandfold and spoils every total that it enters.",
    ),
    fix=Text(
        "核对原始数据，并与目标使用同一计量单位，例如：目标用“辆”的，写“淘汰老旧车辆17280辆”。",
        "Check the source and use the target's own scale: where the target counts in “辆”, write for example "
        "“淘汰老旧车辆17280辆” (17,280 vehicles).",
    ),
    check=FrameCheck(
        frame="targets",
        broken=broken,
        mark="figure",
        grade=grade,
        value="{figure_text}",
        expected="{bound}{unit}",
        related=("target_text",),
    ),
    requires=("table", "target", "progress"),
    passing=(
        Example(target="淘汰老旧车辆24000辆", progress="上半年淘汰老旧车辆13500辆。"),
        Example(target="改造危旧房6000户", progress="上半年改造危旧房2户。"),
    ),
    failing=(
        Example(target="完成固定资产投资86亿元", progress="上半年完成固定资产投资45.2元。", text="45.2元"),
        Example(target="清运垃圾35万吨", progress="上半年清运垃圾182000万吨。", text="182000万吨"),
        Example(
            target="淘汰老旧车辆24000辆",
            progress="上半年淘汰老旧车辆1.35万辆。",
            text="1.35万辆",
            severity=Severity.INFO,
        ),
    ),
)
