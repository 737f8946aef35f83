"""S015: a formula of the table that reads another workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.rules.structure.cells import table_cells
from toolkit.submission import Submission

_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"
# [1]Sheet1!A1 and 'D:\[book.xlsx]Sheet1'!A1, and not the column of a structured reference, Table1[Name]
_OTHER_BOOK = re.compile(r"(?:^|[^\w\]])\[\d+\]|\[[^\]\[]{1,200}\.xls[xmb]?\]", re.IGNORECASE)


def spots(submission: Submission) -> Iterator[Spot]:
    """Every formula of the table that names another workbook."""
    for table, cell, role in table_cells(submission):
        if cell.formula is not None and _OTHER_BOOK.search(cell.formula):
            yield Spot(
                sheet=table.sheet.name,
                row=cell.row,
                column=cell.column,
                role=role,
                value=f"={cell.formula}",
                facts={"cell": cell.address, "formula": cell.formula},
            )


RULE = Rule(
    code="S015",
    name="external-link",
    severity=Severity.WARNING,
    title=Text("引用了其他工作簿", "Another workbook is read"),
    message=Text(
        "{cell} 的公式“={formula}”引用了其他工作簿。",
        "The formula “={formula}” in {cell} reads another workbook.",
    ),
    why=Text(
        "其他工作簿没有一并报送，数值会变，也无从核对。",
        "The other workbook was not submitted: its values may change and cannot be checked.",
    ),
    fix=Text(
        "请把 {cell} 变为数值，例如：复制后“选择性粘贴→数值”；或在“数据→编辑链接”中断开链接。",
        "Make {cell} a value, for example by copying it and pasting its value, or break the link under Data.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "formulas"),
    passing=(TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | =1+7 => 8 |"),),
    failing=(
        TableExample(
            table=_HEADER + "| 拆违 | 拆除12处 | ='[台账.xlsx]六月'!B2 => 拆除8处 |",
            cell="C2",
        ),
    ),
)
