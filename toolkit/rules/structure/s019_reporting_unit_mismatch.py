"""S019: the places that name who reports disagree, or the name is not on the round's list."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.assignment import SOURCES, Claim, assigned
from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_TABLE = "\n| 绩效任务 | 年度目标 | 上半年进展情况 |\n| 拆违 | 拆除12处 | 拆除8处 |"


def spots(submission: Submission) -> Iterator[Spot]:
    """Every place that names another unit than the one it counts for, or a stranger."""
    unit = assigned(submission.claims)
    counting = next((claim for claim in submission.claims if claim.unit), None)
    for claim in submission.claims:
        if claim.unit is None:
            yield _spot(claim, "不在本轮填报单位名单上", "is not on this round's list of units", None)
        elif unit and counting and claim.unit.name != unit.name:
            place = SOURCES[counting.source]
            zh = f"与{place.zh}所写的“{unit.name}”不一致"
            yield _spot(claim, zh, f"is not “{unit.name}”, as {place.en} has it", unit.name)


def _spot(claim: Claim, zh: str, en: str, expected: str | None) -> Spot:
    place = SOURCES[claim.source]
    where = {"where_zh": place.zh, "where_en": place.en, "text": claim.text.strip()}
    return Spot(
        sheet=claim.sheet,
        row=claim.row,
        column=claim.column,
        text=claim.text if claim.row else None,
        value=claim.unit.name if claim.unit else claim.text,
        expected=expected,
        facts={**where, "why_zh": zh, "why_en": en},
    )


RULE = Rule(
    code="S019",
    name="reporting-unit-mismatch",
    severity=Severity.ERROR,
    title=Text("填报单位不一致", "Who reports is not clear"),
    message=Text("{where_zh}写的“{text}”{why_zh}。", "In {where_en}, “{text}” {why_en}."),
    why=Text(
        "分不清是哪个单位的表，就会记错台账，甚至用别人的数字冲掉本单位的数字。",
        "A table that is taken for another unit's spoils the register, and may even replace that unit's own.",
    ),
    fix=Text(
        "请核对是哪个单位报送的，把表题、填报单位和文件名改为同一单位，名称与本轮名单一致，例如：“填报单位：西城区”。",
        "Make title, cell and file name name the same unit, as the list has it"
        ", for example “填报单位：西城区”.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "units"),
    passing=(
        TableExample(
            table="| 填报单位：西城区政府（盖章） | < | < |" + _TABLE, units=("西城区=西城区政府", "东城区")
        ),
        TableExample(table="| 全市进展情况汇总表 | < | < |" + _TABLE, units=("西城区", "东城区")),
    ),
    failing=(
        TableExample(
            table="| 西城区2017年上半年进展情况 | < | < |\n| 填报单位：东城区 | < | < |" + _TABLE,
            units=("西城区", "东城区"),
            cell="A2",
        ),
        TableExample(table="| 填报单位：朝阳区 | < | < |" + _TABLE, units=("西城区", "东城区"), cell="A1"),
    ),
)
