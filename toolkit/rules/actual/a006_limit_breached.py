"""A006: a level past its cap, or below its floor when the time is up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from toolkit.rules.terms import Term

_WHOLE = 100
_SOFT_CAP, _SOFT_FLOOR = 105, 95


def broken() -> Term:
    """True where the whole interval of the figure lies beyond the limit.

    What must not occur is past its limit with the first case. A total may pass its cap at any
    time, for it never falls again; a floor, and a cap to come down to (降至), count only when the
    target's span is over, and so does a rate of change. A soft limit (左右) gives five in a hundred.
    """
    from toolkit.rules.terms import choose, coalesce, col

    soft = (col("comparator") == "~") | col("approximate").fill_null(value=False)
    down = (col("direction") == "down") & col("comparator").is_in(["~", "=="])
    caps = (col("comparator") == "<=") | down
    # the cap itself may be zero, and then there is no ratio to it
    past = coalesce("figure_low", "figure_base") > col("base_value")
    over = choose(soft, col("ratio_low") > _SOFT_CAP, past)
    floors = (col("direction") == "up") & col("comparator").is_in([">=", "==", "~"])
    under = col("ratio_high") < choose(soft, _SOFT_FLOOR, _WHOLE)
    due = ~col("falls_to").fill_null(value=False) | col("span_over")
    capped = col("kind").is_in(["level", "rate", "index", "total"]) & caps & over & due
    grown = (col("kind") == "growth") & col("comparator").is_in(["delta+", "delta-"])
    outgrown = (col("kind") == "growth") & (col("comparator") == "<=") & over & col("span_over")
    floored = ((col("kind").is_in(["level", "rate", "index"]) & floors) | grown) & under & col("span_over")
    occurred = (col("kind") == "zero_occurrence") & (col("figure_base") > 0)
    return ((col("units") != "different") & (capped | outgrown | floored)) | occurred


RULE = Rule(
    code="A006",
    name="limit-breached",
    severity=Severity.ERROR,
    title=Text("突破控制目标", "A limit is breached"),
    message=Text(
        "“{figure_text}”不符合目标“{text}”：应{bound}。",
        "“{figure_text}” breaches the target “{text}”: it should be {bound}.",
    ),
    why=Text(
        "上限一旦突破，或期满仍未达到下限，目标即未完成，须说明原因和措施。",
        "Past its cap, or below its floor when the time is up, the target is missed: "
        "reason and remedy are due.",
    ),
    fix=Text(
        "核对数据；无误的，写明原因和下一步措施，例如："
        "“细颗粒物平均浓度48微克/立方米，高于目标，主要受一季度不利气象影响，下半年开展扬尘专项治理”。",
        "Check the figure; if it is right, give the reason and the remedy, for example "
        "“细颗粒物平均浓度48微克/立方米，高于目标，主要受一季度不利气象影响，下半年开展扬尘专项治理” "
        "(above target after a stagnant first quarter; a campaign against dust follows).",
    ),
    check=FrameCheck(
        frame="targets",
        broken=broken,
        mark="figure",
        value="{figure_value}",
        expected="{bound}",
        related=("target_text",),
    ),
    requires=("table", "target", "progress", "period"),
    passing=(
        Example(
            target="细颗粒物年均浓度控制在42微克/立方米以内",
            progress="上半年细颗粒物平均浓度为40微克/立方米。",
        ),
        Example(target="群众满意率不低于90%", progress="上半年群众满意率为88.2%。"),
        Example(target="辖区无“散乱污”企业", progress="排查发现的“散乱污”企业63家已全部清理完毕。"),
        Example(target="规模以上工业增加值增长8%", progress="上半年规模以上工业增加值增长6.4%。"),
        Example(
            target="旅客运输量降幅控制在5%以内",
            progress="全年旅客运输量同比增长8.2%。",
            period="2019-01-01/2019-12-31",
        ),
        Example(target="PM2.5 35μg/m³", progress="33μg/m³"),
    ),
    failing=(
        Example(target="一般生产安全事故零发生", progress="9月份发生1起一般生产安全事故。", text="1起"),
        Example(
            target="细颗粒物年均浓度控制在42微克/立方米以内",
            progress="上半年细颗粒物平均浓度为48微克/立方米。",
            text="48微克/立方米",
        ),
        Example(
            target="群众满意率不低于90%",
            progress="全年群众满意率为88.2%。",
            text="88.2%",
            period="2019-01-01/2019-12-31",
        ),
        Example(
            target="规模以上工业增加值增长8%",
            progress="全年规模以上工业增加值增长6.4%。",
            text="6.4%",
            period="2019-01-01/2019-12-31",
        ),
        Example(
            target="社会消费品零售总额增长8%",
            progress="全年社会消费品零售总额同比下降9.6%。",
            text="9.6%",
            period="2020-01-01/2020-12-31",
        ),
        Example(
            target="用水总量增长不超过2%",
            progress="全年用水总量同比增长2.6%。",
            text="2.6%",
            period="2019-01-01/2019-12-31",
        ),
    ),
)
