"""What the list of findings keeps in its hidden column: which cells are marked, and their former looks.

Fills are kept in the words of the marked copy, so that either can take out the marks of the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.excel.inks import Ink
from toolkit.ooxml.patch.memory import Look, recalled, remembered
from toolkit.workbook import Sheet, a1, parse_a1

_MARK = "indicator-toolkit-cell:"


class Marked(NamedTuple):
    """A marked cell, with its former fill and the former colours of its red phrases.

    ``digest`` is that of the text that was coloured; None where nobody knows what was.
    """

    sheet: str
    row: int
    column: int
    look: Look = Look()
    inks: tuple[Ink, ...] = ()
    digest: int | None = None


def kept(marked: Marked) -> Iterator[str]:
    """The lines that keep one marked cell."""
    place = marked.row, marked.column
    yield _MARK + json.dumps([marked.sheet, a1(*place), marked.inks, marked.digest], ensure_ascii=False)
    if line := remembered(marked.sheet, place, marked.look):
        yield line


def found_in(listing: Sheet) -> list[Marked]:
    """The marked cells that a list of findings remembers, or else those that it lists."""
    looks = recalled([listing])
    cells = {(each.sheet, each.row, each.column): each for each in _kept(listing)}
    if not cells:
        cells = {(each.sheet, each.row, each.column): each for each in _listed(listing)}
    return [
        each._replace(look=looks.get((each.sheet, (each.row, each.column)), Look()))
        for each in cells.values()
    ]


def _kept(listing: Sheet) -> Iterator[Marked]:
    for row in listing.rows.values():
        for cell in row.values():
            if isinstance(cell.value, str) and cell.value.startswith(_MARK):
                try:
                    sheet, address, inks, digest = json.loads(cell.value.removeprefix(_MARK))
                    former = tuple(Ink(*each) for each in inks)
                    yield Marked(sheet, *parse_a1(address), inks=former, digest=digest)
                except (ValueError, TypeError):
                    continue


def _listed(listing: Sheet) -> Iterator[Marked]:
    """A list that the command line made: the third and fourth column name sheet and cell."""
    for row in listing.rows.values():
        sheet, cell = (str(row[column].value) if column in row else "" for column in (3, 4))
        try:
            yield Marked(sheet, *parse_a1(cell.partition("（")[0].partition(" ")[0]))
        except ValueError:
            continue
