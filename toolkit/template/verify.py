"""Whether a template may be issued: X001 and X004 to X009, each at its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.display import shown
from toolkit.errors import CannotOpen, ToolkitError, UnreadableWorkbook
from toolkit.finding import FileReport, Finding, Skipped, Text
from toolkit.findings import spot_finding
from toolkit.guards import Guards
from toolkit.issued import SCHEMA
from toolkit.readers import read_guards, read_workbook
from toolkit.rules import find
from toolkit.rules.model import Spot
from toolkit.schema import FormFile
from toolkit.template.description import describe, read_description
from toolkit.template.issue import Issue
from toolkit.template.layout import HEADER_ROW, SHEET, layout_of
from toolkit.template.recipe import baked, ingredients
from toolkit.template.snapshot import snapshot
from toolkit.workbook import Cell, Sheet, Workbook, a1

_ALONE = ("X004", "X005", "X006", "X007", "X009")
_FROM_FORM = ("X001", "X008")
_PEOPLE = {
    "creator": Text("作者", "author"),
    "lastModifiedBy": Text("最后修改人", "last editor"),
    "Company": Text("单位", "company"),
    "Manager": Text("主管", "manager"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template as it is read; ``form`` and ``issue`` are None where nobody knows what it was made of."""

    path: Path
    data: bytes
    workbook: Workbook
    guards: Guards
    form: FormFile | None = None
    issue: Issue | None = None


def open_template(path: Path, schema: str | None = None, issue_path: Path | None = None) -> Template:
    """The template at this path, with the form and the issue that it names. Raises ToolkitError."""
    try:
        data = path.read_bytes()
        workbook, guards = read_workbook(data), read_guards(data)
    except OSError as error:
        raise CannotOpen(path, error) from error
    except UnreadableWorkbook as error:
        raise ToolkitError(
            Text(f"{path} 无法读取：{error.reason.zh}", f"{path} cannot be read: {error.reason.en}")
        ) from error
    guards = guards or Guards()
    schema = schema or guards.properties.get(SCHEMA)
    source = issue_path or issue_of(path)
    form, issue = ingredients(schema, source) if schema and source else (None, None)
    return Template(path=path, data=data, workbook=workbook, guards=guards, form=form, issue=issue)


def issue_of(path: Path) -> Path | None:
    """The file of what is issued: of the template's name, beside it or in ``issue/`` beside its folder."""
    places = (path.with_suffix(".toml"), path.parent.parent / "issue" / f"{path.stem}.toml")
    return next((place for place in places if place.is_file()), None)


def verify(template: Template) -> FileReport:
    """The report on a template."""
    known = template.form is not None and template.issue is not None
    findings = [*_alone(template), *(_from_form(template) if known else ())]
    because = Text("找不到生成它的下发文件", "the file of what is issued was not found")
    return FileReport(
        path=str(template.path),
        verdict="rejected" if any(each.severity.rank == 2 for each in findings) else "accepted",
        findings=tuple(findings),
        ran=tuple(sorted((*_ALONE, *(_FROM_FORM if known else ())))),
        skipped=() if known else tuple(Skipped(code, because) for code in _FROM_FORM),
    )


def _alone(template: Template) -> Iterator[Finding]:
    sheet = _table(template)
    if sheet is not None:
        yield from _guard_findings(template, sheet)
        for place in sorted(template.guards.sheet(sheet.name).open_cells):
            if (cell := sheet.cell(*place)) is not None:
                said = Text(
                    f"填报单元格 {cell.address} 里有“{shown(cell)}”",
                    f"The input cell {cell.address} holds “{shown(cell)}”",
                )
                yield _at("X005", sheet.name, cell, said)
    for name, value in template.guards.people.items():
        word = _PEOPLE[name]
        yield _about(
            "X006", Text(f"文件属性中的{word.zh}是“{value}”", f"The {word.en} in the properties is “{value}”")
        )
    for link in template.guards.links:
        yield _about(
            "X007", Text(f"模板引用了外部工作簿（{link}）", f"The template reads another workbook ({link})")
        )
    if template.guards.macros:
        yield _about(
            "X009", Text("模板里有宏，而它没有宏的源码", "There are macros in it, and no sources of them")
        )


def _table(template: Template) -> Sheet | None:
    return next((sheet for sheet in template.workbook.sheets if sheet.name == SHEET), None)


