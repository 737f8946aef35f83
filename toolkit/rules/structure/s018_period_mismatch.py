"""S018: a title, a header or a file name that speaks of another period than the round's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from toolkit.finding import Severity, Text
from toolkit.reporting_period import Period, disagrees, named_in
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission, titles


def spots(submission: Submission) -> Iterator[Spot]:
    """Every title, progress header and file name that names other months or another year."""
    if submission.period is None:
        return
    for table in submission.tables:
        places = list(titles(table))
        if "progress" in table.header.columns:
            header = table.header
            places.append((header.first_row, header.columns["progress"], header.texts["progress"]))
        for row, column, text in places:
            if facts := _facts(text, submission.period):
                yield Spot(sheet=table.sheet.name, row=row, column=column, text=text, facts=facts)
    if facts := _facts(PurePath(submission.path).stem, submission.period):
        yield Spot(facts=facts)


def _facts(text: str, period: Period) -> dict[str, object] | None:
    named = named_in(text)
    if not disagrees(named, period):
        return None
    return {"named": named.text, "text": text.strip(), "first": period[0], "last": period[1]}


RULE = Rule(
    code="S018",
    name="period-mismatch",
    severity=Severity.WARNING,
    title=Text("填报期不一致", "Another period is named"),
    message=Text(
        "“{text}”写的是“{named}”，本轮填报期是{first:zh}至{last:zh}。",
        "“{text}” speaks of “{named}”; this round's period is {first} to {last}.",
    ),
    why=Text(
        "可能交错了表，或在上期的表上改写时漏改。",
        "It may be the table of another round, or one that was written over it and not changed everywhere.",
    ),
    fix=Text(
        "请核对是否为本期的表；确是本期的，改正这里的年份或期间，例如：“2017年上半年进展情况”。",
        "Make sure that this is the table of this round, then correct the year or the period here, "
        "for example “2017年上半年进展情况”.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "period"),
    passing=(
        TableExample(
            table=(
                "| 2017年上半年进展情况汇总表 | < | < |\n"
                "| 绩效任务 | 年度目标 | 上半年进展情况 |\n"
                "| 拆违 | 拆除12处 | 拆除8处 |"
            ),
            period="2017-01-01/2017-06-30",
        ),
    ),
    failing=(
        TableExample(
            table=(
                "| 2016年上半年进展情况汇总表 | < | < |\n"
                "| 绩效任务 | 年度目标 | 上半年进展情况 |\n"
                "| 拆违 | 拆除12处 | 拆除8处 |"
            ),
            period="2017-01-01/2017-06-30",
            cell="A1",
        ),
        TableExample(
            table="| 绩效任务 | 年度目标 | 一季度进展情况 |\n| 拆违 | 拆除12处 | 拆除8处 |",
            period="2017-01-01/2017-06-30",
            cell="C1",
        ),
    ),
)
