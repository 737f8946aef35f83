"""Rows that share one merged target cell: each answers on its own, and together they answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.language.model import Reading
from toolkit.reporting_period import Period
from toolkit.table import Row
from toolkit.understanding import understand


class Readings:
    """What was understood of each row of a table, and of those that share its target."""

    def __init__(self, rows: Sequence[Row], period: Period | None) -> None:
        self._rows, self._period = rows, period
        self._groups = _groups(rows)
        self._shared: dict[int, Reading] = {}

    def of(self, place: int) -> Reading:
        """The reading of the row at this place; of a row that shares its target it is kept."""
        if place not in self._groups:
            return understand(self._rows[place], self._period)
        if place not in self._shared:
            self._shared[place] = understand(self._rows[place], self._period)
        return self._shared[place]

    def beside(self, place: int) -> tuple[Reading, ...]:
        """The readings of the other rows that share its target."""
        return tuple(self.of(other) for other in self._groups.get(place, ()) if other != place)

    def follows(self, place: int) -> bool:
        """Whether an earlier row has the same target cell."""
        group = self._groups.get(place)
        return group is not None and group[0] != place


def _groups(rows: Sequence[Row]) -> Mapping[int, tuple[int, ...]]:
    """The places of rows that share a target cell and no progress cell, by each of these places."""
    groups: dict[int, tuple[int, ...]] = {}
    start = 0
    for place in range(1, len(rows) + 1):
        if place < len(rows) and _share_target(rows[place - 1], rows[place]):
            continue
        if place - start > 1:
            groups |= dict.fromkeys(range(start, place), tuple(range(start, place)))
        start = place
    return groups


def _share_target(one: Row, other: Row) -> bool:
    mine, theirs = one.fields.get("target"), other.fields.get("target")
    if mine is None or theirs is None or not (mine.merged and theirs.merged) or not mine.text:
        return False
    told, said = one.fields.get("progress"), other.fields.get("progress")
    return mine.cell is theirs.cell and told is not None and said is not None and told.row != said.row
