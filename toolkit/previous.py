"""The submission before this one: where it is, what it says, and which of its rows is which of ours.

It belongs to another round, so it is no part of the batch: its rows come in as facts of the rows
that they are compared with. A row without one clear counterpart has none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import ToolkitError, UnreadableWorkbook
from toolkit.finding import Text
from toolkit.header import Heading, fold
from toolkit.readers import read_workbook
from toolkit.reporting_period import Period
from toolkit.submission import Submission, named_period
from toolkit.table import Row, find_tables

_NUMBER = re.compile(r"[0-9][0-9.,]*")
_NONE_OF_UNIT = Text("该单位没有上次的报送表", "the unit has no previous submission")
_UNREADABLE = Text("上次的报送表无法读取", "the previous submission cannot be read")
_NO_PERIOD = Text("不知道上次报送的填报期", "the period of the previous submission is not known")
ELSEWHERE = Text("集群上读不到上次的报送表", "the cluster cannot read the previous submission")


class Source(NamedTuple):
    """A file, the SHA-256 of its content in hex, and the period of its round where that is known."""

    path: Path
    content: str
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The former submissions of a run by the folded name of their unit.

    ``alone`` is the one that was named for the only file to be checked, whoever sent it;
    ``without`` says why there are none.
    """

    by_unit: Mapping[str, Source] = field(default_factory=dict)
    alone: Source | None = None
    without: Text | None = None

    def of(self, unit: str | None) -> Source | None:
        """The one to compare a submission of this unit with."""
        return self.alone or (self.by_unit.get(fold(unit)) if unit else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """What a former submission says: its rows in their order, and its period."""

    rows: tuple[Row, ...]
    period: Period


def previous_of(submission: Submission, sources: Sources | None) -> Previous | Text | None:
    """What this unit sent before, or why that is not to be had; None where nobody asked for it."""
    if sources is None or submission.workbook is None:
        return None
    source = sources.of(submission.unit)
    if source is None:
        return sources.without or _NONE_OF_UNIT
    return _read(source, submission.headings)


def _read(source: Source, headings: Sequence[Heading]) -> Previous | Text:
    try:
        tables = find_tables(read_workbook(source.path), headings).tables
    except (UnreadableWorkbook, ToolkitError):
        return _UNREADABLE
    if not tables:
        return _UNREADABLE
    period = named_period(str(source.path), tables) or source.period
    if period is None:
        return _NO_PERIOD
    return Previous(rows=tuple(row for table in tables for row in table.rows), period=period)


def counterparts(before: Iterable[Row], now: Sequence[Row]) -> dict[int, Row]:
    """For positions in ``now`` the same indicator as it was before.

    Task and target name it; else its id within the task; else the target but for its numbers, which
    may have been changed. What two rows share names neither.
    """
    former, found = list(before), dict[int, Row]()
    for key in (_by_words, _by_id, _by_shape):
        ours, theirs = _unshared(now, key), _unshared(former, key)
        taken = {id(row) for row in found.values()}
        for name, place in ours.items():
            row = former[theirs[name]] if name in theirs else None
            if row is not None and place not in found and id(row) not in taken:
                found[place] = row
    return found


def _unshared(rows: Sequence[Row], key: Callable[[Row], tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    keys = [key(row) for row in rows]
    counts = Counter(keys)
    return {each: place for place, each in enumerate(keys) if each[-1] and counts[each] == 1}


def _by_words(row: Row) -> tuple[str, ...]:
    return fold(row.text("task")), fold(row.text("target"))


def _by_id(row: Row) -> tuple[str, ...]:
    return fold(row.text("task")), fold(row.text("indicator_id"))


def _by_shape(row: Row) -> tuple[str, ...]:
    task, target = _by_words(row)
    return task, _NUMBER.sub("#", target)
