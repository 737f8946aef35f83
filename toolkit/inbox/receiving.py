"""What comes in is written to the register, and the board is made of what the register has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from toolkit.collection import Round
from toolkit.fact import Fact
from toolkit.finding import FileReport
from toolkit.inbox.board import Board, TaskPace
from toolkit.inbox.received import Received
from toolkit.inbox.register import Register, open_register
from toolkit.standing import Standing, TargetStanding


@dataclass(frozen=True, slots=True)
class Intake:
    """The intake of a round, into a register or without one. ``seen`` are the files of this look."""

    round: Round
    register: Register | None
    seen: list[Received] = field(default_factory=list)
    standings: dict[str, tuple[Standing, ...]] = field(default_factory=dict)
    facts: dict[str, tuple[Fact, ...]] = field(default_factory=dict)

    def take(self, received: Received, report: FileReport) -> None:
        """Takes one file in. One of a unit that is not on the list is kept out of the register."""
        self.seen.append(received)
        if report.standing is not None:
            self.standings[received.content] = report.standing
        if report.facts:
            self.facts[received.content] = report.facts
        unit = self.round.roster.called(received.unit)
        if self.register and received.unit and (unit or not self.round.units):
            self.register.record(self.round.name, received, report)

    def received(self) -> tuple[list[Received], dict[str, int]]:
        """What counts by now and whatever else this look has seen; and by unit how many were sent."""
        if self.register is None:
            return self.seen, {}
        newest = self.register.newest(self.round.name)
        known = {_state(each) for each, _ in newest}
        rest = (each for each in self.seen if _state(each) not in known)
        return [*(each for each, _ in newest), *rest], {
            each.unit: count for each, count in newest if each.unit
        }


def with_tasks(board: Board, standings: Mapping[str, tuple[Standing, ...]]) -> Board:
    """The board with its tasks, as far as it is known how the indicators that count stand."""
    tasks: dict[str, list[int]] = {}
    for line in board.lines:
        for row in standings.get(line.counting.content, ()) if line.counting else ():
            for target in row.targets:
                counts = tasks.setdefault(row.task.text, [0, 0, 0])
                counts[_place(target)] += 1
    paces = (TaskPace(task, *counts) for task, counts in tasks.items())
    return replace(board, tasks=tuple(paces))


def _place(target: TargetStanding) -> int:
    """0 at or ahead of its pace, 1 behind, 2 where no pace applies or nothing is known."""
    if target.completion is None or target.elapsed is None:
        return 2
    return 0 if target.completion >= target.elapsed else 1


def opened(place: str | None) -> Register | None:
    """The register at a place, or None for no place."""
    return open_register(place) if place else None


def _state(each: Received) -> tuple[str | None, str, datetime]:
    """What makes two the same submission, from whatever folder they were looked at."""
    return each.unit, each.content, each.received
