"""Rectangles of cells that are asked for one fact at a time, and halved only where the answer is mixed.

Excel answers for a whole range at once, and with None where its cells differ. So a fact of many cells
costs one call where they agree and few where they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

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
