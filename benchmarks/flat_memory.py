"""Peak memory of a whole run, workers included, for 10,000 small workbooks against 500."""

from __future__ import annotations

import os

from benchmarks.inbox import Inbox
from benchmarks.lines import Line, mebibytes
from benchmarks.processes import INDICATORS, peak_of_all

_MANY, _FEW = 10_000, 500
_BOUND = 2


def lines(inbox: Inbox) -> list[Line]:
    """One line. Two workers in any case, so that the cores of the machine do not matter."""
    many, few = (
        peak_of_all(
            [
                *(INDICATORS, "check", inbox.of("small", count), "--jobs", "2"),
                *("--format", "json", "--output", os.devnull),
            ]
        )
        for count in (_MANY, _FEW)
    )
    what = f"peak memory, {_MANY:,} workbooks to {_FEW}, workers included"
    return [Line(what, mebibytes(many), mebibytes(few), many / few, _BOUND)]
