"""S013: an issued formula that was replaced, or that points at other cells."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.comparison.model import cell_name
from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"
_ISSUED = _HEADER + "| 拆违 | =1+11 => 12 |  |"


def spots(submission: Submission) -> Iterator[Spot]:
    """Every issued formula that says something else where it stands now."""
    for each in submission.differences:
        if each.kind == "formula":
            yield Spot(
                sheet=each.sheet,
                row=each.row,
                column=each.column,
                value=each.submitted,
                expected=each.issued,
                facts={
                    "cell": cell_name(each).zh,
                    "issued": each.issued,
                    "submitted_zh": f"“{each.submitted}”" if each.submitted else "空白",
                    "submitted_en": f"“{each.submitted}”" if each.submitted else "nothing",
                },
            )


RULE = Rule(
    code="S013",
    name="formula-altered",
    severity=Severity.ERROR,
    title=Text("改动了下发的公式", "An issued formula was altered"),
    message=Text(
        "{cell} 应为公式“{issued}”，现在是{submitted_zh}。",
        "{cell} should hold the formula “{issued}” and holds {submitted_en}.",
    ),
    why=Text(
        "公式保证各单位算法一致；改动后的结果不能与其他单位相比。",
        "The formula makes all units reckon alike; another result cannot be compared.",
    ),
    fix=Text("请恢复 {cell} 的公式“{issued}”。", "Put the formula “{issued}” back into {cell}."),
    check=StructureCheck(spots=spots),
    requires=("table", "template", "formulas"),
    passing=(TableExample(table=_HEADER + "| 拆违 | =1+11 => 12 | 拆除8处 |", template=_ISSUED),),
    failing=(
        TableExample(table=_HEADER + "| 拆违 | 12 | 拆除8处 |", template=_ISSUED, cell="B2"),
        TableExample(table=_HEADER + "| 拆违 | =1+10 => 11 | 拆除8处 |", template=_ISSUED, cell="B2"),
    ),
)
