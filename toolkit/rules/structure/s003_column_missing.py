"""S003: a table that lacks a required column."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission


def spots(submission: Submission) -> Iterator[Spot]:
    """The header row, once for every column that it lacks."""
    for table in submission.tables:
        for heading in table.missing:
            yield Spot(
                sheet=table.sheet.name,
                row=table.header.first_row,
                column=min(table.header.columns.values()),
                role=heading.role,
                facts={"title": heading.title, "row": table.header.first_row},
            )


RULE = Rule(
    code="S003",
    name="column-missing",
    severity=Severity.ERROR,
    title=Text("缺少必填列", "A required column is missing"),
    message=Text("第{row}行的表头中没有“{title}”列。", "The header in row {row} has no column “{title}”."),
    why=Text(
        "缺了这一列，涉及它的内容都无法核对。",
        "Without the column, nothing that belongs in it can be checked.",
    ),
    fix=Text(
        "请恢复“{title}”列；列名改动过的，改回模板上的写法。",
        "Restore the column “{title}”, or its name as the template has it.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table",),
    passing=(
        TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | 拆除8处 |"),
        TableExample(table="| 年度目标 | 进展情况 |\n| 拆除12处 | 拆除8处 |"),
    ),
    failing=(TableExample(table="| 绩效任务 | 年度目标 | 备注 |\n| 拆违 | 拆除12处 |  |", cell="A1"),),
)
