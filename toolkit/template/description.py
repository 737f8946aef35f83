"""What a template says of its own columns, on its hidden sheet: written when it is built, read to compare.

One line is one column; its values are the form's, so that a comparison of two templates needs neither
of the forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.design import Design
from toolkit.header import Heading
from toolkit.schema import FormFile
from toolkit.template.issue import Issue
from toolkit.template.layout import LISTS
from toolkit.template.native import limits_of
from toolkit.workbook import Workbook

_HEAD = ("列", "标题", "类型", "由谁填", "必填", "最小", "最大", "可选", "格式", "同填", "期内", "写法")
_RETIRED = "停用编号"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column as its template describes it; all texts, empty where the form does not say."""

    role: str
    title: str
    kind: str
    issued: bool
    filled: bool
    least: str
    most: str
    choices: tuple[str, ...]
    number_format: str
    needed_with: str
    within_period: bool
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The columns of a template by role, and the ids that are never used again."""

    columns: tuple[ColumnLine, ...]
    retired: frozenset[str]


def rows_of(form: FormFile, issue: Issue) -> Iterator[tuple[str, ...]]:
    """The lines of the hidden sheet."""
    yield _HEAD
    for heading in form.headings:
        yield _cells(describe(heading, form.designs[heading.role]))
    yield (_RETIRED, "、".join(issue.retired))


def describe(heading: Heading, design: Design) -> ColumnLine:
    """One column of a form."""
    limits = limits_of(design)
    by_name = {constraint.name: constraint.limits for constraint in design.constraints}
    allowed = by_name.get("isin", {}).get("allowed_values", ())
    return ColumnLine(
        role=heading.role,
        title=heading.title,
        kind=heading.kind,
        issued=heading.issued,
        filled=design.filled,
        least=limits.get("min", ""),
        most=limits.get("max", ""),
        choices=tuple(map(str, allowed)) if isinstance(allowed, Iterable) else (),
        number_format=design.number_format or "",
        needed_with=str(by_name.get("needed_with", {}).get("role", "")),
        within_period="within_period" in by_name,
        pattern=str(by_name.get("str_matches", {}).get("pattern", "")),
    )


def read_description(workbook: Workbook) -> Description | None:
    """What the hidden sheet says, or None for a workbook that has no such sheet."""
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == LISTS), None)
    if sheet is None:
        return None
    columns: list[ColumnLine] = []
    retired: frozenset[str] = frozenset()
    for number, cells in sheet.rows.items():
        texts = [str(cell.value) if (cell := cells.get(place)) else "" for place in range(1, len(_HEAD) + 1)]
        if texts[0] == _RETIRED:
            retired = frozenset(filter(None, texts[1].split("、")))
            break
        if number > 1 and texts[0]:
            columns.append(_column(texts))
    return Description(columns=tuple(columns), retired=retired)


def _cells(line: ColumnLine) -> tuple[str, ...]:
    return (
        line.role,
        line.title,
        line.kind,
        "下发" if line.issued else "填报",
        "必填" if line.filled else "",
        line.least,
        line.most,
        "、".join(line.choices),
        line.number_format,
        line.needed_with,
        "期内" if line.within_period else "",
        line.pattern,
    )


def _column(texts: list[str]) -> ColumnLine:
    role, title, kind, who, filled, least, most, choices, number_format, needed, within, pattern = texts
    return ColumnLine(
        role=role,
        title=title,
        kind=kind,
        issued=who == "下发",
        filled=bool(filled),
        least=least,
        most=most,
        choices=tuple(choices.split("、")) if choices else (),
        number_format=number_format,
        needed_with=needed,
        within_period=bool(within),
        pattern=pattern,
    )
