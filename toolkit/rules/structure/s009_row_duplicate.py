"""S009: the same indicator twice."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.comparison.matching import key_of
from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"


def spots(submission: Submission) -> Iterator[Spot]:
    """Every row whose indicator stands further up already: its id, else its task and target."""
    for table in submission.tables:
        seen: dict[tuple[str, ...], int] = {}
        for row in table.rows:
            key = key_of(row)
            if not key[-1]:
                continue
            first = seen.setdefault(key, row.number)
            if first != row.number:
                role = "indicator_id" if len(key) == 1 else "target"
                field = row.fields[role]
                yield Spot(
                    sheet=table.sheet.name,
                    row=row.number,
                    column=field.column,
                    role=role,
                    text=field.text,
                    facts={"text": field.text.strip(), "first": first},
                )


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
    ),
    failing=(
        TableExample(
            table=_HEADER + "| 拆违 | 拆除12处 | 拆除8处 |\n| ^ | 拆除12处 | 拆除9处 |",
            cell="B3",
        ),
    ),
)
