"""S001: a file that cannot be read as a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission


def spots(submission: Submission) -> Iterator[Spot]:
    """The file as a whole, with the reader's reason and its advice."""
    if submission.unreadable is not None:
        reason, fix = submission.unreadable.reason, submission.unreadable.fix
        yield Spot(facts={"reason_zh": reason.zh, "reason_en": reason.en, "fix_zh": fix.zh, "fix_en": fix.en})


RULE = Rule(
    code="S001",
    name="unreadable-workbook",
    severity=Severity.ERROR,
    title=Text("文件无法读取", "The file cannot be read"),
    message=Text("文件无法读取：{reason_zh}", "The file cannot be read: {reason_en}"),
    why=Text(
        "读不出的文件一项也没有核对，不能当作已经报送。",
        "Nothing of such a file was checked, so it does not count as submitted.",
    ),
    fix=Text("{fix_zh}", "{fix_en}"),
    check=StructureCheck(spots=spots),
    requires=(),
    passing=(TableExample(table="| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | 拆除8处 |"),),
    failing=(TableExample(content=b"PK\x03\x04 cut off"), TableExample(content=b"")),
)
