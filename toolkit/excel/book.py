"""An open book as our ``Workbook``: equal to what the file reader gives once the book is saved.

Every kind of fact is read for the whole used range at once: values, formulas, errors; number
formats, merged ranges and hidden rows by halving where they differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from toolkit.excel.boxes import Box, Place, halves, spread
from toolkit.excel.native import visibility
from toolkit.excel.values import cell_value
from toolkit.marks import is_listing
from toolkit.workbook import Cell, Merge, Sheet, Workbook

if TYPE_CHECKING:
    import xlwings as xw

_GENERAL = "General"
_PLAIN = "xlsx"


class _Content(NamedTuple):
    """What stands in the used range: ``values`` and ``formulas`` by place, ``errors`` apart."""

    values: Mapping[Place, object]
    formulas: Mapping[Place, str]
    errors: Mapping[Place, str]

    @property
    def places(self) -> list[Place]:
        return sorted(self.values.keys() | self.formulas.keys() | self.errors.keys())


def read_book(book: xw.Book) -> Workbook:
    """The book as it is on the screen, saved or not; the list of findings of a former click is left out."""
    sheets = (read_sheet(sheet) for sheet in book.sheets)
    suffix = PurePath(book.name).suffix.lower().removeprefix(".")
    return Workbook(sheets=tuple(sheet for sheet in sheets if not is_listing(sheet)), format=suffix or _PLAIN)


def read_sheet(sheet: xw.Sheet) -> Sheet:
    """One worksheet. Hidden columns are those of the used range; no other holds anything."""
    used = sheet.used_range
    height, width = used.shape
    box = Box(used.row, used.column, used.row + height - 1, used.column + width - 1)
    content = _content(sheet, box)
    places = content.places
    return Sheet(
        name=sheet.name,
        rows=_rows(content, dict(_formats(sheet, places))),
        visibility=visibility(sheet),
        merges=tuple(dict.fromkeys(_merges(sheet, box))),
        hidden_rows=frozenset(_hidden_rows(sheet, places)),
        hidden_columns=frozenset(_hidden_columns(sheet, box)),
    )


def range_of(sheet: xw.Sheet, box: Box) -> xw.Range:
    """The range that a box covers."""
    return sheet.range((box.first_row, box.first_column), (box.last_row, box.last_column))


def _content(sheet: xw.Sheet, box: Box) -> _Content:
    whole = range_of(sheet, box)
    values = dict(_filled(whole.options(ndim=2, err_to_str=True).value, box))
    doubtful = any(isinstance(value, str) and value.startswith("#") for value in values.values())
    # Without the option an error is empty, while a text that only looks like one stays.
    real = dict(_filled(whole.options(ndim=2).value, box)) if doubtful else values
    errors = {place: str(value) for place, value in values.items() if place not in real}
    formulas = {
        place: text.removeprefix("=")
        for place, text in _filled(_grid(whole.formula, box), box)
        if isinstance(text, str) and text.startswith("=") and real.get(place) != text
    }
    return _Content(real, formulas, errors)


def _grid(given: object, box: Box) -> Sequence[Sequence[object]]:
    """Rows of cells, also where a single cell or a single row is given as less than that."""
    rows: Sequence[object] = given if isinstance(given, list | tuple) else [given]
    lists = [row for row in rows if isinstance(row, list | tuple)]
    if lists:
        return lists
    return [rows] if box.first_row == box.last_row else [[cell] for cell in rows]


def _filled(grid: Sequence[Sequence[object]], box: Box) -> Iterator[tuple[Place, object]]:
    for row, cells in enumerate(grid, box.first_row):
        for column, value in enumerate(cells, box.first_column):
            if value is not None and value != "":
                yield (row, column), value


def _formats(sheet: xw.Sheet, places: Sequence[Place]) -> Iterator[tuple[Place, str]]:
    def ask(box: Box) -> str | None:
        return range_of(sheet, box).number_format

    for place, number_format in spread(places, ask):
        yield place, number_format or _GENERAL


def _rows(content: _Content, formats: Mapping[Place, str]) -> dict[int, dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for place in content.places:
        row, column = place
        formula, error = content.formulas.get(place), content.errors.get(place)
        value = cell_value(content.values.get(place), formats[place])
        if value is None and error is None:
            # Excel tells an empty text from nothing at all only by the formula that it comes from.
            value = ""
        rows.setdefault(row, {})[column] = Cell(row, column, value, formats[place], formula, error)
    return rows


def _merges(sheet: xw.Sheet, box: Box) -> Iterator[Merge]:
    """The merged ranges that begin in this box, one of them more than once where it is cut."""
    merged: bool | None = range_of(sheet, box).merge_cells
    if merged is False:
        return
    area = sheet.range((box.first_row, box.first_column)).merge_area
    height, width = area.shape
    last_row, last_column = area.row + height - 1, area.column + width - 1
    if merged and last_row >= box.last_row and last_column >= box.last_column:
        yield Merge(area.row, area.column, last_row, last_column)
    elif not box.is_cell:
        for half in halves(box):
            yield from _merges(sheet, half)


def _hidden_rows(sheet: xw.Sheet, places: Sequence[Place]) -> Iterator[int]:
    def ask(box: Box) -> bool | None:
        return sheet.range((box.first_row, 1), (box.last_row, 1)).rows.hidden

    rows = [(row, 1) for row in sorted({row for row, _ in places})]
    return (row for (row, _), hidden in spread(rows, ask) if hidden)


def _hidden_columns(sheet: xw.Sheet, box: Box) -> Iterator[int]:
    def ask(part: Box) -> bool | None:
        return sheet.range((1, part.first_column), (1, part.last_column)).columns.hidden

    columns = [(1, column) for column in range(box.first_column, box.last_column + 1)]
    return (column for (_, column), hidden in spread(columns, ask) if hidden)
