"""What starting costs: the help against click alone, a cold check against pandera alone, in CPU seconds.

Runs alternate, so that a busy machine burdens both sides, and the median of each side counts.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median

from benchmarks.lines import Line, seconds
from benchmarks.processes import INDICATORS, OURS, run

EXAMPLE = str(Path(__file__).parents[1] / "examples" / "xicheng-2017-h1" / "submission.xlsx")
PAIRS = {
    "start-up: indicators --help, to click": (
        [INDICATORS, "--help"],
        [OURS, "-c", "import click"],
    ),
    "start-up: indicators check (cold), to pandera.polars": (
        [INDICATORS, "check", EXAMPLE],
        [OURS, "-c", "import pandera.polars"],
    ),
}
_RUNS = 11
_BOUND = 1.5


def lines() -> list[Line]:
    """One line for each pair."""
    return [_line(what, ours, measure) for what, (ours, measure) in PAIRS.items()]


def _line(what: str, ours: list[str], measure: list[str]) -> Line:
    run(ours), run(measure)  # the first run compiles and fills the disk cache
    pairs = [(run(ours).cpu, run(measure).cpu) for _ in range(_RUNS)]
    our_median, measure_median = (median(side) for side in zip(*pairs, strict=True))
    return Line(what, seconds(our_median), seconds(measure_median), our_median / measure_median, _BOUND)
