"""How the header row of a form is recognised, wherever it stands and in however many rows it is parted."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from toolkit.display import shown
from toolkit.header_columns import assign, by_content, may_weigh_more, take_latest
from toolkit.heading import Heading, Kind, fold
from toolkit.workbook import Merge, Sheet

__all__ = ["HEADER_DEPTH", "Header", "Heading", "Kind", "find_header", "fold", "read_header"]

HEADER_DEPTH = 30  # filled rows of a sheet among which the header is looked for
_LONGEST_LOWER = 20  # characters in a cell of the lower row of a header, where a word or two stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A recognised header: the column of each role, its text, and the columns nobody asked for."""

    first_row: int
    last_row: int
    columns: Mapping[str, int]
    texts: Mapping[str, str]
    unknown: Mapping[int, str] = field(default_factory=dict)
    weight: int = 0


def find_header(sheet: Sheet, headings: Sequence[Heading]) -> Header | None:
    """The best header among the first filled rows, or None: most columns first, then the upper one."""
    best: Header | None = None
    for row in islice((number for number, cells in sheet.rows.items() if cells), HEADER_DEPTH):
        best = read_header(sheet, row, headings, beyond=best.weight if best else 0) or best
    return best


def read_header(sheet: Sheet, row: int, headings: Sequence[Heading], beyond: int = 0) -> Header | None:
    """The header that starts in this row, or None when it is none, or none that weighs more than ``beyond``.

    A title over the table is none: it has one filled cell. A header that is several rows high is
    read as one, when a cell of it is merged over these rows or over the cells below it.
    """
    last_row, names = _names(sheet, row)
    if len(names) < 2 or not may_weigh_more(names, headings, beyond):
        return None
    columns, weight = assign(names, headings)
    if weight <= beyond or not _suffices(columns, headings):
        return None
    by_content(sheet, last_row, names, columns, headings)
    take_latest(sheet, last_row, names, columns, headings)
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
    upper = {column: shown(cell) for column, cell in sheet.rows.get(row, {}).items()}
    names: dict[int, tuple[str, ...]] = {column: (text,) for column, text in upper.items() if fold(text)}
    merges = [merge for merge in sheet.merges if row <= merge.first_row <= row + 2]
    last_row = max(
        (merge.last_row for merge in merges if merge.first_row == row and merge.first_column in upper),
        default=row,
    )
    if last_row - row > 2 or len(names) < 2:
        return row, names
    if last_row == row and _is_lower(sheet, merges, row, names):
        last_row = row + 1
    for lower_row in range(row + 1, last_row + 1):
        above = dict(names)
        for column, cell in sheet.rows.get(lower_row, {}).items():
            own = shown(cell)
            if fold(own):
                parent = above.get(_parent_column(merges, above, lower_row - 1, column), ("",))
                joined = (f"{parent[0]}{own}", f"{parent[-1]}{own}", f"{own}{parent[0]}", own, *parent)
                names[column] = tuple(dict.fromkeys(name for name in joined if name))
    return last_row, names


def _is_lower(sheet: Sheet, merges: Sequence[Merge], row: int, names: Container[int]) -> bool:
    """Whether the next row only parts what is wide in this one: words below groups, and nothing else.

    A group is merged, or its name has a blank on its right.
    """
    groups = [merge for merge in merges if merge.first_row == row and merge.first_column < merge.last_column]
    below = {column: fold(shown(cell)) for column, cell in sheet.rows.get(row + 1, {}).items()}
    words = {column: text for column, text in below.items() if text}
    return len(words) > 1 and all(
        len(text) <= _LONGEST_LOWER
        and not text[0].isdecimal()
        and (
            any(merge.first_column <= column <= merge.last_column for merge in groups)
            or column not in names
            or (column + 1 in words and column + 1 not in names)
        )
        for column, text in words.items()
    )


def _parent_column(merges: Sequence[Merge], named: Container[int], row: int, column: int) -> int:
    """The first column of the merged block over this column, or of the name that has a blank beside it."""
    merged = next((merge.first_column for merge in merges if (row, column) in merge), column)
    return merged if merged in named or merged - 1 not in named else merged - 1


def _suffices(columns: Mapping[str, int], headings: Sequence[Heading]) -> bool:
    """Whether this is the header of the form: two of its columns, or the only required one."""
    required = {heading.role for heading in headings if heading.required}
    return bool(required & columns.keys()) and (len(columns) >= 2 or len(required) == 1)
