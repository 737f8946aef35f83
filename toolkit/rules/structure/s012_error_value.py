"""S012: an Excel error value in the table."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.rules.structure.cells import table_cells
from toolkit.submission import Submission


def spots(submission: Submission) -> Iterator[Spot]:
    """Every cell of the table that shows an error."""
    for table, cell, role in table_cells(submission):
        if cell.error is not None:
            yield Spot(
                sheet=table.sheet.name,
                row=cell.row,
                column=cell.column,
                role=role,
                text=cell.error,
                value=cell.error,
                facts={"cell": cell.address, "error": cell.error},
            )


RULE = Rule(
    code="S012",
    name="error-value",
    severity=Severity.ERROR,
    title=Text("单元格是错误值", "An error value in a cell"),
    message=Text("{cell} 显示为错误值 {error}。", "{cell} shows the error {error}."),
    why=Text(
        "错误值没有内容，无从核对和汇总。", "An error value says nothing that could be checked or added up."
    ),
    fix=Text(
        "请改正 {cell} 的公式或它引用的单元格；不需要公式的，直接填写内容，例如：“12”。",
        "Mend the formula in {cell} or the cells it reads; where none is needed, type the content, "
        "for example “12”.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "errors"),
    passing=(TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | =1+7 => 8 |"),),
    failing=(
        TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | #REF! |", cell="C2"),
        TableExample(
            table="| 绩效任务 | 年度目标 | 进展情况 | 完成率 |\n| 拆违 | 拆除12处 | 拆除8处 | #DIV/0! |",
            cell="D2",
        ),
    ),
)
