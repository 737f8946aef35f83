"""Rows of a worksheet in canonical form: a whole block of XML to cells at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from toolkit.ooxml.canonical import CELL_OR_ROW, parse_attributes, resolve
from toolkit.ooxml.cells import CellReader
from toolkit.ooxml.numbers import parse_decimal
from toolkit.ooxml.strings import unescape
from toolkit.ooxml.styles import GENERAL
from toolkit.workbook import LAST_ROW, Cell, column_number

# Half the time of Cell(...), which passes its arguments twice.
_cell: Callable[[tuple[object, ...]], Cell] = partial(tuple.__new__, Cell)
_HIDDEN = (' hidden="1"', ' hidden="true"')
Token = tuple[str, str, str, str, str, str, str, str, str, str, str, str, str]


class OtherForm(ValueError):
    """A block is not in canonical form: the parser has to read it."""


@dataclass(slots=True)
class Row:
    """A row as it was read; ``slots`` counts its cell elements, ``last`` is its last filled column."""

    number: int
    text: str
    hidden: bool
    cells: dict[int, Cell] = field(default_factory=dict)
    slots: int = 0
    last: int = 0


def read_rows(block: str, reader: CellReader, columns: dict[str, int]) -> list[Row]:
    """The rows of a block. Raises OtherForm when anything in it is not in canonical form.

    ``columns`` remembers the number of each column's letters.
    """
    rows: list[Row] = []
    row: Row | None = None
    styles, strings = reader.shared.styles, reader.shared.strings
    count = len(strings)
    token: Token
    for token in CELL_OR_ROW.findall(block):
        letters, digits, index, kind, alone, attributes, formula, value, inline, _, _, _, _ = token
        if not letters or row is None:
            row = _open_or_close(row, token, rows)
            continue
        row.slots += 1
        if digits != row.text:
            raise OtherForm
        plain = not (inline or formula or alone or attributes)
        if plain and not value:
            continue
        column = columns.get(letters) or _learn_column(letters, columns)
        if column <= row.last:
            raise OtherForm
        row.last = column
        style = styles.get(index, GENERAL)
        if plain and kind == "s" and value.isdecimal() and (place := int(value)) < count:
            if strings[place]:
                row.cells[column] = _cell(
                    (row.number, column, strings[place], style.number_format, None, None)
                )
        elif plain and not kind and style.kind == "number" and (number := parse_decimal(value)) is not None:
            row.cells[column] = _cell((row.number, column, number, style.number_format, None, None))
        else:
            _add_cell(row, column, token, reader)
    if row is not None:
        raise OtherForm
    return rows


def _open_or_close(row: Row | None, token: Token, rows: list[Row]) -> Row | None:
    """The row that is open after a token that is no cell in a row."""
    letters, number, attributes, end, other = token[0], *token[9:]
    if letters or other or (number and row is not None) or (end and row is None):
        raise OtherForm
    if end:
        return None
    if not number:
        return row
    if int(number) > LAST_ROW:
        raise OtherForm
    opened = Row(int(number), number, any(mark in attributes for mark in _HIDDEN))
    rows.append(opened)
    return None if attributes.endswith("/") else opened


def _add_cell(row: Row, column: int, token: Token, reader: CellReader) -> None:
    """Add a cell of any type, with or without formula."""
    _, _, index, kind, alone, attributes, formula_text, value, inline, *_ = token
    formula = None
    if alone or attributes or formula_text:
        known = parse_attributes(alone or attributes)
        formula = reader.read_formula(known, resolve(formula_text), row.number, column)
    text = resolve(value)
    if kind == "inlineStr" and inline:
        text = unescape(resolve(inline), reader.shared.meter)
    style = reader.shared.styles.get(index, GENERAL)
    cell = reader.build(row.number, column, kind or "n", text, style, formula)
    if cell is not None:
        row.cells[column] = cell


def _learn_column(letters: str, columns: dict[str, int]) -> int:
    """The number of a column. Raises ValueError when there is none."""
    columns[letters] = column_number(letters)
    return columns[letters]
