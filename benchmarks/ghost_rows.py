"""Ghost rows: 60 rows of text formatted down to row 100,000, against the same workbook without."""

from __future__ import annotations

from benchmarks.contest import FLOOR, READING, WHOLE, commands_on
from benchmarks.inbox import Inbox
from benchmarks.lines import Line, seconds
from benchmarks.processes import best

_FILES = 10
_NAMES = (WHOLE, READING, FLOOR)
_BOUND = 2


def lines(inbox: Inbox, rounds: int) -> list[Line]:
    """CPU seconds of one workbook more. The floor parses every ghost, and shows what they could cost."""
    ghosts, plain = (_each(inbox, kind, rounds) for kind in ("ghost", "plain"))
    return [
        Line(
            f"ghost rows to the same without: {name.split(':')[0]}",
            seconds(ghosts[name]),
            seconds(plain[name]),
            ghosts[name] / plain[name],
            _BOUND if name == WHOLE else None,
        )
        for name in _NAMES
    ]


def _each(inbox: Inbox, kind: str, rounds: int) -> dict[str, float]:
    one = best(commands_on(inbox.of(kind, 1), _NAMES), rounds)
    many = best(commands_on(inbox.of(kind, _FILES), _NAMES), rounds)
    return {name: (many[name].cpu - one[name].cpu) / (_FILES - 1) for name in _NAMES}
