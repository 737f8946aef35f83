"""Where everything stands in a template: title, status, header, rows, and the columns of the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from toolkit.header import Heading
from toolkit.workbook import a1, column_letters

TITLE_ROW, HEAD_ROW, STATUS_ROW, HEADER_ROW = 1, 2, 3, 4
SHEET, GUIDE, LISTS = "进展情况", "填报说明", "字典"
GUARD_TITLE, GUARD_WIDTH = "填报检查", 40.0
USUAL_WIDTH = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The table of a template with ``count`` rows; rows and columns count from 1."""

    headings: tuple[Heading, ...]
    count: int

    @property
    def first_row(self) -> int:
        """The first indicator row."""
        return HEADER_ROW + 1

    @property
    def last_row(self) -> int:
        """The last indicator row."""
        return HEADER_ROW + self.count

    @property
    def guard_column(self) -> int:
        """The column 填报检查, behind those of the form."""
        return len(self.headings) + 1

    def column(self, role: str) -> int | None:
        """The column of a role, or None in a form without it."""
        places = (place for place, heading in enumerate(self.headings, start=1) if heading.role == role)
        return next(places, None)

    def cell(self, role: str, row: int) -> str | None:
        """``$H5``: a role's cell in a row, as the formulas of that row write it."""
        column = self.column(role)
        return None if column is None else f"${column_letters(column)}{row}"

    def area(self, column: int) -> str:
        """``$H$5:$H$50``: the rows of one column."""
        letters = column_letters(column)
        return f"${letters}${self.first_row}:${letters}${self.last_row}"

    @property
    def status_cell(self) -> str:
        """The cell that says 可报送."""
        return a1(STATUS_ROW, 1)


def layout_of(headings: Sequence[Heading], count: int) -> Layout:
    """The layout of a form with so many indicators."""
    return Layout(headings=tuple(headings), count=count)


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of this width; a Chinese character counts as two."""
    return sum(max(1, ceil(_half_widths(line) / max(width - 1, 1))) for line in text.split("\n"))


def _half_widths(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
