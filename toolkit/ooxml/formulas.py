"""Shared formulas: the text of the first cell moved to another, as Excel shows it there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from toolkit.workbook import LAST_COLUMN, LAST_ROW, column_letters, column_number

# Texts, quoted sheet names, bracketed names and words that only look like references come out whole.
TOKEN = re.compile(
    r'"[^"]*(?:"|\Z)|\'[^\']*(?:\'|\Z)|\[[^\]]*(?:\]|\Z)'
    r"|(?P<columns>(?<![\w.$])\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(!$]))"
    r"|(?P<rows>(?<![\w.$])\$?[0-9]{1,7}:\$?[0-9]{1,7}(?![\w.(!$]))"
    r"|(?P<cell>(?<![\w.$])\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?![\w.(!$]))"
    r"|[\w.$]+"
)
_REFERENCE = re.compile(r"(?:(\$?)([A-Za-z]+))?(\$?)([0-9]*)")
_letters = lru_cache(maxsize=LAST_COLUMN)(column_letters)


class _Reference(NamedTuple):
    """A reference with its movable halves as numbers; a half that stays, or is not there, is 0."""

    column: int
    column_text: str
    row: int
    row_text: str


class SharedFormula(NamedTuple):
    """A shared formula with the cell that holds its text, taken apart once for the whole group.

    A piece that is a number is the place of its reference: a formula may name one cell many times.
    """

    pieces: tuple[str | int, ...]
    references: tuple[_Reference, ...]
    row: int
    column: int

    def at(self, row: int, column: int) -> str:
        """The formula as it stands in another cell of the group."""
        down, right = row - self.row - 1, column - self.column - 1
        if right == -1:  # mostly a formula is filled down, and its letters stay
            moved = [
                letters + (str((at_row + down) % LAST_ROW + 1) if at_row else row_text)
                for _, letters, at_row, row_text in self.references
            ]
        else:
            moved = [
                (_letters((at_column + right) % LAST_COLUMN + 1) if at_column else letters)
                + (str((at_row + down) % LAST_ROW + 1) if at_row else row_text)
                for at_column, letters, at_row, row_text in self.references
            ]
        return "".join([moved[piece] if isinstance(piece, int) else piece for piece in self.pieces])


def parse_shared(text: str, row: int, column: int) -> SharedFormula:
    """The shared formula whose text stands in the cell at ``row``, ``column``."""
    pieces: list[str | int] = []
    places: dict[_Reference, int] = {}

    def piece(word: str) -> str | int:
        reference = _reference(word)
        return reference if isinstance(reference, str) else places.setdefault(reference, len(places))

    end = 0
    for match in TOKEN.finditer(text):
        if match["cell"] or match["columns"] or match["rows"]:
            first, colon, second = match[0].partition(":")
            pieces.extend((text[end : match.start()], piece(first)))
            if colon:
                pieces.extend((colon, piece(second)))
            end = match.end()
    return SharedFormula((*pieces, text[end:]), tuple(places), row, column)


def _reference(text: str) -> str | _Reference:
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return text
    anchor, letters, row_anchor, digits = match.groups("")
    try:
        column = column_number(letters) if letters and not anchor else 0
    except ValueError:
        return text
    row = int(digits) if digits and not row_anchor else 0
    column_text = _letters(column) if column else anchor + letters
    return _Reference(column, column_text, row, row_anchor + digits)
