"""S008: a row that was not issued."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"
_ISSUED = _HEADER + "| 拆违 | 拆除12处 |  |\n| 植树 | 植树9棵 |  |"


def spots(submission: Submission) -> Iterator[Spot]:
    """Every row of the table that answers to no issued one, also a blank one between them."""
    for each in submission.differences:
        if each.kind == "row_unexpected":
            said = {"said_zh": f"“{each.submitted}”", "said_en": f"“{each.submitted}”"}
            blank = {"said_zh": "（空行）", "said_en": "(blank)"}
            yield Spot(
                sheet=each.sheet,
                row=each.row,
                column=each.column,
                value=each.submitted,
                facts={"row": each.row, **(said if each.submitted else blank)},
            )


RULE = Rule(
    code="S008",
    name="row-unexpected",
    severity=Severity.WARNING,
    title=Text("多出的行", "A row that was not issued"),
    message=Text("第{row}行{said_zh}不是下发的。", "Row {row} {said_en} was not issued."),
    why=Text(
        "自行增加的行没有对应的考核指标，不进入汇总。",
        "A row of one's own answers to no indicator and does not reach the consolidated table.",
    ),
    fix=Text(
        "请删除第{row}行；需要补充的情况写在相关指标的进展情况里。",
        "Delete row {row}; what has to be added belongs in the progress of its indicator.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "template"),
    passing=(
        TableExample(
            table=_HEADER + "| 植树 | 植树9棵 | 植树5棵 |\n| 拆违 | 拆除12处 | 拆除8处 |", template=_ISSUED
        ),
    ),
    failing=(
        TableExample(
            table=_HEADER
            + "| 拆违 | 拆除12处 | 拆除8处 |\n| 植树 | 植树9棵 | 植树5棵 |\n| 修路 | 修路2公里 | 修路1公里 |",
            template=_ISSUED,
            cell="A4",
        ),
    ),
)
