"""Two jobs against one on 200 workbooks: seconds on the clock, since processes share the work."""

from __future__ import annotations

import os

from benchmarks.inbox import Inbox
from benchmarks.lines import Line, seconds
from benchmarks.processes import INDICATORS, best

_FILES = 200
_BOUND = 1.7


def lines(inbox: Inbox, rounds: int) -> list[Line]:
    """How many times faster: the whole run, and without the first workbook's start-up."""
    commands = {
        f"{jobs} {count}": [
            *(INDICATORS, "check", inbox.of("example", count), "--jobs", str(jobs)),
            *("--format", "json", "--output", os.devnull),
        ]
        for jobs in (1, 2)
        for count in (1, _FILES)
    }
    wall = {name: cost.wall for name, cost in best(commands, rounds).items()}
    one, two = wall[f"1 {_FILES}"], wall[f"2 {_FILES}"]
    one_each, two_each = ((wall[f"{jobs} {_FILES}"] - wall[f"{jobs} 1"]) / (_FILES - 1) for jobs in (1, 2))
    return [
        _line(f"{_FILES} workbooks, 1 job to 2: how many times faster", one, two),
        _line("  the same without start-up, one workbook", one_each, two_each),
    ]


def _line(what: str, one: float, two: float) -> Line:
    return Line(what, seconds(one), seconds(two), one / two, _BOUND, at_least=True)
