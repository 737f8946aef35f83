"""A second run with a cache over an inbox that has not changed, against the first."""

from __future__ import annotations

import os

from benchmarks.inbox import Inbox
from benchmarks.lines import Line, seconds
from benchmarks.processes import INDICATORS, Cost, run

_FILES = {"json": (50, 200, 500), "text": (200,)}
_BOUND = 0.1


def lines(inbox: Inbox, rounds: int) -> list[Line]:
    """Seconds on the clock of whole processes, start-up included, the least of some pairs.

    Each pair has a cache of its own. The first run takes as many jobs as there are cores; starting
    weighs the more the fewer files there are, which is why there are several sizes.
    """
    return [_line(inbox, rounds, form, files) for form, sizes in _FILES.items() for files in sizes]


def _line(inbox: Inbox, rounds: int, form: str, files: int) -> Line:
    pairs = [_pair(inbox, number, form, files) for number in range(rounds)]
    first, second = (min(cost.wall for cost in side) for side in zip(*pairs, strict=True))
    what = f"{files} workbooks again with --cache, {form}, to the first run"
    return Line(what, seconds(second), seconds(first), second / first, _BOUND)


def _pair(inbox: Inbox, number: int, form: str, files: int) -> tuple[Cost, Cost]:
    cache = inbox.new(f"cache-{form}-{files}-{number}")
    command = [
        *(INDICATORS, "check", inbox.of("example", files), "--cache", cache),
        *("--format", form, "--output", os.devnull),
    ]
    return run(command), run(command)
