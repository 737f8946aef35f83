"""The sheet that explains the table: how to fill it in, what it checks itself and what is checked later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.design import Design
from toolkit.header import Heading
from toolkit.round import Span
from toolkit.rules import all_rules
from toolkit.rules.model import Rule
from toolkit.schema import FormFile
from toolkit.template.issue import Issue
from toolkit.template.layout import GUARD_TITLE
from toolkit.template.native import native_rules
from toolkit.template.validations import words_of

_STEPS = (
    "黄色单元格由填报单位填写，其余由绩效部门下发，已锁定，请勿改动；可以筛选和调整列宽行高。",
    "把内容粘贴进来时，请用“选择性粘贴→数值”，以免覆盖格式和数据验证。",
    f"每行右端“{GUARD_TITLE}”列写明该行还有什么要改：× 必须改正，▲ 请核对，● 供参考。",
    "表头上方显示“可报送”后再报送；显示“尚有 N 处问题”的，请逐条改正。",
)


class Passage(NamedTuple):
    """One line of the sheet: a heading (``section``) or text, in one or more cells."""

    style: str
    cells: tuple[str, ...]


def passages(form: FormFile, issue: Issue, period: Span | None) -> Iterator[Passage]:
    """The sheet from top to bottom."""
    yield Passage("title", (f"{issue.title}填报说明",))
    yield Passage("section", ("一、怎样填",))
    for number, step in enumerate(_STEPS, start=1):
        yield Passage("text", (f"{number}. {step}",))
    yield Passage("section", ("二、各列说明",))
    yield Passage("header", ("列名", "由谁填", "要求"))
    for heading in form.headings:
        design = form.designs[heading.role]
        who = "公式" if _is_formula(heading) else "下发" if heading.issued else "填报单位"
        yield Passage("row", (heading.title, who, _wanted(heading, design, period)))
    native = native_rules(form)
    yield Passage("section", ("三、表内自动核对的内容",))
    for rule in native:
        yield Passage("row", (rule.code, _severity(rule), rule.title.zh))
    yield Passage("section", ("四、表内无法核对、报送后由程序检查的内容",))
    for rule in _later(native):
        yield Passage("row", (rule.code, _severity(rule), rule.title.zh))


def _is_formula(heading: Heading) -> bool:
    return heading.role == "completion" and heading.issued


def _wanted(heading: Heading, design: Design, period: Span | None) -> str:
    if heading.issued:
        return design.note or ""
    return words_of(heading, design, period)


def _later(native: Sequence[Rule]) -> Iterator[Rule]:
    codes = {rule.code for rule in native}
    return (rule for rule in all_rules() if rule.code not in codes and rule.family != "X")


def _severity(rule: Rule) -> str:
    return {"error": "× 错误", "warning": "▲ 警告", "info": "● 提示"}[rule.severity.value]
