"""A007: less done than the elapsed share of the year asks for (序时进度)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.actual.a004_scale_anomaly import slipped
from toolkit.rules.model import Example, FrameCheck, Row, Rule

if TYPE_CHECKING:
    from toolkit.rules.terms import Term


def broken() -> Term:
    """True where a total that should grow lies below the pace, even at the top of its interval.

    A count of states (在施, 已立项) is no total, and a budget's ceiling is not to be reached.
    """
    from toolkit.rules.terms import coalesce, col

    cumulative = (col("kind") == "total") & (col("direction") == "up")
    to_be_reached = col("comparator").is_in([">=", "==", "~"])
    counted = ~col("figure_status_count").fill_null(value=False)
    behind = coalesce("ratio_high", "ratio", "completion") < col("elapsed")
    return cumulative & to_be_reached & counted & behind & ~slipped().fill_null(value=False)


def grade(row: Row) -> Severity:
    """An info within ten points, or where one more whole thing would bring it up to the pace."""
    done = row["completion"] if row["ratio"] is None else row["ratio"]
    if row["elapsed"] - done <= row["near"] or _one_more_reaches(row):
        return Severity.INFO
    return Severity.WARNING


def _one_more_reaches(row: Row) -> bool:
    if not row["whole_number"] or row["figure_base"] is None:
        return False
    return bool((row["figure_base"] + 1) * 100 >= row["elapsed"] * row["base_value"])


RULE = Rule(
    code="A007",
    name="behind-pace",
    severity=Severity.WARNING,
    title=Text("落后于序时进度", "Behind the pace"),
    message=Text(
        "“{told_text}”落后于序时进度：时间已过{elapsed:2}%，按进度应完成{pace:2}{unit}（目标“{text}”）。",
        "“{told_text}” is behind the pace: {elapsed:2} % of the time has passed, which asks for "
        "{pace:2} {unit} of the target “{text}”.",
    ),
    why=Text(
        "落后越早发现，越来得及补上。",
        "The sooner a lag is seen, the easier it is made up.",
    ),
    fix=Text(
        "核对完成数；无误的，写明原因和赶工安排，例如：“完成管线改造21公里，受汛期影响进度滞后，10月底前可全部完工”。",
        "Check the figure; if it is right, give the reason and the plan to catch up, for example "
        "“完成管线改造21公里，受汛期影响进度滞后，10月底前可全部完工” "
        "(21 km, delayed by floods, complete by October).",
    ),
    check=FrameCheck(
        frame="targets",
        broken=broken,
        mark="told",
        grade=grade,
        value="{told_text}",
        expected="≥ {pace:2}{unit}",
        related=("target_text",),
        thresholds={"near": 10},
    ),
    requires=("table", "target", "progress", "period"),
    passing=(
        Example(target="改造地下管线60公里", progress="上半年改造地下管线34公里。"),
        Example(
            target="改造地下管线60公里",
            progress="1-9月改造地下管线47.5公里。",
            period="2021-01-01/2021-09-30",
        ),
        Example(target="三公经费控制在900万元以内", progress="上半年三公经费支出210万元。"),
    ),
    failing=(
        Example(target="改造地下管线60公里", progress="上半年改造地下管线12.4公里。", text="12.4公里"),
        Example(
            target="新建社区文化中心5个",
            progress="上半年新建社区文化中心2个。",
            text="2个",
            severity=Severity.INFO,
        ),
    ),
)
