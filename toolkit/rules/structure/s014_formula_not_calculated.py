"""S014: a formula whose result was never calculated."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.rules.structure.cells import table_cells
from toolkit.submission import Submission


def spots(submission: Submission) -> Iterator[Spot]:
    """Every formula of the table with neither a value nor an error."""
    for table, cell, role in table_cells(submission):
        if cell.formula is not None and cell.value is None and cell.error is None:
            yield Spot(
                sheet=table.sheet.name,
                row=cell.row,
                column=cell.column,
                role=role,
                value=f"={cell.formula}",
                facts={"cell": cell.address, "formula": cell.formula},
            )


RULE = Rule(
    code="S014",
    name="formula-not-calculated",
    severity=Severity.ERROR,
    title=Text("公式没有计算结果", "A formula without a result"),
    message=Text(
        "{cell} 的公式“={formula}”没有保存计算结果。",
        "The formula “={formula}” in {cell} has no stored result.",
    ),
    why=Text(
        "文件里没有结果，说明填报人没有看到过它，谁也不知道报的是多少。",
        "A result that is not in the file was never seen by the person who submitted it.",
    ),
    fix=Text(
        "请用 Excel 或 WPS 打开文件，重新计算后保存再报送，例如：点“公式→开始计算”，看到结果后另存。",
        "Open the file in Excel or WPS, let it calculate, for example by “Calculate Now”, "
        "save it and submit it again.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "formulas"),
    passing=(TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | =1+7 => 8 |"),),
    failing=(
        TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | =1+7 |", cell="C2"),
    ),
)
