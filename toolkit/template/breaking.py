"""What changed between two versions of a template, and what that does to copies that are filled in already.

ERROR: a filled copy of the old version would be read as something else, or refused. WARNING: it is read
alike, and somebody has to look. INFO: nobody who fills it in will notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.display import shown
from toolkit.finding import Severity, Text
from toolkit.formula_text import Frame, canonical
from toolkit.issued import ID, PERIOD, SCHEMA, VERSION
from toolkit.template.column_changes import column_changes
from toolkit.template.description import ColumnLine, Description, read_description
from toolkit.template.layout import GUIDE, HEAD_ROW, HEADER_ROW, SHEET, TITLE_ROW
from toolkit.template.row_changes import row_changes
from toolkit.template.verify import Template
from toolkit.workbook import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, named by ``kind``, with the row and column of the new version where it has one."""

    severity: Severity
    kind: str
    text: Text
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What of a template matters to a comparison. ``rows`` are by id, or by task and target."""

    template: Template
    description: Description
    sheet: Sheet
    rows: Mapping[str, Mapping[str, str]]
    places: Mapping[str, int]

    def line(self, role: str) -> ColumnLine | None:
        """The description of a column, or None where there is none."""
        return next((line for line in self.description.columns if line.role == role), None)

    def place(self, role: str) -> int | None:
        """The number of a column, or None where there is none."""
        roles = [line.role for line in self.description.columns]
        return roles.index(role) + 1 if role in roles else None


def changes(old: Template, new: Template) -> list[Change]:
    """Every change from one version to the next, the gravest first."""
    before, after = content_of(old), content_of(new)
    if before is None or after is None:
        words = Text("有一份不是由本工具生成的模板，无法比较", "one of the two is no template of this tool")
        return [Change(severity=Severity.ERROR, kind="not-a-template", text=words)]
    found = [
        *_about_the_file(before, after),
        *_told(column_changes(before.description, after.description), after),
        *_told(row_changes(before, after), after),
        *_about_guards(before, after),
        *_about_looks(before, after),
    ]
    return sorted(found, key=lambda each: (-each.severity.rank, each.row or 0, each.column or 0, each.kind))


def needed_version(found: list[Change], version: str) -> str | None:
    """The least version that may follow this one, or None where nothing changed."""
    if not found:
        return None
    major, minor, patch = (int(part) for part in (*version.split("."), "0", "0")[:3])
    gravest = max(each.severity.rank for each in found)
    return {2: f"{major + 1}.0.0", 1: f"{major}.{minor + 1}.0", 0: f"{major}.{minor}.{patch + 1}"}[gravest]


def is_raised(asked: str | None, version: str) -> bool:
    """Whether a version is at least the one that is asked for."""
    return asked is None or _numbers(version) >= _numbers(asked)


def version_of(template: Template) -> str:
    """The version that a template says it is."""
    return template.guards.properties.get(VERSION, "0.0.0")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def content_of(template: Template) -> Content | None:
    """What there is to compare, or None for a workbook without description."""
    description = read_description(template.workbook)
    sheet = _table(template)
    if description is None or sheet is None or not description.columns:
        return None
    rows: dict[str, Mapping[str, str]] = {}
    places: dict[str, int] = {}
    for number, cells in sheet.rows.items():
        if number > HEADER_ROW:
            said = {
                line.role: shown(cells.get(column)) if line.issued else ""
                for column, line in enumerate(description.columns, start=1)
            }
            key = said.get("indicator_id") or f"{said.get('task', '')}｜{said.get('target', '')}"
            rows[key], places[key] = said, number
    return Content(template=template, description=description, sheet=sheet, rows=rows, places=places)


def _table(template: Template) -> Sheet | None:
    """The sheet of the table, under whatever name: the one whose header is described."""
    sheets = template.workbook.sheets
    return next((sheet for sheet in sheets if sheet.name == SHEET), sheets[0] if sheets else None)


def _told(
    found: Iterator[tuple[Severity, str, Text, str | None, str | None]], after: Content
) -> Iterator[Change]:
    """Changes of columns and rows with the place where they stand now."""
    for severity, kind, text, key, role in found:
        row = after.places.get(key) if key else (HEADER_ROW if role else None)
        yield Change(
            severity=severity, kind=kind, text=text, row=row, column=after.place(role) if role else None
        )


def _about_the_file(before: Content, after: Content) -> Iterator[Change]:
    old, new = before.template.guards.properties, after.template.guards.properties
    for name, severity, kind, zh, en in (
        (ID, Severity.ERROR, "template-renamed", "模板编号", "template id"),
        (SCHEMA, Severity.ERROR, "form-changed", "表样", "form"),
        (PERIOD, Severity.WARNING, "period-changed", "填报期间", "period"),
    ):
        if old.get(name) != new.get(name):
            yield _changed(severity, kind, Text(zh, en), old.get(name, ""), new.get(name, ""))
    if before.sheet.name != after.sheet.name:
        what = Text("工作表名称", "sheet name")
        yield _changed(Severity.ERROR, "sheet-renamed", what, before.sheet.name, after.sheet.name)


def _about_guards(before: Content, after: Content) -> Iterator[Change]:
    old, new = before.template.guards, after.template.guards
    for name in sorted(old.names.keys() - new.names.keys()):
        role = name.removeprefix("column_")
        if role == name or after.line(role) is not None:
            words = Text(f"名称“{name}”没有了", f"the name {name} is gone")
            yield Change(severity=Severity.ERROR, kind="name-removed", text=words)
    for name in sorted(new.names.keys() - old.names.keys()):
        words = Text(f"增加名称“{name}”", f"the name {name} is new")
        yield Change(severity=Severity.INFO, kind="name-added", text=words)
    guards, own = old.sheet(before.sheet.name), new.sheet(after.sheet.name)
    if guards.protected and not own.protected:
        words = Text("去掉了工作表保护", "the sheet is not protected any more")
        yield Change(severity=Severity.ERROR, kind="protection-removed", text=words)
    for column, line in enumerate(after.description.columns, start=1):
        was = before.place(line.role)
        if was is None or line.issued:
            continue
        if guards.validation(HEADER_ROW + 1, was) and not own.validation(HEADER_ROW + 1, column):
            words = Text(f"“{line.title}”列去掉了数据验证", f"the column “{line.title}” lost its validation")
            yield Change(
                severity=Severity.ERROR, kind="validation-removed", text=words, row=HEADER_ROW, column=column
            )


def _about_looks(before: Content, after: Content) -> Iterator[Change]:
    """The formula of the completion rate, and texts around the table."""
    places = before.place("completion"), after.place("completion")
    if all(places) and _formula(before, places[0]) != _formula(after, places[1]):
        words = Text("完成率的公式变了", "the formula of the completion rate changed")
        yield Change(
            severity=Severity.ERROR, kind="formula-changed", text=words, row=HEADER_ROW, column=places[1]
        )
    for row, kind, zh, en in (
        (TITLE_ROW, "title-changed", "标题", "title"),
        (HEAD_ROW, "head-changed", "表头说明", "head"),
    ):
        one, two = shown(before.sheet.cell(row, 1)), shown(after.sheet.cell(row, 1))
        if one != two:
            yield _changed(Severity.INFO, kind, Text(zh, en), one, two)
    if _texts(before, GUIDE) != _texts(after, GUIDE):
        yield Change(
            severity=Severity.INFO,
            kind="guide-changed",
            text=Text("填报说明有改动", "the instructions changed"),
        )


def _formula(content: Content, column: int | None) -> str:
    cell = content.sheet.cell(HEADER_ROW + 1, column or 0)
    if cell is None or cell.formula is None:
        return ""
    order = [line.role for line in content.description.columns]
    numbers = {place: sum(map(ord, role)) for place, role in enumerate(order, start=1)}
    return canonical(cell.formula, cell.row, cell.column, Frame(columns=numbers))


def _texts(content: Content, name: str) -> list[str]:
    sheet = next((each for each in content.template.workbook.sheets if each.name == name), None)
    return [shown(cell) for cells in sheet.rows.values() for cell in cells.values()] if sheet else []


def _changed(severity: Severity, kind: str, what: Text, old: str, new: str) -> Change:
    words = Text(f"{what.zh}由“{old}”改为“{new}”", f"the {what.en} changed from “{old}” to “{new}”")
    return Change(severity=severity, kind=kind, text=words)
