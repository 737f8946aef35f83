"""How the header row of a form is recognised, wherever it stands and however its words are spaced.

A header is compared after folding: full width to half width, no blanks, no line breaks. Its exact
title wins over an alias and an alias over a pattern, so a column is never taken by a loose match
when a closer one is there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from toolkit.display import shown
from toolkit.workbook import Merge, Sheet

Kind = Literal["text", "number", "whole", "date", "truth"]

HEADER_DEPTH = 30  # filled rows of a sheet among which the header is looked for
_LONGEST_HEADER = 80  # a longer text is a sentence, blanks and line breaks included
_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """How one column of a form is found. ``role`` is its name inside the toolkit, ``kind`` what it holds.

    ``issued``: its cells are the office's, and the unit leaves them as they are.
    """

    role: str
    title: str
    aliases: tuple[str, ...] = ()
    pattern: str | None = None
    required: bool = True
    kind: Kind = "text"
    issued: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A recognised header: the column of each role, its text, and the columns nobody asked for."""

    first_row: int
    last_row: int
    columns: Mapping[str, int]
    texts: Mapping[str, str]
    unknown: Mapping[int, str] = field(default_factory=dict)
    weight: int = 0


@lru_cache(1024)
def fold(text: str) -> str:
    """Full width to half width, and no blanks: ``年　度 目标`` is ``年度目标``."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def find_header(sheet: Sheet, headings: Sequence[Heading]) -> Header | None:
    """The best header among the first filled rows, or None: most columns first, then the upper one."""
    rows = [number for number, cells in sheet.rows.items() if cells][:HEADER_DEPTH]
    found = (read_header(sheet, row, headings) for row in rows)
    return max((header for header in found if header), key=lambda header: header.weight, default=None)


def read_header(sheet: Sheet, row: int, headings: Sequence[Heading]) -> Header | None:
    """The header that starts in this row, or None when it is none.

    A title over the table is none: it has one filled cell. A header that is two rows high is
    read as one, when a cell of it is merged over both rows.
    """
    last_row, names = _names(sheet, row)
    if len(names) < 2:
        return None
    columns, weight = _assign(names, headings)
    if not _suffices(columns, headings):
        return None
    taken = set(columns.values())
    return Header(
        first_row=row,
        last_row=last_row,
        columns=columns,
        texts={role: names[column][0] for role, column in columns.items()},
        unknown={column: texts[0] for column, texts in names.items() if column not in taken},
        weight=weight,
    )


def _names(sheet: Sheet, row: int) -> tuple[int, dict[int, tuple[str, ...]]]:
    """The last row of the header, and by column its possible names, the most specific one first."""
    merges = [merge for merge in sheet.merges if merge.first_row == row]
    upper = {column: shown(cell) for column, cell in sheet.rows.get(row, {}).items()}
    last_row = max((merge.last_row for merge in merges if merge.first_column in upper), default=row)
    names: dict[int, tuple[str, ...]] = {column: (text,) for column, text in upper.items() if fold(text)}
    if last_row - row > 2 or len(names) < 2:
        return row, names
    for lower_row in range(row + 1, last_row + 1):
        for column, cell in sheet.rows.get(lower_row, {}).items():
            parent = names.get(_parent_column(merges, row, column), ("",))[-1]
            own = shown(cell)
            if fold(own):
                names[column] = tuple(name for name in (f"{parent}{own}", own, parent) if name)
    return last_row, names


def _parent_column(merges: Sequence[Merge], row: int, column: int) -> int:
    """The first column of the merged block that stands over this column."""
    return next((merge.first_column for merge in merges if (row, column) in merge), column)


def _assign(names: Mapping[int, tuple[str, ...]], headings: Sequence[Heading]) -> tuple[dict[str, int], int]:
    """The column of every heading that was found, closest matches first, and their joint weight."""
    folded = {
        column: [fold(text) for text in texts if len(text) <= _LONGEST_HEADER]
        for column, texts in names.items()
    }
    matches = sorted(
        (-closeness, column, order, heading.role)
        for order, heading in enumerate(headings)
        for column, closeness in _closest(folded, heading)
    )
    columns: dict[str, int] = {}
    weight = 0
    for closeness, column, _, role in matches:
        if role not in columns and column not in columns.values():
            columns[role] = column
            weight += 10 - closeness
    return columns, weight


def _closest(folded: Mapping[int, Sequence[str]], heading: Heading) -> Iterator[tuple[int, int]]:
    """The columns whose names fit, and how well: 3 for the exact title, 2 for an alias, 1 for the pattern."""
    title, aliases, pattern = _names_of(heading)
    for column, texts in folded.items():
        if title in texts:
            yield column, 3
        elif not aliases.isdisjoint(texts):
            yield column, 2
        elif pattern is not None and any(map(pattern.fullmatch, texts)):
            yield column, 1


@cache
def _names_of(heading: Heading) -> tuple[str, frozenset[str], re.Pattern[str] | None]:
    pattern = None if heading.pattern is None else re.compile(heading.pattern)
    return fold(heading.title), frozenset(map(fold, heading.aliases)), pattern


def _suffices(columns: Mapping[str, int], headings: Sequence[Heading]) -> bool:
    """Whether this is the header of the form: two of its columns, or the only required one."""
    required = {heading.role for heading in headings if heading.required}
    return bool(required & columns.keys()) and (len(columns) >= 2 or len(required) == 1)
