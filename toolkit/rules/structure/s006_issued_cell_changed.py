"""S006: a cell, a sheet or a name that the office issued is not as it was issued."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.comparison.model import cell_name
from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"
_ISSUED = _HEADER + "| 拆违 | 拆除12处 |  |\n| 植树 | 植树9棵 |  |"


def spots(submission: Submission) -> Iterator[Spot]:
    """Every issued cell with another content, and what is about the sheet: its name, its names."""
    for each in submission.differences:
        if each.kind == "value":
            place = each.what or cell_name(each)
            yield Spot(
                sheet=each.sheet,
                row=each.row,
                column=each.column,
                text=each.submitted if each.row and not each.what else None,
                value=each.submitted,
                expected=each.issued,
                facts={
                    "place_zh": place.zh,
                    "place_en": place.en,
                    "issued_zh": f"“{each.issued}”" if each.issued else "空白",
                    "issued_en": f"“{each.issued}”" if each.issued else "blank",
                    "submitted_zh": f"“{each.submitted}”" if each.submitted else "空白",
                    "submitted_en": f"“{each.submitted}”" if each.submitted else "blank",
                },
            )


RULE = Rule(
    code="S006",
    name="issued-cell-changed",
    severity=Severity.ERROR,
    title=Text("改动了下发的内容", "What was issued was changed"),
    message=Text(
        "{place_zh}：下发时是{issued_zh}，现在是{submitted_zh}。",
        "{place_en}: it was issued as {issued_en} and is {submitted_en} now.",
    ),
    why=Text(
        "任务、目标和单位是下达的，改了就不再是要考核的那一项。",
        "Tasks, targets and units were set by the office; with others the row is not the one to be judged.",
    ),
    fix=Text(
        "请恢复为{issued_zh}；确需调整的，另行报请批准。",
        "Put {issued_en} back; ask the office where it has to be changed.",
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
            table=_HEADER + "| 拆违 | 拆除2处 | 拆除8处 |\n| 植树 | 植树9棵 | 植树5棵 |",
            template=_ISSUED,
            cell="B2",
        ),
    ),
)
