"""Columns of two versions of a template, by role: what was removed, renamed, narrowed or locked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from toolkit.finding import Severity, Text
from toolkit.template.description import ColumnLine, Description

Told: TypeAlias = tuple[Severity, str, Text, str | None, str | None]

_WIDER = {("whole", "number")}


def column_changes(old: Description, new: Description) -> Iterator[Told]:
    """Every change of a column, with its role; a column that is gone has none any more."""
    before = {line.role: line for line in old.columns}
    after = {line.role: line for line in new.columns}
    for role, line in before.items():
        if role not in after:
            yield _told(
                Severity.ERROR,
                "column-removed",
                f"去掉了“{line.title}”列",
                f"the column “{line.title}” is gone",
                None,
            )
    for role, line in after.items():
        if role in before:
            yield from _changes(before[role], line)
        else:
            yield _added(line)
    kept = [role for role in before if role in after]
    if kept != [role for role in after if role in before]:
        yield _told(
            Severity.INFO, "columns-reordered", "列的先后变了", "the columns stand in another order", None
        )


def _added(line: ColumnLine) -> Told:
    needed = not line.issued and (line.filled or bool(line.needed_with))
    severity = Severity.ERROR if needed else Severity.WARNING
    kind = "required-column-added" if needed else "column-added"
    return _told(severity, kind, f"增加了“{line.title}”列", f"the column “{line.title}” is new", line.role)


def _changes(old: ColumnLine, new: ColumnLine) -> Iterator[Told]:
    if old.title != new.title:
        yield _differs(Severity.ERROR, "column-renamed", new, ("标题", "title"), old.title, new.title)
    if old.kind != new.kind:
        wider = (old.kind, new.kind) in _WIDER
        severity, kind = (Severity.INFO, "type-widened") if wider else (Severity.ERROR, "type-changed")
        yield _differs(severity, kind, new, ("类型", "type"), old.kind, new.kind)
    if old.issued != new.issued:
        locked = Severity.ERROR, "input-locked", "改为下发，不能再填", "is locked now"
        opened = Severity.WARNING, "issued-opened", "改为由单位填报", "is filled in by the unit now"
        severity, kind, zh, en = locked if new.issued else opened
        yield _told(severity, kind, f"“{new.title}”列{zh}", f"the column “{new.title}” {en}", new.role)
    yield from _demands(old, new)
    yield from _bounds(old, new)
    yield from _choices(old, new)
    yield from _format(old, new)


def _demands(old: ColumnLine, new: ColumnLine) -> Iterator[Told]:
    """What a cell has to have: filled at all, filled beside another, in the period, of a form."""
    for kind, zh, en, before, after in (
        ("required", "必填", "required", old.filled, new.filled),
        ("needed-with", "同填要求", "needed with another", old.needed_with, new.needed_with),
        ("period-bound", "期内要求", "bound to the period", old.within_period, new.within_period),
        ("pattern", "写法要求", "held to a form", old.pattern, new.pattern),
    ):
        if before == after:
            continue
        if after:
            yield _told(
                Severity.ERROR,
                f"{kind}-added",
                f"“{new.title}”列增加或改变了{zh}",
                f"the column “{new.title}” is {en} now",
                new.role,
            )
        else:
            yield _told(
                Severity.INFO,
                f"{kind}-dropped",
                f"“{new.title}”列取消了{zh}",
                f"the column “{new.title}” is not {en} any more",
                new.role,
            )


def _bounds(old: ColumnLine, new: ColumnLine) -> Iterator[Told]:
    for before, after, sign, zh, en in (
        (old.least, new.least, 1, "下限", "least value"),
        (old.most, new.most, -1, "上限", "greatest value"),
    ):
        if before == after:
            continue
        narrower = after != "" and (before == "" or _number(after) * sign > _number(before) * sign)
        severity, kind = (Severity.ERROR, "range-narrowed") if narrower else (Severity.INFO, "range-widened")
        yield _differs(severity, kind, new, (zh, en), before, after)


def _choices(old: ColumnLine, new: ColumnLine) -> Iterator[Told]:
    if old.choices == new.choices:
        return
    gone = [choice for choice in old.choices if choice not in new.choices]
    narrower = bool(new.choices) and (bool(gone) or not old.choices)
    severity, kind = (Severity.ERROR, "list-narrowed") if narrower else (Severity.INFO, "list-widened")
    if set(old.choices) == set(new.choices):
        severity, kind = Severity.INFO, "list-reordered"
    yield _differs(severity, kind, new, ("可选项", "list"), "、".join(old.choices), "、".join(new.choices))


def _format(old: ColumnLine, new: ColumnLine) -> Iterator[Told]:
    if old.number_format == new.number_format:
        return
    scaled = ("%" in old.number_format) != ("%" in new.number_format)
    severity, kind = (
        (Severity.ERROR, "percent-format-changed") if scaled else (Severity.INFO, "format-changed")
    )
    yield _differs(severity, kind, new, ("数字格式", "number format"), old.number_format, new.number_format)


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(0)


def _differs(
    severity: Severity, kind: str, line: ColumnLine, what: tuple[str, str], old: str, new: str
) -> Told:
    zh = f"“{line.title}”列的{what[0]}由“{old}”改为“{new}”"
    return _told(
        severity, kind, zh, f"the {what[1]} of “{line.title}” changed from “{old}” to “{new}”", line.role
    )


def _told(severity: Severity, kind: str, zh: str, en: str, role: str | None) -> Told:
    return severity, kind, Text(zh, en), None, role
