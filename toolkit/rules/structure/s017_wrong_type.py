"""S017: a typed column's cell that holds something of another type."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.header import Kind
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.rules.structure.cells import typed_fields
from toolkit.submission import Submission
from toolkit.typed import number_in, typed

_WANTED: dict[Kind, Text] = {
    "number": Text("数字", "a number"),
    "whole": Text("整数", "a whole number"),
    "date": Text("日期", "a date"),
    "truth": Text("TRUE 或 FALSE", "TRUE or FALSE"),
}
_SHOWN = {"number": "12.5", "whole": "12", "date": "2017-06-30", "truth": "TRUE"}
_DATED = """\
from datetime import date

from toolkit.schema import Form, column


class Dated(Form):
    target: str = column("年度目标")
    progress: str = column("进展情况")
    finished: date = column("完成日期", required=False)
"""


def spots(submission: Submission) -> Iterator[Spot]:
    """Every filled cell of a typed column with another type; text that looks like a number is S016."""
    for table, row, heading, field in typed_fields(submission):
        is_number_text = heading.kind in {"number", "whole"} and isinstance(
            field.cell and field.cell.value, str
        )
        if typed(field, heading.kind) is not None or (is_number_text and number_in(field.text) is not None):
            continue
        wanted = _WANTED[heading.kind]
        yield Spot(
            sheet=table.sheet.name,
            row=row.number,
            column=field.column,
            role=heading.role,
            text=field.text,
            value=field.text,
            expected=wanted.zh,
            facts={
                "title": heading.title,
                "text": field.text,
                "wanted_zh": wanted.zh,
                "wanted_en": wanted.en,
                "shown": _SHOWN[heading.kind],
            },
        )


RULE = Rule(
    code="S017",
    name="wrong-type",
    severity=Severity.ERROR,
    title=Text("填写的类型不对", "A value of the wrong type"),
    message=Text(
        "“{title}”应填{wanted_zh}，不能填“{text}”。",
        "“{title}” wants {wanted_en}, and “{text}” is none.",
    ),
    why=Text(
        "类型不对的内容无法计算、比较和汇总。", "Such a value cannot be computed, compared or added up."
    ),
    fix=Text(
        "请改填{wanted_zh}，例如：“{shown}”；没有内容的留空，情况说明写在进展情况里。",
        "Give {wanted_en}, for example “{shown}”; leave the cell blank where there is none, "
        "and explain in the progress column.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table",),
    passing=(
        TableExample(
            table="| 年度目标 | 进展情况 | 完成日期 |\n| 拆除12处 | 拆除8处 | 2017-06-30 |", schema=_DATED
        ),
    ),
    failing=(
        TableExample(
            table="| 年度目标 | 进展情况 | 完成日期 |\n| 拆除12处 | 拆除8处 | 年底前 |",
            schema=_DATED,
            cell="C2",
        ),
    ),
)
