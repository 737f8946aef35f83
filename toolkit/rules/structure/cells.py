"""The cells of a submission's tables, row by row, with the role of their column."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.header import Heading
from toolkit.submission import Submission
from toolkit.table import Field, Row, Table
from toolkit.workbook import Cell


def table_cells(submission: Submission) -> Iterator[tuple[Table, Cell, str | None]]:
    """Every filled cell below a header and in one of its columns; the role is None for an unknown column."""
    for table in submission.tables:
        roles: dict[int, str | None] = {column: role for role, column in table.header.columns.items()}
        roles |= dict.fromkeys(table.header.unknown)
        for number, cells in table.sheet.rows.items():
            if table.header.last_row < number <= table.last_row:
                for column, cell in cells.items():
                    if column in roles:
                        yield table, cell, roles[column]


def typed_fields(submission: Submission) -> Iterator[tuple[Table, Row, Heading, Field]]:
    """Every filled cell of a column of numbers, dates or truth values, but for errors (S012, S014)."""
    typed = [heading for heading in submission.headings if heading.kind != "text"]
    for table in submission.tables:
        for row in table.rows:
            for heading in typed:
                field = row.fields.get(heading.role)
                if field and field.row == row.number and field.text.strip() and not field.unreadable:
                    yield table, row, heading, field
