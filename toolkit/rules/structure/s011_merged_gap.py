"""S011: an indicator whose task cell is blank and not part of a merged block."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"


def spots(submission: Submission) -> Iterator[Spot]:
    """Every blank task cell that no merged block covers."""
    for table in submission.tables:
        for row in table.rows:
            task = row.fields["task"]
            if not task.merged and not task.text.strip():
                yield Spot(
                    sheet=table.sheet.name,
                    row=row.number,
                    column=task.column,
                    role="task",
                    text=task.text,
                    facts={"row": row.number},
                )


RULE = Rule(
    code="S011",
    name="merged-gap",
    severity=Severity.WARNING,
    title=Text("任务名称空白", "A task cell is blank"),
    message=Text(
        "第{row}行的任务为空，也不在合并单元格内，不知道这项指标属于哪项任务。",
        "The task in row {row} is blank and outside a merged block: which task it belongs to is not known.",
    ),
    why=Text(
        "排序、筛选或汇总后，这项指标会脱离它的任务。",
        "Once the table is sorted, filtered or consolidated, the indicator is cut off from its task.",
    ),
    fix=Text(
        "请填写任务名称，例如：“清洁空气行动计划”；或把该单元格并入上方的任务单元格。",
        "Fill in the task, for example “清洁空气行动计划”, or merge the cell with the task above it.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "task"),
    passing=(TableExample(table=_HEADER + "| 拆违 | 拆除12处 | 拆除8处 |\n| ^ | 整治30件 | 整治19件 |"),),
    failing=(
        TableExample(
            table=_HEADER + "| 拆违 | 拆除12处 | 拆除8处 |\n|  | 整治30件 | 整治19件 |",
            cell="A3",
        ),
    ),
)
