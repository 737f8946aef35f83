"""The workbook of a template, the same bytes on every machine."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.issued import ID, PERIOD, SCHEMA, VERSION
from toolkit.schema import FormFile
from toolkit.template.buttons import Projects, add_buttons
from toolkit.template.issue import Issue
from toolkit.template.layout import (
    GUIDE,
    HEADER_ROW,
    LISTS,
    SHEET,
    STATUS_ROW,
    Layout,
    layout_of,
    lines_of,
)
from toolkit.template.table import write_table
from toolkit.template.watch import write_highlights, write_validations
from toolkit.workbook import column_letters

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

    from toolkit.template.looks import Looks

_WRITTEN = datetime(2017, 1, 1)
_LONGEST_FORMULA = 8192
_MARKS = {Severity.ERROR: "×", Severity.WARNING: "▲", Severity.INFO: "●"}
_ALLOWED = {
    "sort": True,
    "autofilter": True,
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
_LINE_HEIGHT, _LEAST_LINES, _MOST_HEIGHT = 14.0, 3, 400.0


def build_template(form: FormFile, issue: Issue, projects: Projects | None = None) -> bytes:
    """The bytes of the workbook that units fill in. Raises ToolkitError for a row with too much to check.

    With ``projects`` it is an .xlsm with buttons, and the VBA project that they make is behind them.
    """
    import xlsxwriter

    from toolkit.template.looks import Looks

    buffer = BytesIO()
    layout = layout_of(form.headings, len(issue.rows))
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": issue.title, "created": _WRITTEN})
        looks = Looks(book)
        sheet = book.add_worksheet(SHEET)
        write_table(sheet, looks, form, issue, layout)
        write_validations(sheet, form, issue, layout)
        write_highlights(sheet, looks, form, layout)
        _write_guide(book, looks, form, issue)
        _write_lists(book, looks, form, issue, layout)
        _set_up(sheet, layout)
        _write_names(book, layout)
        _write_properties(book, form, issue)
        if projects is not None:
            add_buttons(book, sheet, projects)
    return buffer.getvalue()


def _write_guide(book: xlsxwriter.Workbook, looks: Looks, form: FormFile, issue: Issue) -> None:
    from toolkit.template.guide import passages

    sheet = book.add_worksheet(GUIDE)
    widths = (16, 12, 84)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for row, passage in enumerate(passages(form, issue, issue.period)):
        style = (
            looks.style("header")
            if passage.style == "header"
            else looks.cell("", issued=True, number_format=None)
        )
        if len(passage.cells) == 1:
            single = looks.style(passage.style)
            sheet.merge_range(row, 0, row, len(widths) - 1, passage.cells[0], single)
        else:
            for column, text in enumerate(passage.cells):
                sheet.write_string(row, column, text, style)
        width = sum(widths) if len(passage.cells) == 1 else widths[-1]
        height = {"title": 36, "section": 24}.get(passage.style, lines_of(passage.cells[-1], width) * 16 + 4)
        sheet.set_row(row, height)
    sheet.protect("", _ALLOWED)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)


def _write_lists(
    book: xlsxwriter.Workbook, looks: Looks, form: FormFile, issue: Issue, layout: Layout
) -> None:
    """The hidden sheet: the columns as the form defines them, the retired ids, and the lists."""
    from toolkit.template.description import rows_of

    sheet = book.add_worksheet(LISTS)
    for row, cells in enumerate(rows_of(form, issue)):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text, looks.style("plain"))
    units = sorted({str(row["unit"]) for row in issue.rows if row.get("unit")})
    if layout.column("unit") is not None:
        place = 20
        sheet.write_string(0, place, "计量单位", looks.style("plain"))
        for row, unit in enumerate(units or ["%"], start=1):
            sheet.write_string(row, place, unit, looks.style("plain"))
        letters = column_letters(place + 1)
        book.define_name("list_unit", f"={LISTS}!${letters}$2:${letters}${max(len(units), 1) + 1}")
    sheet.protect("", {})
    sheet.hide()


def _set_up(sheet: Worksheet, layout: Layout) -> None:
    """Frozen header, filter, protection, print."""
    kept = layout.column("indicator_id") or 0
    sheet.freeze_panes(HEADER_ROW, kept)
    sheet.autofilter(HEADER_ROW - 1, 0, layout.last_row - 1, layout.guard_column - 1)
    sheet.protect("", _ALLOWED)
    sheet.set_landscape()
    sheet.set_paper(8 if len(layout.headings) > 6 else 9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.set_footer("&L&A&C第 &P 页，共 &N 页&R打印日期 &D")
    sheet.print_area(0, 0, layout.last_row - 1, layout.guard_column - 1)


def _write_names(book: xlsxwriter.Workbook, layout: Layout) -> None:
    """Names that anchor the table for whoever reads it later."""
    last = column_letters(layout.guard_column)
    book.define_name("form_header", f"={SHEET}!$A${HEADER_ROW}:${last}${HEADER_ROW}")
    book.define_name("form_rows", f"={SHEET}!$A${layout.first_row}:${last}${layout.last_row}")
    book.define_name("form_status", f"={SHEET}!${layout.status_cell[0]}${STATUS_ROW}")
    for column, heading in enumerate(layout.headings, start=1):
        book.define_name(f"column_{heading.role}", f"={SHEET}!{layout.area(column)}")


def _write_properties(book: xlsxwriter.Workbook, form: FormFile, issue: Issue) -> None:
    book.set_custom_property(ID, issue.id, "text")
    book.set_custom_property(VERSION, issue.version, "text")
    book.set_custom_property(SCHEMA, form.name, "text")
    if issue.period:
        book.set_custom_property(PERIOD, "/".join(day.isoformat() for day in issue.period), "text")
