"""Which rules can run on a submission, and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.design import READ_ROLES
from toolkit.finding import Skipped, Text
from toolkit.ooxml.refusals import shown
from toolkit.rules.model import Rule
from toolkit.submission import Submission

_MOST_NAMED = 3  # tables left aside; more of them are a book of something else
_ABSENT = {
    "workbook": Text("文件无法读取", "the file cannot be read"),
    "table": Text("没有找到报送表的表头", "no header of the form was found"),
    "task": Text("表中没有任务列", "the table has no task column"),
    "target": Text("表中没有年度目标列", "the table has no target column"),
    "progress": Text("表中没有进展情况列", "the table has no progress column"),
    "indicator_id": Text("表中没有指标编号列", "the table has no column of ids"),
    "target_value": Text("表中没有目标值列", "the table has no column of target values"),
    "unit": Text("表中没有计量单位列", "the table has no column of units"),
    "direction": Text("表中没有方向列", "the table has no column of directions"),
    "actual_value": Text("表中没有完成值列", "the table has no column of actual values"),
    "completion": Text("表中没有完成率列", "the table has no column of completion rates"),
    "as_of": Text("表中没有数据截止日列", "the table has no column of dates"),
    "template": Text("没有给出下发的模板", "the issued template was not given"),
    "guards": Text(
        "这种文件格式读不出保护和数据验证", "this file format does not tell protection and validations"
    ),
    "period": Text("不知道填报期", "the reporting period is not known"),
    "previous": Text("没有给出上次的报送表", "the previous submission was not given"),
    "units": Text("本轮没有填报单位名单", "the round has no list of units"),
    "formats": Text("这种文件格式读不出单元格格式", "this file format does not tell number formats"),
    "formulas": Text("这种文件格式读不出公式", "this file format does not tell formulas"),
    "errors": Text("这种文件格式读不出错误值", "this file format does not tell error values"),
}


class Gate(NamedTuple):
    """The rules that run on a submission, and those that do not."""

    open: tuple[Rule, ...]
    skipped: tuple[Skipped, ...]


def gate(rules: Iterable[Rule], submission: Submission) -> Gate:
    """Sorts the rules by whether all that they require is there. Raises KeyError for a strange word."""
    facts = _facts(submission)
    running: list[Rule] = []
    skipped: list[Skipped] = []
    for rule in rules:
        lacking = next((word for word in rule.requires if word not in facts), None)
        if lacking is None:
            running.append(rule)
        else:
            skipped.append(Skipped(rule.code, _reason(lacking, submission)))
    return Gate(tuple(running), (*skipped, *_left_aside(submission)))


def _left_aside(submission: Submission) -> Iterator[Skipped]:
    """A table beside a whole one that lacks columns may be another form, and no fault."""
    for table in submission.aside[:_MOST_NAMED]:
        name = shown(table.sheet.name)
        zh = "、".join(f"“{heading.title}”" for heading in table.missing)
        en = ", ".join(f"“{heading.title}”" for heading in table.missing)
        yield Skipped(
            "S003",
            Text(
                f"工作表“{name}”的表头缺少{zh}列，没有检查这张表",
                f"the sheet “{name}” was not checked: its header lacks {en}",
            ),
        )


def _reason(lacking: str, submission: Submission) -> Text:
    if submission.workbook is None:
        return _ABSENT["workbook"]
    told = submission.previous if lacking == "previous" else None
    return told if isinstance(told, Text) else _ABSENT[lacking]


def _facts(submission: Submission) -> frozenset[str]:
    facts = {"period"} if submission.period else set()
    if submission.workbook is None:
        return frozenset(facts)
    facts |= {"workbook", *({"formats", "formulas", "errors"} - submission.workbook.unchecked)}
    facts |= {"template"} if submission.template else set()
    facts |= set() if submission.previous is None or isinstance(submission.previous, Text) else {"previous"}
    facts |= {"units"} if submission.has_roster else set()
    facts |= {"guards"} if submission.guards else set()
    if submission.tables:
        facts.add("table")
        facts |= {
            role for role in READ_ROLES if all(role in table.header.columns for table in submission.tables)
        }
    return frozenset(facts)
