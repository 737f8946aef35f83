"""The list of findings as a sheet of an open book: written by the block, every text a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.excel.book import range_of
from toolkit.excel.boxes import Box, Place
from toolkit.excel.native import number_of, set_fill
from toolkit.finding import Severity
from toolkit.marks import Line, Listing, is_listing
from toolkit.ooxml.patch.colours import FILLS
from toolkit.ooxml.patch.words import LONGEST
from toolkit.workbook import Cell, Sheet

if TYPE_CHECKING:
    import xlwings as xw

_TOP_ROWS = 10
_TEXT, _GENERAL = "@", "General"
_HEAD_FILL, _WHITE, _BLUE, _GREY = (64, 64, 64), (255, 255, 255), (5, 99, 193), (64, 64, 64)


def listings(book: xw.Book) -> list[xw.Sheet]:
    """The lists of findings that the book has, ours by their words whatever they are called."""
    return [sheet for sheet in book.sheets if is_listing(_top(sheet))]


def _top(sheet: xw.Sheet) -> Sheet:
    """The first rows, which tell a list of findings from a sheet of the office's own."""
    grid = range_of(sheet, Box(1, 1, _TOP_ROWS, 1)).options(ndim=2).value
    cells = {row: {1: Cell(row, 1, value)} for row, (value,) in enumerate(grid, 1) if isinstance(value, str)}
    return Sheet(name=sheet.name, rows=cells)


def write_listing(book: xw.Book, listing: Listing, memory: Sequence[str]) -> None:
    """Add the list as the first sheet; ``memory`` goes into a hidden column behind it.

    Looks come first and long texts last, so that rows are given the height of their texts once.
    """
    sheet = book.sheets.add(name=listing.name, before=book.sheets[0])
    count, head = len(listing.columns), len(listing.remarks) + 2
    last = max(head + len(listing.lines), len(memory), 1)
    range_of(sheet, Box(1, 1, last, count + 1)).number_format = _TEXT
    _dress(sheet, listing, head)
    _dress_lines(sheet, listing, head + 1)
    above = [listing.title, *listing.remarks]
    _write(sheet, 1, count + 1, [[line] for line in memory])
    _write(sheet, 1, 1, [[text] for text in above])
    _write(sheet, head, 1, [[title for title, _ in listing.columns]])
    _write_lines(sheet, listing, head + 1)


def _write(sheet: xw.Sheet, row: int, column: int, texts: list[list[str]]) -> None:
    if texts and texts[0]:
        block = range_of(sheet, Box(row, column, row + len(texts) - 1, column + len(texts[0]) - 1))
        block.value = [[text[:LONGEST] for text in line] for line in texts]


def _write_lines(sheet: xw.Sheet, listing: Listing, first: int) -> None:
    """The links, and what stands on either side of them."""
    if not listing.lines:
        return
    column = listing.link_column
    block = range_of(sheet, Box(first, column, first + len(listing.lines) - 1, column))
    block.number_format = _GENERAL
    block.formula = [[_link(line, column)] for line in listing.lines]
    _write(sheet, first, 1, [list(line.texts[: column - 1]) for line in listing.lines])
    _write(sheet, first, column + 1, [list(line.texts[column:]) for line in listing.lines])


def _link(line: Line, column: int) -> str:
    text = line.texts[column - 1]
    if line.link is None:
        return text
    name, cell = line.link
    quoted = name.replace("'", "''").replace('"', '""')
    return f'=HYPERLINK("#\'{quoted}\'!{cell}","{text}")'


def _dress(sheet: xw.Sheet, listing: Listing, head: int) -> None:
    count = len(listing.columns)
    for column, (_, width) in enumerate(listing.columns, 1):
        sheet.range((1, column)).column_width = width
    title = sheet.range((1, 1))
    title.font.bold, title.font.size = True, 14
    for row in range(1, head):
        across = range_of(sheet, Box(row, 1, row, count))
        across.merge()
        across.wrap_text = row > 1
    titles = range_of(sheet, Box(head, 1, head, count))
    titles.color, titles.font.color, titles.font.bold = _HEAD_FILL, _WHITE, True
    sheet.range((1, count + 1)).columns.hidden = True
    sheet.freeze_panes.freeze_at(f"{head}:{head}")


def _dress_lines(sheet: xw.Sheet, listing: Listing, first: int) -> None:
    if not listing.lines:
        return
    last, column = first + len(listing.lines) - 1, listing.link_column
    body = range_of(sheet, Box(first, 1, last, len(listing.columns)))
    body.wrap_text, body.vertical_alignment = True, "top"
    range_of(sheet, Box(first, column, last, column)).font.color = _BLUE
    rows: dict[Severity, list[Place]] = defaultdict(list)
    for row, line in enumerate(listing.lines, first):
        rows[line.severity].append((row, 1))
    for severity, places in rows.items():
        set_fill(sheet, places, number_of(FILLS[severity]))
