"""The table of a template: its head, its header, its rows with their completion rates and checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from toolkit.errors import ToolkitError
from toolkit.finding import Severity, Text
from toolkit.rules.actual.completion import completion_due, is_due
from toolkit.schema import FormFile
from toolkit.template.facts import is_blank
from toolkit.template.formulas import Value as Formula
from toolkit.template.formulas import both, if_text, literal, value, when_true
from toolkit.template.issue import Issue, Value
from toolkit.template.layout import (
    GUARD_TITLE,
    GUARD_WIDTH,
    HEAD_ROW,
    HEADER_ROW,
    STATUS_ROW,
    TITLE_ROW,
    USUAL_WIDTH,
    Layout,
    lines_of,
)
from toolkit.template.native import Guard, row_guards
from toolkit.workbook import a1

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from toolkit.template.looks import Looks

_LONGEST_FORMULA = 8192
_MARKS = {Severity.ERROR: "×", Severity.WARNING: "▲", Severity.INFO: "●"}
_LINE_HEIGHT, _LEAST_LINES, _MOST_HEIGHT = 14.0, 3, 400.0


def write_table(sheet: Worksheet, looks: Looks, form: FormFile, issue: Issue, layout: Layout) -> None:
    """Writes the table. Raises ToolkitError for a row with too much to check."""
    _write_head(sheet, looks, issue, layout)
    _write_header(sheet, looks, form, layout)
    _write_rows(sheet, looks, form, issue, layout)


def identity_text(issue: Issue) -> str:
    """The printed cell that says which template it is."""
    return f"模板编号：{issue.id}　版本：{issue.version}"


def _write_head(sheet: Worksheet, looks: Looks, issue: Issue, layout: Layout) -> None:
    last, half = layout.guard_column - 1, max(layout.guard_column // 2, 2)
    sheet.merge_range(TITLE_ROW - 1, 0, TITLE_ROW - 1, last, issue.title, looks.style("title"))
    unit = f"填报单位：{issue.unit}　　" if issue.unit else ""
    period = issue.period
    spoken = (
        "{0.year}年{0.month}月{0.day}日至{1.year}年{1.month}月{1.day}日".format(*period) if period else ""
    )
    said = f"{unit}填报期间：{spoken}" if spoken else unit
    sheet.merge_range(HEAD_ROW - 1, 0, HEAD_ROW - 1, half - 1, said, looks.style("head"))
    sheet.merge_range(HEAD_ROW - 1, half, HEAD_ROW - 1, last, identity_text(issue), looks.style("head_right"))
    sheet.merge_range(STATUS_ROW - 1, 0, STATUS_ROW - 1, last, "", looks.style("status"))
    sheet.write_formula(
        STATUS_ROW - 1, 0, _status(layout), looks.style("status"), f"尚有 {len(issue.rows)} 处问题"
    )
    for row, height in ((TITLE_ROW, 36), (HEAD_ROW, 20), (STATUS_ROW, 22), (HEADER_ROW, 34)):
        sheet.set_row(row - 1, height)


def _status(layout: Layout) -> str:
    area = layout.area(layout.guard_column)
    errors, warnings = (f'SUMPRODUCT(LEN({area})-LEN(SUBSTITUTE({area},"{mark}","")))' for mark in "×▲")
    doubts = f'IF({warnings}>0,"（另有 "&{warnings}&" 处请核对）","")'
    return f'=IF({errors}=0,"可报送"&{doubts},"尚有 "&{errors}&" 处问题"&{doubts})'


def _write_header(sheet: Worksheet, looks: Looks, form: FormFile, layout: Layout) -> None:
    for column, heading in enumerate(form.headings):
        design = form.designs[heading.role]
        style = looks.style("header" if heading.issued else "header_input")
        sheet.write_string(HEADER_ROW - 1, column, heading.title, style)
        sheet.set_column(column, column, design.width or USUAL_WIDTH)
        if design.note:
            place = a1(HEADER_ROW, column + 1)
            sheet.write_comment(
                place, design.note, {"author": "", "x_scale": 1.6, "y_scale": 0.9, "font_size": 10}
            )
    guard = layout.guard_column - 1
    sheet.write_string(HEADER_ROW - 1, guard, GUARD_TITLE, looks.style("header"))
    sheet.set_column(guard, guard, GUARD_WIDTH)


def _write_rows(sheet: Worksheet, looks: Looks, form: FormFile, issue: Issue, layout: Layout) -> None:
    for number, row in enumerate(issue.rows, start=layout.first_row):
        for column, heading in enumerate(form.headings):
            design = form.designs[heading.role]
            style = looks.cell(heading.role, issued=heading.issued, number_format=design.number_format)
            if heading.role == "completion" and heading.issued:
                sheet.write_formula(number - 1, column, _completion(number, layout), style, "")
            else:
                _write_cell(sheet, (number - 1, column), row.get(heading.role), style)
        check = _check(form, issue, row, number, layout)
        sheet.write_formula(number - 1, layout.guard_column - 1, check, looks.style("guard"), "× 待填报；")
        sheet.set_row(number - 1, _height(form, row))


def _write_cell(sheet: Worksheet, place: tuple[int, int], content: Value, style: object) -> None:
    match content:
        case None | "":
            sheet.write_blank(*place, None, style)
        case str():
            sheet.write_string(*place, content, style)
        case Decimal() | int():
            sheet.write_number(*place, float(content), style)
        case _:
            sheet.write_datetime(*place, datetime(content.year, content.month, content.day), style)


def _height(form: FormFile, row: Mapping[str, Value]) -> float:
    widths = {heading.role: form.designs[heading.role].width or USUAL_WIDTH for heading in form.headings}
    most = max((lines_of(str(content), widths[role]) for role, content in row.items() if content), default=1)
    return min(max(most, _LEAST_LINES) * _LINE_HEIGHT + 4, _MOST_HEIGHT)


def _completion(number: int, layout: Layout) -> str:
    """The completion rate, from the same words as the rule that checks it; the same in every row."""
    cells = {role: f"{layout.cell(role, number)}" for role in ("target_value", "actual_value", "direction")}
    facts = {role: Formula(cell, f"ISNUMBER({cell})") for role, cell in cells.items()}
    facts["direction"] = Formula(cells["direction"])
    rate = value(completion_due(), {**facts, **{role: Formula(cell) for role, cell in cells.items()}})
    return f"={if_text(literal(when_true(is_due(), facts)), f'{rate.said}/100', chr(34) * 2)}"


def _check(form: FormFile, issue: Issue, row: Mapping[str, Value], number: int, layout: Layout) -> str:
    """What is still to be mended in a row."""
    inputs = [
        is_blank(f"{layout.cell(heading.role, number)}") for heading in form.headings if not heading.issued
    ]
    answered, silent = (
        row_guards(form, row, number, layout, issue.period, answered=answered) for answered in (True, False)
    )
    always = [guard for guard in answered if guard in silent]
    parts = [_told(guard) for guard in always]
    cases = ["&".join(_told(guard) for guard in case if guard not in always) for case in (answered, silent)]
    if any(cases):
        actual = layout.cell("actual_value", number)
        parts.append(f"IF(ISNUMBER({actual}),{cases[0] or chr(34) * 2},{cases[1] or chr(34) * 2})")
    watched = f'IFERROR({"&".join(parts) or chr(34) * 2},"× S012 本行：含有错误值；")'
    formula = f'=IF({both(*inputs)},"× 待填报；",{watched})'
    if len(formula) > _LONGEST_FORMULA:
        raise ToolkitError(
            Text(
                f"第{number}行的核对公式超过 Excel 允许的{_LONGEST_FORMULA}字，请减少约束。",
                f"The checks of row {number} take more than the {_LONGEST_FORMULA} characters of Excel.",
            )
        )
    return formula


def _told(guard: Guard) -> str:
    return f'IF({guard.condition},"{message(guard)}","")'


def message(guard: Guard) -> str:
    """``× A007 本期完成值：落后于序时进度；`` as it stands in the column 填报检查."""
    return f"{_MARKS[guard.severity]} {guard.code} {guard.title}：{guard.words}；"
