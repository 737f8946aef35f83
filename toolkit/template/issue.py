"""What the office issues: the indicators and the head of the template, from .toml, .csv or .xlsx.

A .toml file holds the head, and the rows either itself or by naming a table beside it::

    id = "xicheng-2017"
    version = "1.0.0"
    title = "2017年市政府绩效任务进展情况表"
    unit = "西城区"
    period = "2017-01-01/2017-06-30"
    retired = ["A07"]                 # optional: ids that once were used and never are again
    rows = "xicheng-2017.csv"         # or [[row]] tables, with the roles of the form as keys
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeAlias

from toolkit.errors import CannotOpen, ToolkitError, UnreadableWorkbook
from toolkit.finding import Text
from toolkit.header import Heading
from toolkit.readers import read_workbook
from toolkit.round import Span, parse_period
from toolkit.table import find_tables
from toolkit.typed import typed

Value: TypeAlias = str | Decimal | int | bool | date | None

_KEYS = frozenset({"id", "version", "title", "unit", "period", "retired", "rows", "row"})
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_ID = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One template to be made. ``rows`` map the roles of issued columns to their values."""

    id: str
    version: str
    title: str
    unit: str | None
    period: Span | None
    rows: tuple[Mapping[str, Value], ...]
    retired: tuple[str, ...] = ()


def load_issue(path: Path, headings: Sequence[Heading]) -> Issue:
    """What the file at ``path`` issues. Raises ToolkitError, with its place, for what cannot be used."""
    asked = [heading for heading in headings if heading.issued]
    entries = _entries(path) if path.suffix.lower() == ".toml" else {"rows": path.name}
    unknown = sorted(entries.keys() - _KEYS)
    if unknown:
        raise _fault(path, f"没有 {unknown[0]} 这个设置", f"{unknown[0]} is not a setting")
    rows = _rows(path, entries, asked)
    if not rows:
        raise _fault(path, "没有下发任何指标", "issues no indicator")
    version, identity = str(entries.get("version", "1.0.0")), str(entries.get("id", path.stem))
    if not _VERSION.fullmatch(version):
        raise _fault(
            path, f"版本“{version}”应写成 1.0.0 的形式", f"the version {version!r} should be like 1.0.0"
        )
    if not _ID.fullmatch(identity):
        raise _fault(
            path, f"编号“{identity}”不能含空格和标点", f"the id {identity!r} has blanks or marks in it"
        )
    period = entries.get("period")
    return Issue(
        id=identity,
        version=version,
        title=str(entries.get("title", "绩效任务进展情况表")),
        unit=entries.get("unit"),
        period=parse_period(period) if period else None,
        rows=_unique(path, rows, asked),
        retired=tuple(entries.get("retired", ())),
    )


def _entries(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CannotOpen(path, error) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _fault(path, f"不是有效的 TOML（{error}）", f"is not valid TOML ({error})") from error


def _rows(
    path: Path, entries: Mapping[str, Any], asked: Sequence[Heading]
) -> tuple[Mapping[str, Value], ...]:
    if "rows" in entries:
        return _table_rows(path.parent / str(entries["rows"]), asked)
    roles = {heading.role: heading for heading in asked}
    made: list[Mapping[str, Value]] = []
    for number, row in enumerate(entries.get("row", ()), start=1):
        unknown = sorted(row.keys() - roles.keys())
        if unknown:
            raise _fault(
                path, f"第{number}项的 {unknown[0]} 不是下发的列", f"row {number}: {unknown[0]} is not issued"
            )
        made.append({role: _value(path, roles[role], value) for role, value in row.items()})
    return tuple(made)


def _value(path: Path, heading: Heading, value: object) -> Value:
    if heading.kind == "text":
        return str(value)
    if heading.kind in {"number", "whole"}:
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            raise _fault(
                path, f"的 {heading.role} 不是数字：{value}", f"has no number in {heading.role}: {value}"
            ) from None
        return int(number) if heading.kind == "whole" else number
    return value if isinstance(value, date | bool) else None


def _table_rows(path: Path, asked: Sequence[Heading]) -> tuple[Mapping[str, Value], ...]:
    try:
        workbook = read_workbook(path)
    except UnreadableWorkbook as error:
        raise _fault(path, f"无法读取：{error.reason.zh}", f"cannot be read: {error.reason.en}") from error
    tables = find_tables(workbook, asked).tables
    if not tables or tables[0].missing:
        missing = "、".join(heading.title for heading in (tables[0].missing if tables else asked))
        raise _fault(path, f"缺少这些列：{missing}", f"lacks these columns: {missing}")
    kinds = {heading.role: heading.kind for heading in asked}
    return tuple(
        {role: typed(field, kinds[role]) for role, field in row.fields.items()} for row in tables[0].rows
    )


def _unique(
    path: Path, rows: Sequence[Mapping[str, Value]], asked: Sequence[Heading]
) -> tuple[Mapping[str, Value], ...]:
    """The rows, numbered where the form numbers them. Raises ToolkitError for an id that comes twice."""
    if any(heading.role == "indicator_id" for heading in asked):
        seen: set[Value] = set()
        for row in rows:
            identity = row.get("indicator_id")
            if not identity or identity in seen:
                raise _fault(
                    path, f"指标编号“{identity or ''}”重复或为空", f"the id {identity!r} is blank or repeated"
                )
            seen.add(identity)
    if any(heading.role == "number" for heading in asked):
        return tuple({"number": number, **row} for number, row in enumerate(rows, start=1))
    return tuple(rows)


def _fault(path: Path, zh: str, en: str) -> ToolkitError:
    return ToolkitError(Text(f"{path} {zh}。", f"{path}: {en}."))
