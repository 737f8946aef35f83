"""A second run with a cache over an inbox that has not changed, against the first."""

from __future__ import annotations

import os

from benchmarks.inbox import Inbox
from benchmarks.lines import Line, seconds
from benchmarks.processes import INDICATORS, Cost, run

_FILES = 200
_BOUND = 0.1


def lines(inbox: Inbox, rounds: int) -> list[Line]:
    """Seconds on the clock for 200 workbooks, the least of some pairs, each with a cache of its own."""
    return [_line(inbox, rounds, form) for form in ("text", "json")]


def _line(inbox: Inbox, rounds: int, form: str) -> Line:
    pairs = [_pair(inbox, number, form) for number in range(rounds)]
    first, second = (min(cost.wall for cost in side) for side in zip(*pairs, strict=True))
    what = f"{_FILES} workbooks again with --cache, {form}, to the first run"
    return Line(what, seconds(second), seconds(first), second / first, _BOUND)


def _pair(inbox: Inbox, number: int, form: str) -> tuple[Cost, Cost]:
    cache = inbox.new(f"cache-{form}-{number}")
    command = [
        *(INDICATORS, "check", inbox.of("example", _FILES), "--cache", cache),
        *("--format", form, "--output", os.devnull),
    ]
    return run(command), run(command)
