"""The two charts of the board as numbers for inline SVG: arrivals against the deadline, tasks as bars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from toolkit.inbox.board import Board, TaskPace

WIDTH, HEIGHT = 720.0, 180.0
_BAR = 300.0


class Arrivals(NamedTuple):
    """A line of steps: how many units had reported at each moment, within WIDTH by HEIGHT."""

    path: str
    deadline: float | None
    first: str
    last: str
    reported: int
    units: int


class Bar(NamedTuple):
    """One task: its numbers, and the widths of the three parts of its bar."""

    task: str
    ahead: int
    behind: int
    other: int
    widths: tuple[float, float, float]


def arrivals(board: Board) -> Arrivals | None:
    """When the submissions that count came; None where none has."""
    moments = sorted(line.counting.received for line in board.lines if line.counting)
    if not moments:
        return None
    marks = [*moments, *([board.deadline] if board.deadline else [])]
    first, last = min(marks), max(marks)
    units = len(board.lines)

    def across(moment: datetime) -> float:
        whole = (last - first).total_seconds() or 1.0
        return round(WIDTH * (moment - first).total_seconds() / whole, 1)

    def down(count: int) -> float:
        return round(HEIGHT - HEIGHT * count / units, 1)

    steps = "".join(f" H{across(moment)} V{down(count)}" for count, moment in enumerate(moments, start=1))
    zone = board.now.tzinfo
    return Arrivals(
        path=f"M0 {HEIGHT}{steps} H{WIDTH}",
        deadline=across(board.deadline) if board.deadline else None,
        first=str(first.astimezone(zone))[:16],
        last=str(last.astimezone(zone))[:16],
        reported=len(moments),
        units=units,
    )


def bars(tasks: Sequence[TaskPace]) -> list[Bar]:
    """A bar for each task, all equally long."""
    found = []
    for task, ahead, behind, other in tasks:
        total = ahead + behind + other
        first, second = round(_BAR * ahead / total, 1), round(_BAR * behind / total, 1)
        found.append(Bar(task, ahead, behind, other, (first, second, round(_BAR - first - second, 1))))
    return found
