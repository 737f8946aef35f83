"""What calamine leaves out of an .ods: which cells are merged, and which numbers are percentages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from toolkit.ooxml.limits import Meter
from toolkit.ooxml.package import Package
from toolkit.workbook import LAST_COLUMN, LAST_ROW, Cell, Merge, Sheet, Workbook

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ROW = f"{_TABLE}table-row"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_DECLARED = frozenset({"formats"})  # calamine's lack that this makes good
_PERCENT = "0%"
_MOST_REPEATED = 64  # equal percentages beside or below one another; honest tables have a few


class _Block(NamedTuple):
    """Where equal cells stand: their first place, and how many rows and columns they fill."""

    row: int
    column: int
    height: int
    width: int


class _Tab(NamedTuple):
    """The merged ranges of a sheet, and the places of its percentages."""

    merges: list[Merge]
    percents: set[tuple[int, int]]


def with_merges_and_percents(workbook: Workbook, package: Package) -> Workbook:
    """The workbook with what its own XML says of merged cells and percentages. Raises UnreadableWorkbook."""
    tabs = _tabs(package)
    sheets = tuple(_completed(sheet, tabs.get(sheet.name)) for sheet in workbook.sheets)
    return replace(workbook, sheets=sheets, unchecked=workbook.unchecked - _DECLARED)


def _completed(sheet: Sheet, tab: _Tab | None) -> Sheet:
    if tab is None:
        return sheet
    rows = {
        row: {column: _shown(cell, tab.percents) for column, cell in cells.items()}
        for row, cells in sheet.rows.items()
    }
    return replace(sheet, rows=rows, merges=tuple(tab.merges))


def _shown(cell: Cell, percents: set[tuple[int, int]]) -> Cell:
    return cell._replace(number_format=_PERCENT) if (cell.row, cell.column) in percents else cell


def _tabs(package: Package) -> Mapping[str, _Tab]:
    tabs: dict[str, _Tab] = {}
    name, row = None, 1
    for element in package.elements("content.xml", "document-content", (_ROW,)):
        table = next(element.iterancestors(f"{_TABLE}table"), None)
        parent = None if table is None else table.getparent()
        if table is None or parent is None or parent.tag != f"{_OFFICE}spreadsheet":
            continue  # the cache of a link, or a table inside a cell
        if (found := str(table.get(f"{_TABLE}name"))) != name:
            name, row = found, 1
        tab = tabs.setdefault(name, _Tab([], set()))
        repeated = _number(element.get(f"{_TABLE}number-rows-repeated"))
        for column, width, attributes in _cells(element.iterchildren(*_CELLS)):
            _note(tab, package.meter, _Block(row, column, repeated, width), attributes)
        row += repeated
    return tabs


def _cells(children: Iterator[object]) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    """First column, how often it repeats, and the attributes of each cell that says anything."""
    column = 1
    for child in islice(children, LAST_COLUMN):
        attributes: Mapping[str, str] = child.attrib  # type: ignore[attr-defined]  # an element of lxml
        repeated = _number(attributes.get(f"{_TABLE}number-columns-repeated"))
        if attributes:
            yield column, repeated, attributes
        column += repeated


def _note(tab: _Tab, meter: Meter, block: _Block, attributes: Mapping[str, str]) -> None:
    if attributes.get(f"{_OFFICE}value-type") == "percentage":
        rows = range(block.row, block.row + min(block.height, _MOST_REPEATED))
        columns = range(block.column, block.column + min(block.width, _MOST_REPEATED))
        meter.add_row(0, len(rows) * len(columns))
        tab.percents.update((row, column) for row in rows for column in columns)
    down = _number(attributes.get(f"{_TABLE}number-rows-spanned"))
    along = _number(attributes.get(f"{_TABLE}number-columns-spanned"))
    last = (block.row + down - 1, block.column + along - 1)
    if (down > 1 or along > 1) and last[0] <= LAST_ROW and last[1] <= LAST_COLUMN:
        meter.add_merge()
        tab.merges.append(Merge(block.row, block.column, *last))


def _number(text: str | None) -> int:
    """A count as written; 1 where none is, or none that anyone could mean."""
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > 10:
        return 1
    return int(text) or 1
