"""Rectangles of cells that are asked for one fact at a time, and halved only where the answer is mixed.

Excel answers for a whole range at once, and with None where its cells differ. So a fact of many cells
costs one call where they agree and few where they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from toolkit.workbook import a1, parse_a1

_LONGEST_ADDRESS = 255
T = TypeVar("T")
Place = tuple[int, int]


class Box(NamedTuple):
    """A rectangle, all four bounds included; rows and columns count from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def is_cell(self) -> bool:
        """Whether it holds one cell only."""
        return self.first_row == self.last_row and self.first_column == self.last_column

    @property
    def address(self) -> str:
        """``A1:C5``, or ``A1`` for a cell."""
        first, last = a1(self.first_row, self.first_column), a1(self.last_row, self.last_column)
        return first if first == last else f"{first}:{last}"


def box_at(address: str) -> Box:
    """``$A$1:$C$5`` or ``$A$1`` as a box. Raises ValueError for another address."""
    first, _, last = address.partition(":")
    return Box(*parse_a1(first), *parse_a1(last or first))


def addresses(places: Iterable[Place]) -> Iterator[str]:
    """These cells as few addresses like ``C4:C7,D9``, each as long as Excel takes one."""
    joined = ""
    for box in runs(places):
        if joined and len(joined) + 1 + len(box.address) > _LONGEST_ADDRESS:
            yield joined
            joined = ""
        joined = f"{joined},{box.address}" if joined else box.address
    if joined:
        yield joined


def runs(places: Iterable[Place]) -> Iterator[Box]:
    """These cells, each column's cut where a row is left out."""
    ordered = sorted((column, row) for row, column in places)
    for (column, _), group in groupby(
        enumerate(ordered), key=lambda numbered: (numbered[1][0], numbered[1][1] - numbered[0])
    ):
        rows = [row for _, (_, row) in group]
        yield Box(rows[0], column, rows[-1], column)


def around(places: Sequence[Place]) -> Box:
    """The smallest box that holds these cells. Raises ValueError for none."""
    rows, columns = [row for row, _ in places], [column for _, column in places]
    return Box(min(rows), min(columns), max(rows), max(columns))


def spread(places: Sequence[Place], ask: Callable[[Box], T | None]) -> Iterator[tuple[Place, T | None]]:
    """Each of these cells with its answer; None for one that is mixed in itself.

    ``ask`` gives the answer for a box, or None where its cells differ.
    """
    if not places:
        return
    box = around(places)
    answer = ask(box)
    if answer is not None or box.is_cell:
        yield from ((place, answer) for place in places)
        return
    for half in _halved(places, box):
        yield from spread(half, ask)


def halves(box: Box) -> tuple[Box, Box]:
    """The box cut across its longer side."""
    height, width = box.last_row - box.first_row, box.last_column - box.first_column
    if height >= width:
        middle = box.first_row + height // 2
        return box._replace(last_row=middle), box._replace(first_row=middle + 1)
    middle = box.first_column + width // 2
    return box._replace(last_column=middle), box._replace(first_column=middle + 1)


def _halved(places: Sequence[Place], box: Box) -> tuple[list[Place], list[Place]]:
    """The cells by column as long as there is more than one: what differs differs by column."""
    side = 1 if box.last_column > box.first_column else 0
    middle = (box[side] + box[side + 2]) // 2
    return (
        [place for place in places if place[side] <= middle],
        [place for place in places if place[side] > middle],
    )
