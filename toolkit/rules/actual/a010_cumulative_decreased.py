"""A010: a cumulative figure below the one in the submission before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where even the most that the figure allows is less than the least that was told before.

    The columns are null where the two do not count the same thing from the same day on.
    """
    from polars import col

    return (col("total_high") < col("previous_low")) & (col("previous_day") <= col("total_day"))


RULE = Rule(
    code="A010",
    name="cumulative-decreased",
    severity=Severity.ERROR,
    title=Text("累计数比上次报送减少", "A cumulative figure has fallen"),
    message=Text(
        "“{total_text}”少于上次报送的“{previous_text}”（截至{previous_day:zh}）：累计数只增不减，必有一次有误。",
        "“{total_text}” is less than the “{previous_text}” of the previous submission (up to "
        "{previous_day}): a cumulative figure never falls, so one of the two is wrong.",
    ),
    why=Text(
        "累计数减少，说明两次口径不一，或其中一次填错，据此算出的进度都不可信。",
        "When a total falls the two were counted differently or one is wrong, and no pace can rest on them.",
    ),
    fix=Text(
        "核对两次的口径和原始数据；上次有误的，写明更正原因，例如：“累计新建绿道9.6公里（一季度误报为12公里，现更正）”。",
        "Compare how the two were counted; where the earlier one was wrong, say so, for example "
        "“累计新建绿道9.6公里（一季度误报为12公里，现更正）” (9.6 km; the former 12 km were an error).",
    ),
    check=FrameCheck(
        frame="targets",
        broken=broken,
        mark="total",
        value="{total_text}",
        expected="≥ {previous_text}",
        related=("target_text",),
    ),
    requires=("table", "target", "progress", "period", "previous"),
    passing=(
        Example(
            target="新建绿道18公里",
            progress="上半年新建绿道9.6公里。",
            previous=("新建绿道18公里", "一季度新建绿道4.2公里。"),
        ),
        Example(
            target="新建绿道18公里",
            progress="二季度新建绿道3.1公里。",
            previous=("新建绿道18公里", "一季度新建绿道4.2公里。"),
        ),
        Example(
            target="新建绿道18公里",
            progress="一季度新建绿道4.2公里。",
            period="2018-01-01/2018-03-31",
            previous=("新建绿道18公里", "全年新建绿道18公里。"),
            previous_period="2017-01-01/2017-12-31",
        ),
        Example(
            target="新建绿道18公里",
            progress="累计新建绿道9.6公里（一季度误报为12公里，现更正）。",
            previous=("新建绿道18公里", "一季度新建绿道12公里。"),
        ),
        Example(
            target="路面平整度合格率达到95%",
            progress="上半年合格率为94%。",
            previous=("路面平整度合格率达到95%", "一季度合格率为96%。"),
        ),
    ),
    failing=(
        Example(
            target="新建绿道18公里",
            progress="上半年新建绿道9.6公里。",
            text="9.6公里",
            previous=("新建绿道18公里", "一季度新建绿道12公里。"),
        ),
        Example(
            target="培训护林员900人次",
            progress="二季度培训护林员120人次，累计培训护林员310人次。",
            text="310人次",
            previous=("培训护林员900人次", "截至3月底，累计培训护林员330人次。"),
        ),
    ),
)
