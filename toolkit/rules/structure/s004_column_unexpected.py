"""S004: a column that the form does not know."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.header import fold
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_USUAL = frozenset({"序号", "编号", "备注", "说明", "填报检查", "No.", "No"})


def spots(submission: Submission) -> Iterator[Spot]:
    """The header of every unknown column; a running number and remarks are nobody's concern."""
    for table in submission.tables:
        for column, text in table.header.unknown.items():
            if fold(text) not in _USUAL:
                yield Spot(
                    sheet=table.sheet.name,
                    row=table.header.first_row,
                    column=column,
                    text=text,
                    facts={"header": fold(text)},
                )


RULE = Rule(
    code="S004",
    name="column-unexpected",
    severity=Severity.INFO,
    title=Text("多出的列", "A column that the form does not have"),
    message=Text(
        "“{header}”列不在表样中，没有核对。",
        "The column “{header}” is not part of the form and was not checked.",
    ),
    why=Text(
        "写在这一列的内容不会进入汇总。",
        "What stands in such a column does not reach the consolidated table.",
    ),
    fix=Text(
        "需要报送的内容请填入表样已有的列，例如：完成数写进“进展情况”；自用的列可以保留。",
        "Move what has to be reported into the form's own columns, for example the result into “进展情况”; "
        "a column for your own use may stay.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table",),
    passing=(
        TableExample(
            table="| 序号 | 绩效任务 | 年度目标 | 进展情况 | 备注 |\n| 1 | 拆违 | 拆除12处 | 拆除8处 | 无 |"
        ),
    ),
    failing=(
        TableExample(
            table="| 绩效任务 | 年度目标 | 进展情况 | 责任人 |\n| 拆违 | 拆除12处 | 拆除8处 | 张三 |",
            cell="D1",
        ),
    ),
)
