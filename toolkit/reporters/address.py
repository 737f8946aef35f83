"""Where the value of a row stands."""

from __future__ import annotations

from toolkit.check import ReadRow
from toolkit.workbook import a1


def address(row: ReadRow, role: str) -> str | None:
    """The A1 address of the role's cell, the first one of a merged block; None where there is no column."""
    field = row.row.fields.get(role)
    return None if field is None else a1(field.row, field.column)
