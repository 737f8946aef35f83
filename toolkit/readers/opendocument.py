"""What calamine leaves out of an .ods: which cells are merged, and which numbers are percentages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from toolkit.ooxml.limits import Meter
from toolkit.ooxml.package import Package
from toolkit.workbook import LAST_COLUMN, LAST_ROW, Cell, Merge, Sheet, Workbook

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ROW = f"{_TABLE}table-row"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_DECLARED = frozenset({"formats"})  # calamine's lack that this makes good
_PERCENT = "0%"
_MOST_DIGITS = 10


class _Tab:
    """One sheet with what was found for it so far."""

    def __init__(self, sheet: Sheet) -> None:
        self.rows = {row: dict(cells) for row, cells in sheet.rows.items()}
        self.last_row = max(self.rows, default=0)
        self.merges: list[Merge] = []


def with_merges_and_percents(workbook: Workbook, package: Package) -> Workbook:
    """The workbook with what its own XML says of merged cells and percentages. Raises UnreadableWorkbook."""
    tabs = {sheet.name: _Tab(sheet) for sheet in workbook.sheets}
    for name, row, element in _rows(package):
        package.meter.check_time()
        if name in tabs:
            _take(tabs[name], row, element, package.meter)
    sheets = tuple(
        replace(sheet, rows=tabs[sheet.name].rows, merges=tuple(tabs[sheet.name].merges))
        for sheet in workbook.sheets
    )
    return replace(workbook, sheets=sheets, unchecked=workbook.unchecked - _DECLARED)


def _rows(package: Package) -> Iterator[tuple[str, int, Any]]:
    """Sheet, number and element of every row; what repeats itself comes once, by its first number."""
    name, row = None, 1
    for element in package.elements("content.xml", "document-content", (_ROW,)):
        table = next(element.iterancestors(f"{_TABLE}table"), None)
        parent = None if table is None else table.getparent()
        if table is None or parent is None or parent.tag != f"{_OFFICE}spreadsheet":
            continue  # the cache of a link, or a table inside a cell
        if (found := str(table.get(f"{_TABLE}name"))) != name:
            name, row = found, 1
        yield name, row, element
        row += _number(element.get(f"{_TABLE}number-rows-repeated"))


def _take(tab: _Tab, row: int, element: Any, meter: Meter) -> None:  # noqa: ANN401  # an element of lxml
    repeated = _number(element.get(f"{_TABLE}number-rows-repeated"))
    below = range(row, min(row + repeated, tab.last_row + 1))
    column = 1
    for child in element.iterchildren(*_CELLS):
        if column > LAST_COLUMN:
            return
        width = _number(child.get(f"{_TABLE}number-columns-repeated"))
        if child.get(f"{_OFFICE}value-type") == "percentage":
            along = range(column, min(column + width, LAST_COLUMN + 1))
            for cells in filter(None, map(tab.rows.get, below)):
                _show_percent(cells, along)
        if (merge := _merge(row, column, child)) is not None:
            meter.add_merge()
            tab.merges.append(merge)
        column += width


def _show_percent(cells: dict[int, Cell], along: range) -> None:
    for column in along if len(along) < len(cells) else cells.keys() & along:
        if column in cells:
            cells[column] = cells[column]._replace(number_format=_PERCENT)


def _merge(row: int, column: int, cell: Any) -> Merge | None:  # noqa: ANN401  # an element of lxml
    last_row = row + _number(cell.get(f"{_TABLE}number-rows-spanned")) - 1
    last_column = column + _number(cell.get(f"{_TABLE}number-columns-spanned")) - 1
    if (last_row, last_column) == (row, column) or last_row > LAST_ROW or last_column > LAST_COLUMN:
        return None
    return Merge(row, column, last_row, last_column)


def _number(text: str | None) -> int:
    """A count as written; 1 where none is, or none that anyone could mean."""
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS:
        return 1
    return int(text) or 1