def _guard_findings(template: Template, sheet: Sheet) -> Iterator[Finding]:
    """X004: the sheet, an issued cell or an input column that nothing holds."""
    guards = template.guards.sheet(sheet.name)
    if not guards.protected:
        yield _about(
            "X004",
            Text(f"工作表“{sheet.name}”没有保护", f"The sheet “{sheet.name}” is not protected"),
            sheet.name,
        )
        return
    for row, column in sorted(guards.open_cells):
        if guards.validation(row, column) is None:
            yield _place(
                "X004",
                sheet.name,
                row,
                column,
                Text(
                    f"填报单元格 {a1(row, column)} 没有数据验证",
                    f"The input cell {a1(row, column)} has no validation",
                ),
            )
    description = read_description(template.workbook)
    if description is None:
        return
    last = max((row for row, _ in guards.open_cells), default=HEADER_ROW)
    for column, line in enumerate(description.columns, start=1):
        for row in range(HEADER_ROW, last + 1):
            if (line.issued or row == HEADER_ROW) and guards.is_open(row, column):
                yield _place(
                    "X004",
                    sheet.name,
                    row,
                    column,
                    Text(
                        f"下发单元格 {a1(row, column)} 没有锁定",
                        f"The issued cell {a1(row, column)} is not locked",
                    ),
                )


def _from_form(template: Template) -> Iterator[Finding]:
    form, issue = template.form, template.issue
    if form is None or issue is None:
        return
    yield from _schema_findings(template, form, issue)
    rebuilt = baked(form, issue)
    if rebuilt != template.data:
        yield from _drift(template, rebuilt)


def _schema_findings(template: Template, form: FormFile, issue: Issue) -> Iterator[Finding]:
    """X008: a header or a column's description that is not the form's."""
    sheet, description = _table(template), read_description(template.workbook)
    if sheet is None or description is None:
        yield _about(
            "X008",
            Text(f"没有工作表“{SHEET}”或列的说明", f"The sheet “{SHEET}” or the list of columns is missing"),
        )
        return
    layout = layout_of(form.headings, len(issue.rows))
    own = {line.role: line for line in description.columns}
    for column, heading in enumerate(layout.headings, start=1):
        cell = sheet.cell(HEADER_ROW, column)
        if shown(cell) != heading.title:
            said = Text(
                f"表头 {a1(HEADER_ROW, column)} 应为“{heading.title}”，现在是“{shown(cell)}”",
                f"The header {a1(HEADER_ROW, column)} should be “{heading.title}” and is “{shown(cell)}”",
            )
            yield _place("X008", sheet.name, HEADER_ROW, column, said)
        if own.get(heading.role) != describe(heading, form.designs[heading.role]):
            said = Text(
                f"“{heading.title}”列的类型、范围或可选项与表样不同",
                f"Type, range or list of the column “{heading.title}” differ from the form's",
            )
            yield _place("X008", sheet.name, HEADER_ROW, column, said)


def _drift(template: Template, rebuilt: bytes) -> Iterator[Finding]:
    """X001 at every cell that differs, else the first line of the snapshot that does, else the file."""
    asked = read_workbook(rebuilt)
    places = list(_differing(asked, template.workbook))
    for sheet, row, column, issued, found in places[:20]:
        said = Text(
            f"{sheet}!{a1(row, column)} 应为“{issued}”，现在是“{found}”",
            f"{sheet}!{a1(row, column)} should be “{issued}” and is “{found}”",
        )
        yield _place("X001", sheet, row, column, said)
    if places:
        return
    lines, own = snapshot(rebuilt).splitlines(), snapshot(template.data).splitlines()
    other = next(((one, two) for one, two in zip(lines, own, strict=False) if one != two), None)
    if other or len(lines) != len(own):
        one, two = other or ("", "")
        yield _about("X001", Text(f"应为“{one}”，现在是“{two}”", f"It should be “{one}” and is “{two}”"))
    else:
        yield _about(
            "X001",
            Text(
                "内容相同，但文件不是生成的那一份（用软件另存过）",
                "The content is the same, but the file was saved by another program",
            ),
        )


def _differing(asked: Workbook, found: Workbook) -> Iterator[tuple[str, int, int, str, str]]:
    own = {sheet.name: sheet for sheet in found.sheets}
    for sheet in asked.sheets:
        other = own.get(sheet.name)
        if other is None:
            yield sheet.name, 1, 1, sheet.name, ""
            continue
        places = {
            (row, column) for each in (sheet, other) for row, cells in each.rows.items() for column in cells
        }
        for row, column in sorted(places):
            one, two = _said(sheet.cell(row, column)), _said(other.cell(row, column))
            if one != two:
                yield sheet.name, row, column, one, two


def _said(cell: Cell | None) -> str:
    return f"={cell.formula}" if cell is not None and cell.formula is not None else shown(cell)


def _at(code: str, sheet: str, cell: Cell, said: Text) -> Finding:
    return _place(code, sheet, cell.row, cell.column, said)


def _place(code: str, sheet: str, row: int, column: int, said: Text) -> Finding:
    facts = {"what_zh": said.zh, "what_en": said.en}
    return spot_finding(find(code), Spot(sheet=sheet, row=row, column=column, facts=facts))


def _about(code: str, said: Text, sheet: str | None = None) -> Finding:
    return spot_finding(find(code), Spot(sheet=sheet, facts={"what_zh": said.zh, "what_en": said.en}))
