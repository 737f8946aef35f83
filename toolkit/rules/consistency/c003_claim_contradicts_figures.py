"""C003: a claim (已完成, 超额, 提前, 过半) against the number of its own row."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from polars import Expr

_LEAST = {"completed": Decimal(100), "ahead": Decimal(100), "over": Decimal(100), "half": Decimal(50)}


def broken() -> Expr:
    """True where the completion is less than the claim needs; 超额 needs more than all, if only by 以上."""
    from polars import col

    done, claim = col("ratio"), col("claim")
    whole = claim.is_in(["completed", "ahead"]) & (done < _LEAST["completed"])
    exact = ~col("ratio_approximate").fill_null(value=False)
    more = (claim == "over") & ((done < _LEAST["over"]) | ((done == _LEAST["over"]) & exact))
    half = (claim == "half") & (done < _LEAST["half"])
    pace = (claim == "pace") & (done < col("elapsed"))
    return (col("kind") == "claim") & (whole | more | half | pace)


def grade(row: Row) -> Severity:
    """A warning within one point of the claim, or where the figure itself is approximate."""
    near = _LEAST.get(row["claim"], row["elapsed"]) - row["ratio"] <= 1
    return Severity.WARNING if near or row["ratio_approximate"] else Severity.ERROR


RULE = Rule(
    code="C003",
    name="claim-contradicts-figures",
    severity=Severity.ERROR,
    title=Text("结论与数据矛盾", "The claim contradicts the figures"),
    message=Text(
        "“{text}”与本行数据矛盾：按所报数据，年度目标的完成率只有{ratio:2}%。",
        "“{text}” contradicts the figures of its row: by these the year's target stands at {ratio:2} %.",
    ),
    why=Text(
        "结论与数据只能有一个是对的，照结论考核会虚报，照数据考核会漏报。",
        "Only one of the two can be right, and the score depends on which one is believed.",
    ),
    fix=Text(
        "核对数据，按实际完成情况改写结论，例如：“已建成停车泊位640个，完成年度任务的64%”。",
        "Check the figure and let the claim follow from it, for example "
        "“已建成停车泊位640个，完成年度任务的64%” (640 spaces, 64 % of the target).",
    ),
    check=FrameCheck(
        frame="phrases", broken=broken, mark="phrase", grade=grade, value="{ratio:2}%", related=("target",)
    ),
    requires=("table", "target", "progress"),
    passing=(
        Example(target="建设停车泊位1000个", progress="已建成停车泊位1060个，超额完成全年任务。"),
        Example(target="建设停车泊位1000个", progress="已建成停车泊位640个，实现任务过半。"),
        Example(target="新增就业6万人", progress="上半年新增就业35200人，完成全年任务的58.7%。"),
        Example(target="城镇登记失业率控制在4%以内", progress="城镇登记失业率2.86%，提前完成全年任务。"),
        Example(target="完成投资14亿元", progress="其中18个事项已提前完成全年任务；已完成投资12.4亿元。"),
    ),
    failing=(
        Example(
            target="建设停车泊位1000个",
            progress="已建成停车泊位640个，超额完成全年任务。",
            text="超额完成全年任务",
        ),
        Example(
            target="建设停车泊位1000个",
            progress="已建成停车泊位995个，提前完成全年任务。",
            text="提前完成全年任务",
            severity=Severity.WARNING,
        ),
        Example(
            target="细颗粒物年均浓度控制在58微克/立方米以内",
            progress="细颗粒物平均浓度61微克/立方米，圆满完成年度目标。",
            text="圆满完成年度目标",
        ),
    ),
)
