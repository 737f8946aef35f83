"""The workbook as every other part sees it: sheets of addressed cells, and A1 arithmetic.

A file and a live Excel book are read into equal models. Only cells with content are held, so
the cost follows what was written and not what was formatted. ``Cell`` is a named tuple because
a large sheet makes half a million of them and a frozen dataclass costs four times as much.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

Value: TypeAlias = str | Decimal | bool | datetime | date | time | timedelta | None
Visibility = Literal["visible", "hidden", "veryHidden"]

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


def column_letters(column: int) -> str:
    """``1`` is ``A``, ``28`` is ``AB``. Raises ValueError outside 1..16384."""
    if not 1 <= column <= LAST_COLUMN:
        raise ValueError(f"no column {column} in a worksheet")
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """``A`` is ``1``, ``ab`` is ``28``. Raises ValueError for what is not a column."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(f"not a column: {letters!r}")
        number = number * 26 + ord(letter) - 64
    if not 1 <= number <= LAST_COLUMN:
        raise ValueError(f"not a column: {letters!r}")
    return number


def a1(row: int, column: int) -> str:
    """``(3, 2)`` is ``B3``; rows and columns count from 1."""
    if not 1 <= row <= LAST_ROW:
        raise ValueError(f"no row {row} in a worksheet")
    return f"{column_letters(column)}{row}"


def parse_a1(address: str) -> tuple[int, int]:
    """``B3`` or ``$B$3`` is ``(3, 2)``. Raises ValueError for what is not a cell address."""
    match = _A1.fullmatch(address)
    if match is None or int(match[2]) > LAST_ROW:
        raise ValueError(f"not a cell address: {address!r}")
    return int(match[2]), column_number(match[1])


class Cell(NamedTuple):
    """One filled cell. ``value`` is None where ``error`` or an uncalculated ``formula`` stands.

    ``formula`` has no leading ``=``; for an array or shared formula it is this cell's own text.
    """

    row: int
    column: int
    value: Value = None
    number_format: str = "General"
    formula: str | None = None
    error: str | None = None

    @property
    def address(self) -> str:
        """The cell's A1 address, ``C29``."""
        return a1(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, all four bounds included; its content is that of the top left cell."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __contains__(self, place: tuple[int, int]) -> bool:
        row, column = place
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One worksheet. ``rows`` maps a row number to its filled cells by column number, ascending."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    visibility: Visibility = "visible"
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell | None:
        """The filled cell at this place, or None; a merged block has content at its top left only."""
        return self.rows.get(row, {}).get(column)

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether a person who opens the book cannot see this cell."""
        return self.visibility != "visible" or row in self.hidden_rows or column in self.hidden_columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """All worksheets in tab order. ``unchecked`` names what this file's format does not tell.

    Its words are those of ``Unchecked``: a reader of .xls cannot say formulas, formats or errors.
    """

    sheets: tuple[Sheet, ...]
    format: str = "xlsx"
    unchecked: frozenset[str] = field(default_factory=frozenset)
