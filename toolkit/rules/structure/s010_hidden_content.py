"""S010: rows, columns or sheets of the table that a person does not see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.finding import Severity, Text
from toolkit.header import find_header
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission
from toolkit.table import Table
from toolkit.workbook import column_letters

_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"


def spots(submission: Submission) -> Iterator[Spot]:
    """One spot for a hidden column, for a run of hidden rows, and for a hidden sheet with a table."""
    for table in submission.tables:
        yield from _columns(table)
        yield from _rows(table)
    for sheet in submission.workbook.sheets if submission.workbook else ():
        if sheet.visibility != "visible" and find_header(sheet, submission.headings):
            yield Spot(
                sheet=sheet.name,
                facts={"what_zh": f"工作表“{sheet.name}”", "what_en": f"The sheet “{sheet.name}”"},
            )


def _columns(table: Table) -> Iterator[Spot]:
    for role, column in table.header.columns.items():
        if column in table.sheet.hidden_columns:
            letters = column_letters(column)
            yield Spot(
                sheet=table.sheet.name,
                row=table.header.first_row,
                column=column,
                role=role,
                facts={"what_zh": f"{letters}列", "what_en": f"Column {letters}"},
            )


def _rows(table: Table) -> Iterator[Spot]:
    hidden = [row.number for row in table.rows if row.number in table.sheet.hidden_rows]
    for first, last in _runs(hidden):
        single = first == last
        yield Spot(
            sheet=table.sheet.name,
            row=first,
            column=min(table.header.columns.values()),
            facts={
                "what_zh": f"第{first}行" if single else f"第{first}至{last}行",
                "what_en": f"Row {first}" if single else f"Rows {first} to {last}",
            },
        )


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Consecutive numbers as (first, last)."""
    start = 0
    for position in range(1, len(numbers) + 1):
        if position == len(numbers) or numbers[position] != numbers[position - 1] + 1:
            yield numbers[start], numbers[position - 1]
            start = position


RULE = Rule(
    code="S010",
    name="hidden-content",
    severity=Severity.WARNING,
    title=Text("隐藏的内容", "Hidden content"),
    message=Text(
        "{what_zh}被隐藏，其中有报送内容。", "{what_en}: hidden, and there is content of the table in it."
    ),
    why=Text(
        "隐藏的内容打印和审阅时看不到，却会进入汇总。",
        "What is hidden is not seen in print or review, and yet it reaches the consolidated table.",
    ),
    fix=Text(
        "请取消隐藏，例如：选中相邻的行，右键“取消隐藏”；不需要报送的内容请删除。",
        "Unhide it, for example by a right click on the rows beside it; delete what is not to be submitted.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table",),
    passing=(TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | 拆除8处 |"),),
    failing=(
        TableExample(
            table=_HEADER + "| 拆违 | 拆除12处 | 拆除8处 |\n| 植树 | 植树9棵 | 植树5棵 | hidden",
            cell="A3",
        ),
        TableExample(
            table="## 汇总 [hide B]\n| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | 拆除8处 |",
            cell="B1",
        ),
    ),
)
