"""S016: a numeric column's cell that holds text which only looks like a number."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.display import plain
from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.rules.structure.cells import typed_fields
from toolkit.submission import Submission
from toolkit.typed import number_in

_SCORED = """\
from toolkit.schema import Form, column


class Scored(Form):
    target: str = column("年度目标")
    progress: str = column("进展情况")
    score: float = column("自评得分", required=False)
"""


def spots(submission: Submission) -> Iterator[Spot]:
    """Every text in a numeric column that a person would read as a number."""
    for table, row, heading, field in typed_fields(submission):
        number = number_in(field.text) if heading.kind in {"number", "whole"} else None
        if number is not None and field.cell and isinstance(field.cell.value, str):
            yield Spot(
                sheet=table.sheet.name,
                row=row.number,
                column=field.column,
                role=heading.role,
                text=field.text,
                value=field.text,
                expected=plain(number),
                facts={"title": heading.title, "text": field.text, "number": number},
            )


RULE = Rule(
    code="S016",
    name="number-as-text",
    severity=Severity.WARNING,
    title=Text("数字存成了文本", "A number stored as text"),
    message=Text(
        "“{title}”应填数字，这里是文本“{text}”，应为 {number}。",
        "“{title}” wants a number; this is the text “{text}”, which would be {number}.",
    ),
    why=Text("文本不参加计算，合计和比较会漏掉它。", "Text takes no part in sums and comparisons."),
    fix=Text(
        "请只填数字 {number}，单位写在表头或单位列；全角数字改为半角，去掉空格。",
        "Type {number} alone: the unit belongs in the header, digits in half width, without blanks.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table",),
    passing=(
        TableExample(
            table="| 年度目标 | 进展情况 | 自评得分 |\n| 拆除12处 | 拆除8处 | 92.5 |", schema=_SCORED
        ),
    ),
    failing=(
        TableExample(
            table="| 年度目标 | 进展情况 | 自评得分 |\n| 拆除12处 | 拆除8处 | '９２ 分 |",
            schema=_SCORED,
            cell="C2",
        ),
    ),
)
