"""Who has sent what by now: one line a unit, the newest submission counting and the older ones kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from toolkit.collection import Round
from toolkit.finding import Finding, Severity
from toolkit.findings import spot_finding
from toolkit.inbox.received import Received
from toolkit.intake import Intake
from toolkit.roster import Unit
from toolkit.rules import all_rules
from toolkit.rules.model import IntakeCheck
from toolkit.ruling import ruled_findings

State = Literal["missing", "accepted", "rejected", "unreadable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One reporting unit. ``version`` counts its different submissions, 0 without any.

    ``older`` are the former ones, oldest first, and ``copies`` further files of the same content.
    ``days_left`` are working days, None once the time is up or where there is no deadline;
    ``lateness`` is that of the submission that counts. ``findings`` are those of the intake alone.
    """

    unit: str
    state: State
    counting: Received | None = None
    version: int = 0
    older: tuple[Received, ...] = ()
    copies: tuple[Received, ...] = ()
    deadline: datetime | None = None
    days_left: int | None = None
    lateness: timedelta | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> int:
        """Errors of the submission and of its intake, those waived left out."""
        return (self.counting.errors if self.counting else 0) + self._intake(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """Warnings of the submission and of its intake, those waived left out."""
        return (self.counting.warnings if self.counting else 0) + self._intake(Severity.WARNING)

    def _intake(self, severity: Severity) -> int:
        return sum(each.severity is severity and each.waived is None for each in self.findings)


class TaskPace(NamedTuple):
    """How the quantitative targets of one task stand, over all units whose submission counts."""

    task: str
    ahead: int
    behind: int
    other: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The round at one moment, units in the order of its list. ``strangers`` are the files of none.

    ``tasks`` are empty where nobody asked how the indicators stand.
    """

    round: str
    now: datetime
    deadline: datetime | None
    lines: tuple[Line, ...]
    strangers: tuple[Received, ...] = ()
    tasks: tuple[TaskPace, ...] = ()

    def count(self, *states: State) -> int:
        """How many units are in one of these states."""
        return sum(line.state in states for line in self.lines)


def board(
    collection: Round, received: Iterable[Received], now: datetime, sent: Mapping[str, int] | None = None
) -> Board:
    """The board of a round. A round without a list has the units that have sent something.

    ``sent`` counts the submissions of a unit where not all of them are given.
    """
    counts = sent or {}
    by_unit: dict[str, list[Received]] = defaultdict(list)
    strangers: list[Received] = []
    for each in sorted(received, key=lambda each: (each.received, each.path)):
        unit = collection.roster.called(each.unit)
        name = unit.name if unit else each.unit
        if name is None or (collection.units and unit is None):
            strangers.append(each)
        else:
            by_unit[name].append(each)
    units = collection.units or tuple(Unit(name=name) for name in sorted(by_unit))
    return Board(
        round=collection.name,
        now=now.astimezone(collection.zone),
        deadline=collection.deadline,
        lines=tuple(
            _line(unit, by_unit[unit.name], collection, now, counts.get(unit.name, 0)) for unit in units
        ),
        strangers=tuple(strangers),
    )


def versions(sent: Sequence[Received]) -> list[list[Received]]:
    """The files of a unit in the order of time, those together that repeat the content before them.

    A copy sent again is no new submission, and so it is not late where the first one was not.
    """
    return [list(same) for _, same in groupby(sent, key=lambda each: each.content)]


def _line(unit: Unit, sent: Sequence[Received], collection: Round, now: datetime, count: int) -> Line:
    groups = versions(sent)
    counting = groups[-1][0] if groups else None
    deadline = collection.deadline_of(unit)
    intake = Intake(
        unit=unit.name, now=now, deadline=deadline, received=counting.received if counting else None
    )
    return Line(
        unit=unit.name,
        state=counting.verdict if counting else "missing",
        counting=counting,
        version=max(len(groups), count),
        older=tuple(group[0] for group in groups[:-1]),
        copies=tuple(copy for group in groups for copy in group[1:]),
        deadline=deadline,
        days_left=None if deadline is None or intake.is_over else _days_left(collection, now, deadline),
        lateness=intake.lateness,
        findings=ruled_findings(_intake_findings(intake), collection, unit.name, now),
    )


def _days_left(collection: Round, now: datetime, deadline: datetime) -> int:
    today, last = (moment.astimezone(collection.zone).date() for moment in (now, deadline))
    return collection.calendar.days_left(today, last)


def _intake_findings(intake: Intake) -> Iterator[Finding]:
    for rule in all_rules():
        if isinstance(rule.check, IntakeCheck):
            for spot in rule.check.spots(intake):
                yield spot_finding(rule, spot)
