"""An open book as our ``Workbook``: equal to what the file reader gives once the book is saved.

Every kind of fact is read for the whole used range at once: values, formulas, errors; number
formats, merged ranges and hidden rows by halving where they differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from itertools import product
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from toolkit.excel.boxes import Box, Place, box_at, halves, runs, spread
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
    suffix = PurePath(book.name).suffix.lower().removeprefix(".")
    sheets = tuple(read for sheet in book.sheets if (read := read_sheet(sheet)) is not None)
    return Workbook(sheets=sheets, format=suffix or _PLAIN)


def read_sheet(sheet: xw.Sheet) -> Sheet | None:
    """One worksheet, None for a list of findings. Hidden columns are those of the used range."""
    used = sheet.used_range
    box, name = box_of(used), sheet.name
    values = dict(_filled(used.options(ndim=2, err_to_str=True).value, box))
    if is_listing(_texts(name, values)):
        return None
    content = _content(used, box, values)
    places = content.places
    return Sheet(
        name=name,
        rows=_rows(content, dict(_formats(sheet, places))),
        visibility=visibility(sheet),
        merges=tuple(sorted(_merged(sheet, used, box, content), key=astuple)),
        hidden_rows=frozenset(_hidden_rows(sheet, places)),
        hidden_columns=frozenset(_hidden_columns(sheet, box)),
    )


def range_of(sheet: xw.Sheet, box: Box) -> xw.Range:
    """The range that a box covers."""
    return sheet.range(box.address)


def box_of(cells: xw.Range) -> Box:
    """The box of a range, told by its address: one call instead of four."""
    try:
        return box_at(cells.address)
    except ValueError:  # whole rows or columns
        height, width = cells.shape
        return Box(cells.row, cells.column, cells.row + height - 1, cells.column + width - 1)


def read_texts(sheet: xw.Sheet) -> Sheet:
    """A worksheet with its texts and nothing else, as it takes to know a list of findings."""
    used = sheet.used_range
    return _texts(sheet.name, dict(_filled(used.options(ndim=2).value, box_of(used))))


def _texts(name: str, values: Mapping[Place, object]) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), value in values.items():
        if isinstance(value, str):
            rows.setdefault(row, {})[column] = Cell(row, column, value)
    return Sheet(name=name, rows=rows)


def _content(whole: xw.Range, box: Box, values: dict[Place, object]) -> _Content:
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


def _merged(sheet: xw.Sheet, whole: xw.Range, box: Box, content: _Content) -> set[Merge]:
    """The merged ranges. All their cells but the first are empty: only what is empty has to be looked at."""
    if whole.merge_cells is False:
        return set()
    found: set[Merge] = set()
    for empty in _empty(box, set(content.places)):
        found.update(_merges(sheet, empty, found))
    return found


def _empty(box: Box, filled: set[Place]) -> Iterator[Box]:
    """Boxes of what is empty; below the last content it is one, however far down formats go."""
    last = max((row for row, _ in filled), default=box.first_row - 1)
    places = product(range(box.first_row, last + 1), range(box.first_column, box.last_column + 1))
    yield from runs(place for place in places if place not in filled)
    if last < box.last_row:
        yield box._replace(first_row=last + 1)


def _merges(sheet: xw.Sheet, box: Box, known: set[Merge]) -> Iterator[Merge]:
    """The merged ranges that any cell of this box belongs to, but for those that are known and cover it."""
    first, last = (box.first_row, box.first_column), (box.last_row, box.last_column)
    if any(first in merge and last in merge for merge in known):
        return
    area = Merge(*box_of(sheet.range(first).merge_area))
    if area != Merge(*first, *first):
        yield area
    if last in area or range_of(sheet, box).merge_cells is False:
        return
    for half in halves(box):
        yield from _merges(sheet, half, known)


def _hidden_rows(sheet: xw.Sheet, places: Sequence[Place]) -> Iterator[int]:
    def ask(box: Box) -> bool | None:
        return range_of(sheet, box).rows.hidden

    rows = [(row, 1) for row in sorted({row for row, _ in places})]
    return (row for (row, _), hidden in spread(rows, ask) if hidden)


def _hidden_columns(sheet: xw.Sheet, box: Box) -> Iterator[int]:
    def ask(part: Box) -> bool | None:
        return range_of(sheet, part).columns.hidden

    columns = [(1, column) for column in range(box.first_column, box.last_column + 1)]
    return (column for (_, column), hidden in spread(columns, ask) if hidden)
