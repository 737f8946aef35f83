"""The table of a submission: its indicator rows, each value with its address.

The header decides which column holds what; columns may stand in any order. A merged block's
content counts for every row of it, a blank cell outside a merged block stays blank. The table
ends at the last row that has content, however many blank rows stand before it; a signature line
or a note below it is no indicator.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.display import shown
from toolkit.header import Header, Heading, find_header, fold
from toolkit.workbook import Cell, Merge, Sheet, Workbook

_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]+、|[((][一二三四五六七八九十]+[))]|第[一二三四五六七八九十]+[部章节类])"
)
_FOOTER = re.compile(
    r"(?:(?:填表|填报|制表|审核|审批|复核|报送|经办|负责|联系|分管)[人单位领导]*|(?:填报|填表|报送)?日期|(?:联系)?电话"
    r"|(?:单位)?(?:主要)?(?:负责人|领导)(?:签字|签章)?|附?[注]\d*|备注|(?:填表|填报)?说明|(?:单位)?盖章|[((]盖章[))])"
    r"\d*[:、.](?s:.*)|[*※](?s:.*)"
)


class Field(NamedTuple):
    """One value of a row. ``row`` and ``column`` are those of the cell that holds it."""

    row: int
    column: int
    text: str
    cell: Cell | None
    merged: bool

    @property
    def unreadable(self) -> bool:
        """Whether an error value or a formula that nobody calculated stands here."""
        cell = self.cell
        return cell is not None and (
            cell.error is not None or (cell.value is None and cell.formula is not None)
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator: the number of its row in the sheet and its fields by role."""

    number: int
    fields: Mapping[str, Field]

    def text(self, role: str) -> str:
        """The text of a role; empty where the cell is blank or the column is not there."""
        field = self.fields.get(role)
        return "" if field is None else field.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. ``missing`` are the form's required columns that its header does not have."""

    sheet: Sheet
    header: Header
    rows: tuple[Row, ...]
    missing: tuple[Heading, ...] = ()

    @property
    def last_row(self) -> int:
        """The last indicator row, or the header's where there is none."""
        return self.rows[-1].number if self.rows else self.header.last_row


def find_tables(workbook: Workbook, headings: Sequence[Heading]) -> tuple[Table, ...]:
    """The form's table on every visible sheet, in tab order; empty when there is none.

    A sheet whose header lacks required columns counts only when no sheet has them all, and then
    the one with most columns is taken: its missing columns are what the submitter has to hear of.
    """
    found = [
        _table(sheet, header, headings)
        for sheet in workbook.sheets
        if sheet.visibility == "visible" and (header := find_header(sheet, headings))
    ]
    whole = tuple(table for table in found if not table.missing)
    return whole or tuple(sorted(found, key=lambda table: -table.header.weight)[:1])


def _table(sheet: Sheet, header: Header, headings: Sequence[Heading]) -> Table:
    missing = tuple(
        heading for heading in headings if heading.required and heading.role not in header.columns
    )
    rows = [row for row in _all_rows(sheet, header) if any(field.text for field in row.fields.values())]
    end = _end(rows)
    kept = tuple(row for row in rows[:end] if _is_indicator(row, header))
    return Table(sheet=sheet, header=header, rows=kept, missing=missing)


def _all_rows(sheet: Sheet, header: Header) -> Iterator[Row]:
    """Every filled row below the header, with merged content filled in."""
    blocks = {role: _Blocks(sheet.merges, column, header.last_row) for role, column in header.columns.items()}
    for number, cells in sheet.rows.items():
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


def _end(rows: Sequence[Row]) -> int:
    """How many of these filled rows belong to the table: all but the notes and signatures below it."""
    end = len(rows)
    while end and _is_footer(rows[end - 1], rows[end - 2].number if end > 1 else None):
        end -= 1
    return end


def _is_footer(row: Row, before: int | None) -> bool:
    """Whether a last row is a note: signed like one, or words in the first column after a gap."""
    filled = [(role, field) for role, field in row.fields.items() if field.text.strip()]
    if all(_FOOTER.match(fold(field.text)) for _, field in filled):
        return True
    only_task = all(role == "task" for role, _ in filled)
    return only_task and (before is None or before < row.number - 1 or _is_title(row))


def _is_indicator(row: Row, header: Header) -> bool:
    """Whether the row says something of its own and is neither a section title nor the header again."""
    own = any(field.row == row.number and field.text.strip() for field in row.fields.values())
    return own and not _is_title(row) and not _repeats_header(row, header)


def _is_title(row: Row) -> bool:
    """A section title: numbered like one, or merged over further columns, and nothing beside it."""
    others = [field for role, field in row.fields.items() if role != "task"]
    if "task" not in row.fields or any(field.text.strip() for field in others):
        return False
    task = row.fields["task"]
    spread = task.merged and any(field.merged and field.row == task.row for field in others)
    return spread or _SECTION.match(fold(task.text)) is not None


def _repeats_header(row: Row, header: Header) -> bool:
    """Whether the header stands here again, as it does where every printed page has one."""
    return all(fold(row.text(role)) == fold(text) for role, text in header.texts.items())
