"""Marks on an open book, in the words of the marked copy; and off again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.errors import ToolkitError
from toolkit.excel.book import read_sheet
from toolkit.excel.listing import listings, write_listing
from toolkit.excel.looks import digest_of, inks_under, look_of, paint, restore
from toolkit.excel.memory import Marked, found_in, kept
from toolkit.excel.native import has_conversation, is_locked, is_protected
from toolkit.finding import FileReport, Language, Text
from toolkit.marks import CellMark
from toolkit.ooxml.patch.facts import Facts
from toolkit.reporters.note import cell_marks
from toolkit.reporters.xlsx import listing_of
from toolkit.workbook import Workbook, a1

if TYPE_CHECKING:
    import xlwings as xw

_LOCKED = Text(
    zh="工作簿设有结构保护，不能加入“检查结果”工作表，因此没有标注。请撤销工作簿保护后再点“检查”。",
    en="The structure of the workbook is protected: no sheet of results can be added, so nothing is marked. "
    "Unprotect the workbook and check again.",
)
_PROTECTED = Text(
    zh="工作表“{}”设有保护，其单元格不加底色和批注，问题只列在本表。",
    en='The sheet "{}" is protected: its cells get no fill and no note, its problems are listed here only.',
)


def put_marks(book: xw.Book, workbook: Workbook, report: FileReport, language: Language) -> None:
    """Mark the cells and add the list; former marks are replaced. Raises ToolkitError where it may not.

    A fault midway takes the marks out again before it is raised.
    """
    if is_locked(book):
        raise ToolkitError(_LOCKED)
    take_marks(book)
    targets = dict(_targets(book, report, language))
    memory = [line for marked in _looks(book, targets) for line in kept(marked)]
    talked = {place for place in targets if has_conversation(_cell(book, place))}
    known = Facts(
        signed=False,
        locked=False,
        conversations=frozenset((sheet, a1(row, column)) for sheet, row, column in talked),
        tab_names=tuple(sheet.name for sheet in book.sheets),
    )
    listing = listing_of(report, workbook, known, language)
    remarks = tuple(_PROTECTED.in_language(language).format(name) for name in _protected(book, report))
    write_listing(book, replace(listing, remarks=(*remarks, *listing.remarks)), memory)
    try:
        for place, mark in targets.items():
            paint(_cell(book, place), mark, note=place not in talked)
    except Exception:
        take_marks(book)
        raise


def take_marks(book: xw.Book) -> bool:
    """Give every marked cell its former look and delete the list; tells whether there was one."""
    found = listings(book)
    for marked in _remembered(found):
        sheet = next((each for each in book.sheets if each.name == marked.sheet), None)
        if sheet is not None and not is_protected(sheet):
            cell = sheet.range((marked.row, marked.column))
            restore(cell, marked.look, marked.inks, marked.digest)
    for listing in found:
        listing.delete()
    return bool(found)


def marked_cells(book: xw.Book) -> list[Marked]:
    """The cells that are marked, in the order in which they were."""
    return _remembered(listings(book))


def _remembered(found: list[xw.Sheet]) -> list[Marked]:
    return [marked for listing in found for marked in found_in(read_sheet(listing))]


_Place = tuple[str, int, int]


def _targets(book: xw.Book, report: FileReport, language: Language) -> Iterator[tuple[_Place, CellMark]]:
    closed = set(_protected(book, report))
    for sheet, marks in cell_marks(report.findings, language).items():
        for mark in marks if sheet not in closed else ():
            yield (sheet, mark.row, mark.column), mark


def _protected(book: xw.Book, report: FileReport) -> list[str]:
    concerned = {finding.location.sheet for finding in report.findings if finding.location.cell}
    return [sheet.name for sheet in book.sheets if sheet.name in concerned and is_protected(sheet)]


def _looks(book: xw.Book, targets: dict[_Place, CellMark]) -> Iterator[Marked]:
    for place, mark in targets.items():
        cell = _cell(book, place)
        yield Marked(*place, look_of(cell), inks_under(cell, mark), digest_of(cell.value))


def _cell(book: xw.Book, place: _Place) -> xw.Range:
    sheet, row, column = place
    return book.sheets[sheet].range((row, column))
