"""Rows matched by their indicator, then by their place; columns by role, then by header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.comparison.model import Difference, Match
from toolkit.display import shown
from toolkit.formula_text import Frame
from toolkit.header import fold
from toolkit.table import Row, Table
from toolkit.workbook import Sheet


def matched(issued: Table, table: Table) -> Match:
    """Rows by the key of their indicator, then what is left by its place; columns by their headers."""
    by_key: dict[tuple[str, ...], list[int]] = {}
    for row in table.rows:
        by_key.setdefault(key_of(row), []).append(row.number)
    rows = {row.number: by_key[key].pop(0) for row in issued.rows if by_key.get(key := key_of(row))}
    shift = table.header.last_row - issued.header.last_row
    taken = set(rows.values())
    left = {row.number for row in table.rows} - taken
    for row in issued.rows:
        if row.number not in rows and row.number + shift in left:
            rows[row.number] = row.number + shift
            left.discard(row.number + shift)
    rows |= _between(issued, table)
    columns = _columns(issued, table)
    frame = _frame(table, {place: own for own, place in columns.items()})
    filled = range(table.header.last_row + 1, table.last_row + 1)
    return Match(
        issued=issued,
        table=table,
        rows=rows,
        columns=columns,
        issued_frame=_frame(issued, {}),
        frame=frame,
        missing=tuple(row for row in issued.rows if row.number not in rows),
        unexpected=tuple(sorted(set(filled) - set(rows.values()))),
    )


def _between(issued: Table, table: Table) -> dict[int, int]:
    """The issued rows between the indicators, such as section titles and blank rows, by their first words."""
    places: dict[str, list[int]] = {}
    for number in _others(table):
        places.setdefault(_first_text(table.sheet, number), []).append(number)
    return {
        number: found.pop(0)
        for number in _others(issued)
        if (found := places.get(_first_text(issued.sheet, number)))
    }


def _others(table: Table) -> Iterator[int]:
    indicators = {row.number for row in table.rows}
    inside = range(table.header.last_row + 1, table.last_row + 1)
    return (number for number in inside if number not in indicators)


def _first_text(sheet: Sheet, row: int) -> str:
    texts = (fold(shown(cell)) for _, cell in sorted(sheet.rows.get(row, {}).items()))
    return next((text for text in texts if text), "")


def key_of(row: Row) -> tuple[str, ...]:
    """What names an indicator: its id, else its task and target."""
    if identity := fold(row.text("indicator_id")):
        return (identity,)
    return fold(row.text("task")), fold(row.text("target"))


def _columns(issued: Table, table: Table) -> dict[int, int]:
    """The submitted column of each issued one: of the same role, else of the same header."""
    columns = {
        column: table.header.columns[role]
        for role, column in issued.header.columns.items()
        if role in table.header.columns
    }
    by_text = {fold(text): column for column, text in table.header.unknown.items()}
    columns |= {
        column: by_text[fold(text)] for column, text in issued.header.unknown.items() if fold(text) in by_text
    }
    return columns


def _frame(table: Table, columns: Mapping[int, int]) -> Frame:
    header = table.header
    return Frame(header=header.first_row, first=header.last_row + 1, last=table.last_row, columns=columns)


def row_differences(match: Match) -> Iterator[Difference]:
    """Indicators that are not there, and rows that were not issued."""
    sheet = match.table.sheet
    for row in match.missing:
        yield Difference(
            kind="row_missing",
            sheet=sheet.name,
            issued=_label(row),
            row=match.table.header.first_row,
            column=min(match.table.header.columns.values()),
        )
    first = min(match.table.header.columns.values())
    known = {row.number: row for row in match.table.rows}
    for number in match.unexpected:
        submitted = _label(known[number]) if number in known else ""
        yield Difference(
            kind="row_unexpected", sheet=sheet.name, row=number, column=first, submitted=submitted
        )
    for number in _above(match):
        yield Difference(kind="row_unexpected", sheet=sheet.name, row=number, column=first)


def _above(match: Match) -> Iterator[int]:
    """The rows that were put in above the header."""
    shift = match.table.header.first_row - match.issued.header.first_row
    issued, own = match.issued.sheet, match.table.sheet
    number = 1
    while shift > 0 and number < match.table.header.first_row:
        if _texts(issued, number) != _texts(own, number):
            yield from range(number, number + shift)
            return
        number += 1
    if shift > 0:
        yield from range(match.issued.header.first_row, match.issued.header.first_row + shift)


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [shown(cell) for cell in sheet.rows.get(row, {}).values() if cell.formula is None]


def _label(row: Row) -> str:
    words = [row.text(role).strip() for role in ("indicator_id", "task", "target")]
    return "｜".join(word for word in words if word)
