"""A001: a target to which the progress text gives no result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from toolkit.rules.terms import Term


def broken() -> Term:
    """True where nothing was reported; a target that is only repeated belongs to A008."""
    from toolkit.rules.terms import col

    return (col("kind") != "milestone") & ~col("reported") & col("echo_text").is_null()


def grade(row: Row) -> Severity:
    """A warning where the year's figure may not exist yet, or where silence may mean that all is well."""
    excused = row["annual_statistic"] or row["kind"] == "zero_occurrence"
    return Severity.WARNING if excused else Severity.ERROR


RULE = Rule(
    code="A001",
    name="actual-missing",
    severity=Severity.ERROR,
    title=Text("目标没有报告结果", "No result for the target"),
    message=Text(
        "目标“{text}”没有报告结果：既没有可以比较的数，也没有完成比例。",
        "No result is reported for the target “{text}”: neither a comparable figure nor a completion "
        "percentage is given.",
    ),
    why=Text(
        "只写工作过程，不报完成数，就无从知道目标完成了多少。",
        "Activities without a figure do not tell how much of the target is done.",
    ),
    fix=Text(
        "用目标的单位写明完成数，例如：“上半年拆除违法建设6.5万平方米”；不发生类目标写明“上半年未发生”；"
        "半年确无数据的，注明“年度统计，半年无数据”。",
        "Give the result in the target's own unit, for example “上半年拆除违法建设6.5万平方米” "
        "(65,000 square metres); for a thing that must not occur say that it did not (“上半年未发生”); "
        "where the figure comes once a year, say so (“年度统计，半年无数据”).",
    ),
    check=FrameCheck(frame="targets", broken=broken, mark="answer", grade=grade, related=("target_text",)),
    requires=("table", "target", "progress"),
    passing=(
        Example(target="拆除违法建设12万平方米", progress="上半年拆除违法建设6.5万平方米。"),
        Example(target="改造棚户区800户", progress="棚户区改造已完成年度任务的62%。"),
        Example(target="不发生重大火灾事故", progress="上半年未发生重大火灾事故。"),
        Example(target="改造老旧小区156个", progress="涉及1.83万户、178万平方米，全部完工"),
        Example(target="护理型床位占比达到50%", progress="养老机构床位8640张，其中护理型4560张。"),
        Example(target="PM2.5年均浓度42微克/立方米", progress="41μg/m³"),
        Example(target="社区矫正对象再犯罪率0.2%以下", progress="在册社区矫正对象412人，无再犯罪。"),
        Example(target="独居老人探访率100%", progress="在册独居老人3286人，签订探访协议3286份。"),
    ),
    failing=(
        Example(target="拆除违法建设12万平方米", progress="多次召开调度会，加大巡查力度，压实街道责任。"),
        Example(
            target="不发生重大火灾事故",
            progress="开展消防安全培训，组织应急演练。",
            severity=Severity.WARNING,
        ),
    ),
)
