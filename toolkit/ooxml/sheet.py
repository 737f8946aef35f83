"""One worksheet part: where its filled cells are, its merged ranges, and what is hidden, in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.errors import UnreadableWorkbook
from toolkit.ooxml.canonical import ROWS, take_blocks
from toolkit.ooxml.cells import TRUE, CellReader, Shared
from toolkit.ooxml.package import Package, main_tags
from toolkit.ooxml.refusals import damaged_part, shown
from toolkit.ooxml.rows import read_rows
from toolkit.workbook import LAST_COLUMN, LAST_ROW, Cell, Merge, parse_a1

if TYPE_CHECKING:
    from lxml import etree

# Elements of no interest that a sheet may have by the ten thousand: named so that they are freed.
_PASSED_OVER = ("dataValidation", "conditionalFormatting", "hyperlink", "brk", "ext", "ignoredError")
_TAGS = main_tags("row", "mergeCell", "col", *_PASSED_OVER)
_KIND = {tag: tag.rpartition("}")[2] for tag in _TAGS}
_DIGITS = "0123456789"


@dataclass(slots=True, kw_only=True)
class SheetContent:
    """What a worksheet part holds, filled while it is being read."""

    cells: CellReader
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    columns: dict[str, int] = field(default_factory=dict)
    last_row: int = 0


def read_sheet(package: Package, part: str, shared: Shared) -> SheetContent:
    """Read one worksheet part. Raises UnreadableWorkbook for damage and LimitExceeded past a limit."""
    content = SheetContent(cells=CellReader(part=part, shared=shared))
    meter = shared.meter

    def take(block: str) -> None:
        _take_rows(content, block)

    def taking(chunks: Iterator[bytes]) -> Iterator[bytes]:
        return take_blocks(chunks, ROWS, take, meter.limits.xml_node)

    for element in package.elements(part, "worksheet", _TAGS, taking):
        kind = _KIND[element.tag]
        if kind == "row":
            content.last_row = _row_number(element.get("r"), content)
            meter.add_row(len(element), _read_row(content, element, content.last_row))
        elif kind == "mergeCell":
            content.merges.append(_read_merge(content, element.get("ref", "")))
            meter.add_merge()
        elif kind == "col" and element.get("hidden") in TRUE:
            meter.add_row(_hide_columns(content, element), 0)
        else:
            meter.add_row(1, 0)
    return content


def sorted_rows(content: SheetContent) -> dict[int, dict[int, Cell]]:
    """The rows in ascending order, also where the file has them in another."""
    rows = content.rows
    return rows if list(rows) == sorted(rows) else {number: rows[number] for number in sorted(rows)}


def _take_rows(content: SheetContent, block: str) -> None:
    """Add the rows of a block to the content. Raises ValueError when it is not in canonical form."""
    meter = content.cells.shared.meter
    for row in read_rows(block, content.cells, content.columns):
        meter.add_row(row.slots, len(row.cells))
        if row.cells:
            _add(content, row.number, row.cells, [])
            if row.hidden:
                content.hidden_rows.add(row.number)
        content.last_row = row.number


def _read_row(content: SheetContent, element: etree._Element, number: int) -> int:
    """Add the filled cells of a row element to the content; returns how many there are."""
    read, row_text = content.cells.read, str(number)
    cells: dict[int, Cell] = {}
    astray: list[Cell] = []
    column = last = 0
    passed: str | None = None  # the place of an empty cell, worked out only where one without a place follows
    for slot in element:
        address = slot.get("r")
        if not len(slot) and address:
            passed = address
            continue
        if passed and not address:
            column = _place(content, passed, number, column)[1]
        passed = None
        letters = address.rstrip(_DIGITS) if address else ""
        row = number
        if letters in content.columns and address == letters + row_text:
            column = content.columns[letters]
        else:
            row, column = _place(content, address, number, column)
        cell = read(slot, row, column) if len(slot) else None
        if cell is None:
            continue
        if row == number and column > last:
            cells[column] = cell
            last = column
        else:
            astray.append(cell)
    _add(content, number, cells, astray)
    if cells and element.get("hidden") in TRUE:
        content.hidden_rows.add(number)
    return len(cells) + len(astray)


def _add(content: SheetContent, number: int, cells: dict[int, Cell], astray: list[Cell]) -> None:
    """Put the cells of one row element in place; those out of order are sorted in, none is replaced."""
    if cells and number not in content.rows:
        content.rows[number] = cells
    else:
        astray = [*cells.values(), *astray]
    touched = set()
    for cell in astray:
        row = content.rows.setdefault(cell.row, {})
        if cell.column in row:
            what = f"单元格 {cell.address} 出现两次", f"has the cell {cell.address} twice"
            raise damaged_part(content.cells.part, *what)
        row[cell.column] = cell
        touched.add(cell.row)
    for place in touched:
        content.rows[place] = dict(sorted(content.rows[place].items()))


def _row_number(text: str | None, content: SheetContent) -> int:
    """The number of a row element; without one of its own it follows the row before it."""
    try:
        number = int(text) if text else content.last_row + 1
    except ValueError:
        raise _misplaced(content, text or "") from None
    if not 1 <= number <= LAST_ROW:
        raise _misplaced(content, str(number))
    return number


def _place(content: SheetContent, address: str | None, row: int, previous: int) -> tuple[int, int]:
    """Row and column of a cell; without an address it follows the cell before it."""
    if not address:
        if previous >= LAST_COLUMN:
            raise _misplaced(content, "XFE")
        return row, previous + 1
    try:
        place = parse_a1(address)
    except ValueError:
        raise _misplaced(content, address) from None
    content.columns[address.rstrip(_DIGITS)] = place[1]
    return place


def _read_merge(content: SheetContent, reference: str) -> Merge:
    first, _, last = reference.partition(":")
    try:
        (top, left), (bottom, right) = parse_a1(first), parse_a1(last or first)
    except ValueError:
        raise _misplaced(content, reference) from None
    return Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _hide_columns(content: SheetContent, element: etree._Element) -> int:
    """Note a run of hidden columns; returns how many they are."""
    bounds = element.get("min", ""), element.get("max", "")
    try:
        first, last = int(bounds[0]), min(int(bounds[1]), LAST_COLUMN)
    except ValueError:
        raise _misplaced(content, bounds[0]) from None
    if first < 1:
        raise _misplaced(content, bounds[0])
    content.hidden_columns.update(range(first, last + 1))
    return max(last - first, 0) + 1


def _misplaced(content: SheetContent, text: str) -> UnreadableWorkbook:
    place = shown(text[:20])
    return damaged_part(
        content.cells.part, f"含有不存在的位置“{place}”", f'has the place "{place}", which does not exist'
    )
