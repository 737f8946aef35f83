"""S009: the same indicator twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.comparison.matching import key_of
from toolkit.display import shown
from toolkit.finding import Severity, Text
from toolkit.header import fold
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission
from toolkit.table import Row, Table

# Columns outside the form that tell two indicators apart: who, where, when, of what kind.
_TELLS_APART = re.compile(
    r".*(?:单位|部门|科室|街道|乡镇|镇街|社区|地区|区域|片区|区县|名称|类别|类型|指标|项目|地点|位置|对象|领域|年份|季度|月份|阶段|节点).*"
)
_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"


def spots(submission: Submission) -> Iterator[Spot]:
    """Every row whose indicator stands further up already: its id, else its task and target."""
    for table in submission.tables:
        seen: dict[tuple[str, ...], Row] = {}
        for row in table.rows:
            key = key_of(row)
            if not key[-1]:
                continue
            first = seen.setdefault(key, row)
            if first is not row and not _told_apart(table, row, first):
                role = "indicator_id" if len(key) == 1 else "target"
                field = row.fields[role]
                yield Spot(
                    sheet=table.sheet.name,
                    row=row.number,
                    column=field.column,
                    role=role,
                    text=field.text,
                    facts={"text": field.text.strip(), "first": first.number},
                )


def _told_apart(table: Table, row: Row, first: Row) -> bool:
    """Whether one merged target is answered by several, or another column says who or where each is."""
    target = row.fields.get("target")
    if target and target.merged and target.row == first.fields["target"].row:
        return True
    columns = [column for column, text in table.header.unknown.items() if _TELLS_APART.fullmatch(fold(text))]
    return any(_text(table, row.number, column) != _text(table, first.number, column) for column in columns)


def _text(table: Table, row: int, column: int) -> str:
    sheet = table.sheet
    block = next((merge for merge in sheet.merges if (row, column) in merge), None)
    return fold(shown(sheet.cell(block.first_row, block.first_column) if block else sheet.cell(row, column)))


RULE = Rule(
    code="S009",
    name="row-duplicate",
    severity=Severity.ERROR,
    title=Text("指标重复", "The same indicator twice"),
    message=Text("“{text}”与第{first}行重复。", "“{text}” repeats row {first}."),
    why=Text("同一指标报两次，汇总时会算两遍。", "An indicator that is reported twice is counted twice."),
    fix=Text(
        "请合并为一行；确是两项指标的，编号和目标应能区分，例如：编号分别为“1.1”和“1.2”。",
        "Make one row of the two; two indicators have to differ in id and target, "
        "for example “1.1” and “1.2”.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "target"),
    passing=(
        TableExample(table=_HEADER + "| 拆违 | 拆除12处 | 拆除8处 |\n| 植树 | 植树9棵 | 植树5棵 |"),
        TableExample(table=_HEADER + "| 东区 | 拆除12处 | 拆除8处 |\n| 西区 | 拆除12处 | 拆除9处 |"),
        TableExample(
            table="| 街道 | 年度目标 | 进展情况 |\n| 东街 | 拆除2处 | 拆除1处 |\n| 西街 | 拆除2处 | 拆除2处 |"
        ),
    ),
    failing=(
        TableExample(
            table=_HEADER + "| 拆违 | 拆除12处 | 拆除8处 |\n| ^ | 拆除12处 | 拆除9处 |",
            cell="B3",
        ),
    ),
)
