"""N006: the same progress, word for word, as in the submission before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.finding import Severity, Text
from toolkit.rules.model import Cause, Example, FrameCheck, Rule

if TYPE_CHECKING:
    from polars import Expr


def broken() -> Expr:
    """True where a later period is told in the words of the earlier one, and the work is not done yet.

    A correction within one period repeats most of its text, as it should.
    """
    from polars import col

    return col("told_again") & col("ongoing") & (col("previous_last") < col("period_last"))


RULE = Rule(
    code="N006",
    name="progress-repeated",
    severity=Severity.WARNING,
    title=Text("进展与上次报送一字不差", "The progress of the period before"),
    message=Text(
        "进展情况与上次报送（截至{previous_last:zh}）一字不差，看不出本期有什么进展。",
        "The progress is word for word that of the previous submission (up to {previous_last}): "
        "nothing shows what this period has brought.",
    ),
    why=Text(
        "照抄上期的文字，多半是没有更新数据，本期的进度无从判断。",
        "A text that is sent again was mostly not brought up to date, and says nothing of this period.",
    ),
    fix=Text(
        "更新到填报期末；确无进展的，写明原因和下一步安排，例如：“二季度受汛期影响暂停施工，7月复工，9月底前完成”。",
        "Bring it up to the end of the period; where nothing has moved, say why and what comes next, "
        "for example "
        "“二季度受汛期影响暂停施工，7月复工，9月底前完成” "
        "(halted by floods, resumed in July, complete by September).",
    ),
    check=FrameCheck(frame="rows", broken=broken, mark="progress", expected="> {previous_last}"),
    requires=("table", "progress", "period", "previous"),
    passing=(
        Example(
            target="新建绿道18公里",
            progress="累计新建绿道9.6公里。",
            previous=("新建绿道18公里", "累计新建绿道4.2公里。"),
        ),
        Example(
            target="新建绿道18公里",
            progress="已全部完成，新建绿道18公里。",
            previous=("新建绿道18公里", "已全部完成，新建绿道18公里。"),
        ),
        Example(
            target="不发生重大安全事故", progress="未发生。", previous=("不发生重大安全事故", "未发生。")
        ),
        Example(
            target="建成区文化馆",
            progress="文化馆已建成并投入使用。",
            previous=("建成区文化馆", "文化馆已建成并投入使用。"),
        ),
        Example(
            target="新建绿道18公里",
            progress="累计新建绿道4.2公里。",
            previous=("新建绿道18公里", "累计新建绿道4.2公里。"),
            previous_period="2017-01-01/2017-06-30",
        ),
    ),
    failing=(
        Example(
            target="新建绿道18公里",
            progress="累计新建绿道4.2公里。",
            previous=("新建绿道18公里", "累计新建绿道4.2 公里。"),
        ),
        Example(
            target="建成区文化馆",
            progress="加强协调，正在推进主体施工。",
            previous=("建成区文化馆", "加强协调，正在推进主体施工。"),
        ),
    ),
    follows=(Cause("D001", "cell"), Cause("D005", "cell")),
)
