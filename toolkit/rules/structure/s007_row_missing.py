"""S007: an indicator that was issued and did not come back."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"
_ISSUED = _HEADER + "| 拆违 | 拆除12处 |  |\n| 植树 | 植树9棵 |  |"


def spots(submission: Submission) -> Iterator[Spot]:
    """The header, once for every indicator that is not there."""
    for each in submission.differences:
        if each.kind == "row_missing":
            yield Spot(
                sheet=each.sheet,
                row=each.row,
                column=each.column,
                expected=each.issued,
                facts={"indicator": each.issued},
            )


RULE = Rule(
    code="S007",
    name="row-missing",
    severity=Severity.ERROR,
    title=Text("缺少下发的指标", "An issued indicator is missing"),
    message=Text(
        "下发的指标“{indicator}”不在表中。", "The issued indicator “{indicator}” is not in the table."
    ),
    why=Text("每项下达的指标都要有交代。", "Every indicator that was issued has to be answered."),
    fix=Text(
        "请把“{indicator}”一行补回；没有进展的，也要写明情况。",
        "Put the row “{indicator}” back; say so where there is nothing to report.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "template"),
    passing=(
        TableExample(
            table=_HEADER + "| 植树 | 植树9棵 | 植树5棵 |\n| 拆违 | 拆除12处 | 拆除8处 |", template=_ISSUED
        ),
    ),
    failing=(TableExample(table=_HEADER + "| 拆违 | 拆除12处 | 拆除8处 |", template=_ISSUED, cell="A1"),),
)
