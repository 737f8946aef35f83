"""The summary as a workbook, in the layout in which such tables are published, ready to print on A4."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Any

from toolkit.inbox.pace import pace, shares
from toolkit.inbox.summary import Summary, SummaryRow

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_WIDTHS = (18, 36, 90)
_A4 = 9
_UNIT_COLUMNS = (
    ("填报单位", 26),
    ("收到时间", 18),
    ("第几次报送", 12),
    ("指标数", 10),
    ("量化目标数", 12),
    ("达到或超过序时", 16),
    ("落后于序时", 14),
    ("达到占比（%）", 14),
)
_BULLETIN_WIDTH = 110
_LINE = 15.75  # points
_HIGHEST = 409.0
_MARGIN = 3  # characters of a column that wrapping leaves blank


def summary_book(summary: Summary, paragraphs: Sequence[str], made: datetime) -> bytes:
    """The bytes of an .xlsx workbook: the table, how each unit stands, and the bulletin."""
    import xlsxwriter

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": made.replace(tzinfo=None)})
        _write_table(book, summary)
        _write_units(book, summary)
        _write_bulletin(book, paragraphs)
    return buffer.getvalue()


def _write_table(book: Workbook, summary: Summary) -> None:
    heading = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
    label = book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter"})
    block = book.add_format({"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
    cell = book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
    sheet = book.add_worksheet("进展情况")
    for column, size in enumerate(_WIDTHS):
        sheet.set_column(column, column, size)
    for place, line in enumerate(summary.lines):
        sheet.merge_range(place, 0, place, len(_WIDTHS) - 1, "", label if place else heading)
        sheet.write_string(place, 0, line, label if place else heading)
    top = len(summary.lines)
    for column, text in enumerate(summary.headers):
        sheet.write_string(top, column, text, label)
    numbered = list(enumerate(summary.rows, start=top + 1))
    for number, row in numbered:
        sheet.write_string(number, 1, row.target, cell)
        sheet.write_string(number, 2, row.progress, cell)
    for number, row in numbered:
        sheet.set_row(number, _height(row))
    for _, grouped in groupby(numbered, key=lambda each: each[1].block):
        (first, row), *rest = grouped
        if rest:
            sheet.merge_range(first, 0, rest[-1][0], 0, "", block)
        sheet.write_string(first, 0, row.task, block)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    _set_print(sheet)


def _height(row: SummaryRow) -> float:
    """As many points as the lines of the row need; a program that draws the table may not work it out."""
    texts = zip((row.target, row.progress), _WIDTHS[1:], strict=True)
    lines = max(
        sum(max(1, ceil(_columns(line) / (size - _MARGIN))) for line in text.split("\n"))
        for text, size in texts
    )
    return min(lines * _LINE, _HIGHEST)


def _columns(line: str) -> int:
    return sum(1 if sign.isascii() else 2 for sign in line)


def _write_units(book: Workbook, summary: Summary) -> None:
    label = book.add_format({"bold": True, "border": 1, "align": "center", "text_wrap": True})
    cell = book.add_format({"border": 1})
    share = book.add_format({"border": 1, "num_format": "0.0"})
    sheet = book.add_worksheet("各单位情况")
    for column, (text, size) in enumerate(_UNIT_COLUMNS):
        sheet.set_column(column, column, size)
        sheet.write_string(0, column, text, label)
    for row, source in enumerate(summary.sources, start=1):
        found = pace([source])
        counts = (found.ahead, len(found.behind), found.unpaced + found.untold)
        received = source.received.received
        sheet.write_string(row, 0, source.unit, cell)
        sheet.write_string(row, 1, received.isoformat(" ", "minutes")[:16], cell)
        numbers = (source.version, len(source.rows), found.total, found.ahead, len(found.behind))
        for column, number in enumerate(numbers, start=2):
            sheet.write_number(row, column, number, cell)
        sheet.write_number(row, 7, float(shares(counts)[0]), share)
    row = len(summary.sources) + 1
    for number, (name, reason) in enumerate(summary.left_out, start=row):
        sheet.write_string(number, 0, name, cell)
        sheet.write_string(number, 1, f"未纳入：{reason.zh}", cell)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    _set_print(sheet)


def _write_bulletin(book: Workbook, paragraphs: Sequence[str]) -> None:
    heading = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    words = book.add_format({"text_wrap": True, "valign": "top", "font_size": 12})
    sheet = book.add_worksheet("通报")
    sheet.set_column(0, 0, _BULLETIN_WIDTH)
    for row, paragraph in enumerate(paragraphs):
        sheet.write_string(row, 0, paragraph, words if row else heading)
    _set_print(sheet)


def _set_print(sheet: Any) -> None:  # noqa: ANN401 - XlsxWriter is not typed
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页，共 &N 页")
