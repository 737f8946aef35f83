"""60,000 rows with tasks merged over their blocks, as in the example: reading alone against openpyxl's load.

Apart from the contest, whose large workbook has no merged cells: they cost openpyxl much and us little.
"""

from __future__ import annotations

from benchmarks.contest import LOADING, READING, commands_on
from benchmarks.inbox import LARGE_ROWS, Inbox
from benchmarks.lines import Line, seconds
from benchmarks.processes import best

_NAMES = (READING, LOADING)
_BOUND = 1 / 4


def lines(inbox: Inbox, rounds: int) -> list[Line]:
    """CPU seconds of the one workbook, without start-up."""
    start = best(commands_on(inbox.of("example", 1), _NAMES), rounds)
    large = best(commands_on(inbox.of("merged", LARGE_ROWS), _NAMES), 1)
    ours, theirs = (large[name].cpu - start[name].cpu for name in _NAMES)
    what = f"{LARGE_ROWS:,} rows, tasks merged, reading alone, to openpyxl's load"
    return [Line(what, seconds(ours), seconds(theirs), ours / theirs, _BOUND)]
