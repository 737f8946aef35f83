"""Marks on an open book, in the words of the marked copy; and off again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from toolkit.errors import ToolkitError
from toolkit.excel.book import read_texts
from toolkit.excel.boxes import Place
from toolkit.excel.inks import Spans, spans_of
from toolkit.excel.listing import listings, write_listing
from toolkit.excel.looks import looks_under, paint, restore
from toolkit.excel.memory import Marked, found_in, kept
from toolkit.excel.native import conversations, is_locked, is_protected
from toolkit.finding import FileReport, Language, Text
from toolkit.marks import CellMark, Facts
from toolkit.reporters.listing import listing_of
from toolkit.reporters.note import cell_marks
from toolkit.workbook import Sheet, Workbook, a1

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
    names = [sheet.name for sheet in book.sheets]
    closed = _protected(book, report)
    works = list(_works(book, workbook, report, language, closed))
    known = Facts(
        signed=False,
        locked=False,
        conversations=frozenset((work.model.name, a1(*place)) for work in works for place in work.talked),
        tab_names=tuple(names),
    )
    listing = listing_of(report, workbook, known, language)
    remarks = tuple(_PROTECTED.in_language(language).format(name) for name in closed)
    memory = [line for work in works for marked in _looks(work) for line in kept(marked)]
    write_listing(book, replace(listing, remarks=(*remarks, *listing.remarks)), memory)
    try:
        for work in works:
            paint(work.sheet, work.marks, work.spans, work.talked)
    except Exception:
        take_marks(book)
        raise


def take_marks(book: xw.Book) -> bool:
    """Give every marked cell its former look and delete the list; tells whether there was one."""
    found = listings(book)
    by_sheet: dict[str, list[Marked]] = defaultdict(list)
    for marked in _remembered(found):
        by_sheet[marked.sheet].append(marked)
    for sheet in book.sheets if by_sheet else ():
        if sheet.name in by_sheet and not is_protected(sheet):
            restore(sheet, by_sheet[sheet.name])
    for listing in found:
        listing.delete()
    return bool(found)


def marked_cells(book: xw.Book) -> list[Marked]:
    """The cells that are marked, in the order in which they were."""
    return _remembered(listings(book))


class _Work(NamedTuple):
    """What is to be done on one sheet: its cells to mark, the phrases in them, those with a conversation."""

    sheet: xw.Sheet
    model: Sheet
    marks: dict[Place, CellMark]
    spans: dict[Place, Spans]
    talked: set[Place]


def _remembered(found: list[xw.Sheet]) -> list[Marked]:
    return [marked for listing in found for marked in found_in(read_texts(listing))]


def _works(
    book: xw.Book, workbook: Workbook, report: FileReport, language: Language, closed: Sequence[str]
) -> Iterator[_Work]:
    models = {sheet.name: sheet for sheet in workbook.sheets}
    for name, found in cell_marks(report.findings, language).items():
        if name not in closed:
            sheet, model = book.sheets[name], models[name]
            marks = {(mark.row, mark.column): mark for mark in found}
            spans = {place: spans_of(model.cell(*place), mark) for place, mark in marks.items()}
            yield _Work(sheet, model, marks, spans, conversations(sheet, marks))


def _looks(work: _Work) -> Iterator[Marked]:
    return looks_under(work.sheet, work.model, work.marks, work.spans)


def _protected(book: xw.Book, report: FileReport) -> list[str]:
    concerned = {finding.location.sheet for finding in report.findings if finding.location.cell}
    return [sheet.name for sheet in book.sheets if sheet.name in concerned and is_protected(sheet)]
