"""S021: protection or a data validation of the template is gone."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.comparison.model import cell_name
from toolkit.finding import Severity, Text
from toolkit.rules.model import Rule, Spot, StructureCheck, TableExample
from toolkit.submission import Submission

_TABLE = "| 绩效任务 | 年度目标 | 进展情况 |\n| 拆违 | 拆除12处 | 拆除8处 |"


def spots(submission: Submission) -> Iterator[Spot]:
    """Every sheet, cell or column that lost what guarded it."""
    for each in submission.differences:
        if each.kind == "guard":
            place, what = cell_name(each), each.what or Text("", "")
            facts = {"place_zh": place.zh, "place_en": place.en, "what_zh": what.zh, "what_en": what.en}
            yield Spot(sheet=each.sheet, row=each.row, column=each.column, expected=what.zh, facts=facts)


RULE = Rule(
    code="S021",
    name="guard-removed",
    severity=Severity.WARNING,
    title=Text("去掉了模板的保护", "A guard of the template is gone"),
    message=Text("{place_zh}的{what_zh}已被去掉或改动。", "{place_en}: {what_en} was removed or changed."),
    why=Text(
        "保护和数据验证防止误改误填，去掉后这份表须逐格核对。",
        "Protection and validations keep out slips; without them every cell has to be looked at.",
    ),
    fix=Text(
        "请在下发的模板上填报；已填内容可以用“选择性粘贴→数值”抄回模板。",
        "Fill in the issued template; what was typed can be pasted back with “Paste Special, Values”.",
    ),
    check=StructureCheck(spots=spots),
    requires=("table", "template", "guards"),
    passing=(TableExample(table=_TABLE, template=_TABLE),),
    failing=(TableExample(table=_TABLE, template=f"## Sheet1 [protected]\n{_TABLE}"),),
)
