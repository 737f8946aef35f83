"""Rows that share one merged target cell: each answers on its own, and together they answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from toolkit.language.model import Reading
from toolkit.records import Sharing
from toolkit.records.matching import answers
from toolkit.reporting_period import Period
from toolkit.table import Row
from toolkit.understanding import understand

_MOST = 1000  # rows of one target; whoever merges more of them means no target for each


class Readings:
    """What was understood of each row of a table, asked for from the first row to the last.

    Of rows that share a target all are read with the first of them, and forgotten behind the last:
    the cost of a row does not grow with how many share its target.
    """

    def __init__(self, rows: Sequence[Row], period: Period | None) -> None:
        self._rows, self._period = rows, period
        self._ends = _groups(rows)
        self._first = self._end = 0
        self._group: list[Reading] = []
        self._told: list[tuple[int, int]] = []  # how many rows answer each target, and how many may

    def of(self, place: int) -> Reading:
        """The reading of the row at this place."""
        if not self._first <= place < self._end:
            self._enter(place)
        return self._group[place - self._first]

    def sharing(self, place: int) -> Sharing | None:
        """What the other rows say of the row's target; None where no other shares it."""
        reading = self.of(place)
        if len(self._group) == 1:
            return None
        others = []
        for index, (answer, may_answer) in enumerate(self._told[: len(reading.targets)]):
            own = answers(reading, index)
            known = answer > (own is True)
            others.append(True if known else None if may_answer > (own is None) else False)
        return Sharing(tuple(others), follows=place > self._first)

    def _enter(self, place: int) -> None:
        """Reads the group that begins with a row: it alone, or all that share its target."""
        self._first, self._end = place, self._ends.get(place, place + 1)
        self._group = [understand(row, self._period) for row in self._rows[place : self._end]]
        if len(self._group) > 1:
            told = [
                [answers(reading, index) for index in range(len(reading.targets))] for reading in self._group
            ]
            self._told = [
                (sum(each is True for each in column), sum(each is None for each in column))
                for column in zip_longest(*told, fillvalue=False)
            ]


def _groups(rows: Sequence[Row]) -> Mapping[int, int]:
    """First row of each group that shares a target, and the row behind its last."""
    groups: dict[int, int] = {}
    start = 0
    for place in range(1, len(rows) + 1):
        if place < len(rows) and _share_target(rows[place - 1], rows[place]):
            continue
        if 1 < place - start <= _MOST:
            groups[start] = place
        start = place
    return groups


def _share_target(one: Row, other: Row) -> bool:
    mine, theirs = one.fields.get("target"), other.fields.get("target")
    if mine is None or theirs is None or not (mine.merged and theirs.merged) or not mine.text:
        return False
    told, said = one.fields.get("progress"), other.fields.get("progress")
    return mine.cell is theirs.cell and told is not None and said is not None and told.row != said.row
