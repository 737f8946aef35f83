"""S020: a value that breaks a constraint which the author of the form wrote in pandera."""

from __future__ import annotations

from toolkit.finding import Severity, Text
from toolkit.rules.model import Cause, ConstraintCheck, Rule, TableExample

_SCORED = """\
from toolkit.schema import Form, column


class Scored(Form):
    target: str = column("年度目标")
    progress: str = column("进展情况")
    score: float = column("自评得分", required=False, ge=0, le=100)
    state: str = column("状态", required=False, isin=["已完成", "推进中", "未启动"])
"""

RULE = Rule(
    code="S020",
    name="value-out-of-schema",
    severity=Severity.ERROR,
    title=Text("不符合表样规定", "Against the form's own constraints"),
    message=Text("{subject_zh}{words_zh}。", "{subject_en} {words_en}."),
    why=Text("这是制表单位对这一列的规定。", "The office that made the form holds this column to it."),
    fix=Text("请改正：{subject_zh}{words_zh}。", "Correct the value: {subject_en} {words_en}."),
    check=ConstraintCheck(),
    requires=("table",),
    follows=(Cause("S016", "cell"), Cause("S017", "cell"), Cause("T001", "cell")),
    passing=(
        TableExample(
            table="| 年度目标 | 进展情况 | 自评得分 | 状态 |\n| 拆除12处 | 拆除8处 | 92.5 | 推进中 |",
            schema=_SCORED,
        ),
    ),
    failing=(
        TableExample(
            table="| 年度目标 | 进展情况 | 自评得分 |\n| 拆除12处 | 拆除8处 | 120 |",
            schema=_SCORED,
            cell="C2",
        ),
        TableExample(
            table="| 年度目标 | 进展情况 | 状态 |\n| 拆除12处 | 拆除8处 | 差不多 |", schema=_SCORED, cell="C2"
        ),
    ),
)
