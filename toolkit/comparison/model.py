"""What a comparison finds, and where the places of the issued table are in the submitted one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from toolkit.finding import Text
from toolkit.formula_text import Frame
from toolkit.table import Row, Table
from toolkit.workbook import a1

Kind = Literal["value", "formula", "row_missing", "row_unexpected", "guard"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where a submission is not as it was issued. Without ``row`` it is about the sheet.

    ``issued`` and ``submitted`` say what stands there; ``what`` names a thing that is no cell's value.
    """

    kind: Kind
    sheet: str
    row: int | None = None
    column: int | None = None
    issued: str = ""
    submitted: str = ""
    what: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How the places of the issued table are found in the submitted one."""

    issued: Table
    table: Table
    rows: Mapping[int, int]
    columns: Mapping[int, int]
    issued_frame: Frame
    frame: Frame
    missing: tuple[Row, ...]
    unexpected: tuple[int, ...]

    def place(self, row: int, column: int) -> tuple[int, int] | None:
        """Where an issued cell of the table's sheet should be; None where its row is not there."""
        header, own = self.issued.header, self.table.header
        if row <= header.last_row:
            return row + own.first_row - header.first_row, self.columns.get(column, column)
        if row not in self.rows:
            return None if row <= self.issued.last_row else (row, column)
        return self.rows[row], self.columns.get(column, column)


def cell_name(difference: Difference) -> Text:
    """The address of a difference, or the sheet's name for one that is about the sheet."""
    if difference.row is None or difference.column is None:
        return Text(f"工作表“{difference.sheet}”", f"The sheet “{difference.sheet}”")
    address = a1(difference.row, difference.column)
    return Text(address, address)
