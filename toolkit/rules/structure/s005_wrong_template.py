"""S005: built from another template, another version of it, or for another round."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_TABLE = "\n| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | {} |"
_ISSUED = "| 模板编号：zf-2017　版本：1.0.0 | < | < |" + _TABLE.format("")
_OWN = "| 模板编号：zf-2017　版本：1.0.0 | < | < |" + _TABLE.format("拆除8处")
_OTHER = "| 模板编号：zf-2016　版本：1.0.0 | < | < |" + _TABLE.format("拆除8处")


def spots(submission: Submission) -> Iterator[Spot]:
    """The whole file, once: what its template says of itself is not what the issued one says."""
    if submission.template is None:
        return
    issued, own = submission.template.identity, submission.identity
    version = own.version if own.version in submission.template.versions else issued.version
    pairs = (
        ("模板编号", "template id", issued.id, own.id),
        ("模板版本", "template version", version, own.version),
        ("填报期间", "period", issued.period, own.period if submission.guards else issued.period),
    )
    for zh, en, asked, found in pairs:
        if asked and asked != found:
            words = {"what_zh": zh, "what_en": en, "asked": f"“{asked}”"}
            facts = {**words, "found_zh": f"“{found}”" if found else "没有注明"}
            facts["found_en"] = f"“{found}”" if found else "not given"
            yield Spot(value=found, expected=asked, facts=facts)
            return


RULE = Rule(
    code="S005",
    name="wrong-template",
    severity=Severity.ERROR,
    title=Text("不是本轮下发的模板", "Not the template of this round"),
    message=Text(
        "这份表的{what_zh}是{found_zh}，本轮下发的是{asked}。",
        "The {what_en} of this workbook is {found_en}; this round's is {asked}.",
    ),
    why=Text(
        "别的模板或旧版本所列的指标和目标可能不同，无法并入本轮汇总。",
        "Another template or an older version may list other indicators and targets.",
    ),
    fix=Text(
        "请下载本轮模板{asked}，把已填内容抄入后报送。",
        "Take this round's template {asked}, copy what was filled in, and submit that.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "template"),
    passing=(TableExample(table=_OWN, template=_ISSUED),),
    failing=(TableExample(table=_OTHER, template=_ISSUED),),
)
