"""The table of a submission: its indicator rows, each value with its address.

The header decides which column holds what; columns may stand in any order. A merged block's
content counts for every row of it, a blank cell outside a merged block stays blank. The table
ends at the last row that has content, however many blank rows stand before it; a signature line
or a note below it is no indicator.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.display import shown
from toolkit.header import Header, Heading, find_header, fold, read_header
from toolkit.rows import Field, Row, end_of, is_indicator, settings
from toolkit.workbook import Cell, Merge, Sheet, Workbook

__all__ = ["Field", "Found", "Row", "Table", "find_tables"]

_LONGEST_TITLE = 40  # characters of a cell that may name a column of a further table


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. ``missing`` are the form's required columns that its header does not have.

    ``first_row`` is where its titles may begin: below the table before, where a sheet has several.
    """

    sheet: Sheet
    header: Header
    rows: tuple[Row, ...]
    missing: tuple[Heading, ...] = ()
    first_row: int = 1

    @property
    def last_row(self) -> int:
        """The last indicator row, or the header's where there is none."""
        return self.rows[-1].number if self.rows else self.header.last_row


class Found(NamedTuple):
    """The tables that are checked, and those that are left aside because their headers lack columns."""

    tables: tuple[Table, ...]
    aside: tuple[Table, ...]


def find_tables(workbook: Workbook, headings: Sequence[Heading]) -> Found:
    """The form's table on every visible sheet, in tab order; empty when there is none.

    A sheet whose header lacks required columns counts only when no sheet has them all, and then
    the one with most columns is taken: its missing columns are what the submitter has to hear of.
    """
    found = [
        table
        for sheet in workbook.sheets
        if sheet.visibility == "visible" and (header := find_header(sheet, headings))
        for table in _tables(sheet, header, headings)
    ]
    whole = tuple(table for table in found if not table.missing)
    if whole:
        return Found(whole, tuple(table for table in found if table.missing and table.rows))
    return Found(tuple(sorted(found, key=lambda table: -table.header.weight)[:1]), ())


def _tables(sheet: Sheet, header: Header, headings: Sequence[Heading]) -> Iterator[Table]:
    """The table below this header, and those below it whose columns are others."""
    headers = [header, *_further_headers(sheet, header, headings)]
    above = 1
    for number, each in enumerate(headers):
        below = headers[number + 1].first_row if number + 1 < len(headers) else None
        table = _table(sheet, each, headings, above, below)
        yield table
        above = table.last_row + 1


def _further_headers(sheet: Sheet, header: Header, headings: Sequence[Heading]) -> Iterator[Header]:
    """The whole headers further down whose columns are not those of the header before."""
    required = {heading.role for heading in headings if heading.required}
    words = {fold(heading.title) for heading in headings if heading.required}
    words |= {fold(text) for text in header.texts.values()}
    passed = header.last_row
    for number, cells in sheet.rows.items():
        if number <= passed or not any(_names_column(cell, words) for cell in cells.values()):
            continue
        further = read_header(sheet, number, headings)
        if further and required <= further.columns.keys():
            passed = further.last_row
            if further.columns != header.columns:
                header = further
                yield further


def _names_column(cell: Cell, words: set[str]) -> bool:
    text = cell.value
    return isinstance(text, str) and len(text) <= _LONGEST_TITLE and fold(text) in words


def _table(
    sheet: Sheet, header: Header, headings: Sequence[Heading], above: int = 1, below: int | None = None
) -> Table:
    missing = tuple(
        heading for heading in headings if heading.required and heading.role not in header.columns
    )
    rows = [
        row for row in _all_rows(sheet, header, below) if any(field.text for field in row.fields.values())
    ]
    kept = rows[: end_of(rows)]
    indicators = tuple(
        row
        for row, setting in zip(kept, settings(sheet, header, kept), strict=True)
        if is_indicator(row, setting, first=row is kept[0])
    )
    return Table(sheet=sheet, header=header, rows=indicators, missing=missing, first_row=above)


def _all_rows(sheet: Sheet, header: Header, below: int | None) -> Iterator[Row]:
    """Every filled row below the header, and above the next one, with merged content filled in."""
    blocks = {role: _Blocks(sheet.merges, column, header.last_row) for role, column in header.columns.items()}
    for number, cells in sheet.rows.items():
        if below is not None and number >= below:
            return
        if number > header.last_row:
            yield Row(
                number,
                {
                    role: _field(sheet, cells, number, column, blocks[role])
                    for role, column in header.columns.items()
                },
            )


class _Blocks:
    """The merged blocks of one column below the header, found by row without trying each."""

    def __init__(self, merges: Sequence[Merge], column: int, header_row: int) -> None:
        covering = [
            merge
            for merge in merges
            if merge.first_column <= column <= merge.last_column and merge.last_row > header_row
        ]
        self._merges = sorted(covering, key=lambda merge: merge.first_row)
        self._first_rows = [merge.first_row for merge in self._merges]

    def at(self, row: int) -> Merge | None:
        """The block over this row, or None."""
        position = bisect_right(self._first_rows, row) - 1
        if position < 0 or self._merges[position].last_row < row:
            return None
        return self._merges[position]


def _field(sheet: Sheet, cells: Mapping[int, Cell], row: int, column: int, blocks: _Blocks) -> Field:
    """The value at this place; a block's value belongs to its first column, in all of its rows."""
    merge = blocks.at(row)
    if merge is None:
        cell = cells.get(column)
        return Field(row, column, shown(cell), cell, merged=False)
    if merge.first_column != column:
        return Field(row, column, "", None, merged=True)
    cell = sheet.cell(merge.first_row, column)
    return Field(merge.first_row, column, shown(cell), cell, merged=True)
