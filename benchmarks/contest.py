"""The toolkit beside its peers and the floor: 200 workbooks like the example, and one of 60,000 rows.

Every run is a process of its own. Start-up is what the first workbook takes; each further one takes
(time for 200 - time for 1) / 199, and 60,000 rows their time less the start-up.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.inbox import EXAMPLE_ROWS, LARGE_ROWS, Inbox
from benchmarks.lines import MEBIBYTE, Line, seconds
from benchmarks.processes import INDICATORS, OURS, PEERS, Cost, best

FILES = 200
FLOOR = "floor: unzip + lxml parse"
READING = "ours, reading alone"
WHOLE = "ours, all rules"
REPORTED = "ours, all rules and text report"
LOADING = "openpyxl, loading alone"
SLOW_PEER = "pandas + openpyxl + pandera"
FAST_PEER = "pandas + calamine + pandera"
FRICTIONLESS = "frictionless"

_PLACE = "{}"
_FOLDER = "benchmarks/contestants"  # scripts and no modules: what is installed is measured, not the checkout
COMMANDS: Mapping[str, Sequence[str]] = {
    FLOOR: (OURS, f"{_FOLDER}/floor.py", _PLACE),
    READING: (OURS, f"{_FOLDER}/ours_reading.py", _PLACE),
    WHOLE: (OURS, f"{_FOLDER}/ours.py", _PLACE),
    REPORTED: (INDICATORS, "check", _PLACE, "--jobs", "1", "--output", os.devnull),
    LOADING: (PEERS, f"{_FOLDER}/openpyxl_load.py", _PLACE),
    SLOW_PEER: (PEERS, f"{_FOLDER}/pandas_pandera.py", "openpyxl", _PLACE),
    FAST_PEER: (PEERS, f"{_FOLDER}/pandas_pandera.py", "calamine", _PLACE),
    FRICTIONLESS: (PEERS, f"{_FOLDER}/frictionless_check.py", _PLACE),
}
NOTES = {
    FLOOR: "reads no cell",
    READING: "finds no table, judges nothing",
    LOADING: "finds no table, judges nothing",
    SLOW_PEER: "checks required columns, targets, percentages within 0..100; no address, no reading of words",
    FAST_PEER: "as with openpyxl; error values come as blanks",
    FRICTIONLESS: "the same three checks; is told the header's row, fills no merged cells, reads no words",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a contestant took, in CPU seconds and bytes, and how much it found."""

    start: float
    each: float
    many_memory: int
    many_found: str
    large: float
    large_memory: int
    large_found: str


def commands_on(folder: str, names: Iterable[str] = COMMANDS) -> dict[str, list[str]]:
    """The contestants' commands for the workbooks of a folder."""
    return {name: [folder if part == _PLACE else part for part in COMMANDS[name]] for name in names}


def contest(inbox: Inbox, rounds: int) -> dict[str, Result]:
    """Every contestant's result. The large workbook is read once, the others ``rounds`` times."""
    one, many = (best(commands_on(inbox.of("example", count)), rounds) for count in (1, FILES))
    large = best(commands_on(inbox.of("large", LARGE_ROWS)), 1)
    return {name: _result(one[name], many[name], large[name]) for name in COMMANDS}


def table(results: Mapping[str, Result]) -> Iterator[str]:
    """The table, a line for each contestant, and below it what they do not do."""
    floor = results[FLOOR]
    many, large = f"{FILES} workbooks of {EXAMPLE_ROWS} rows", f"one of {LARGE_ROWS:,} rows"
    yield f"{'each contestant alone':34}{'start-up':>9}   {many:^37}   {large:^37}"
    half = f"{'CPU':>10}{'ratio':>8}{'peak MiB':>10}{'found':>9}"
    yield f"{'':34}{'':9}   {half}   {half}"
    for name, result in results.items():
        first = _half(result.each, floor.each, result.many_memory, result.many_found)
        second = _half(result.large, floor.large, result.large_memory, result.large_found)
        yield f"{name:34}{result.start:8.2f}s   {first}   {second}"
    yield ""
    for name, note in NOTES.items():
        yield f"  {name}: {note}"


def lines(results: Mapping[str, Result]) -> list[Line]:
    """What the contest has to show."""
    each = f"a workbook of {EXAMPLE_ROWS} rows"
    large = f"{LARGE_ROWS:,} rows"
    return [
        _line(f"{each}, all rules, to the floor", results[WHOLE].each, results[FLOOR].each, 5),
        _line(f"{each}, all rules, to {SLOW_PEER}", results[WHOLE].each, results[SLOW_PEER].each, 1 / 3),
        _line(
            f"{large}, reading alone, to openpyxl's load",
            results[READING].large,
            results[LOADING].large,
            1 / 4,
        ),
        _line(f"{large}, all rules, to openpyxl's load", results[WHOLE].large, results[LOADING].large, 1 / 4),
    ]


def _result(one: Cost, many: Cost, large: Cost) -> Result:
    return Result(
        start=one.cpu,
        each=(many.cpu - one.cpu) / (FILES - 1),
        many_memory=many.memory,
        many_found=many.output,
        large=large.cpu - one.cpu,
        large_memory=large.memory,
        large_found=large.output,
    )


def _half(cost: float, floor: float, memory: int, found: str) -> str:
    return f"{seconds(cost):>10}{cost / floor:8.1f}{memory / MEBIBYTE:10.0f}{found or '-':>9}"


def _line(what: str, value: float, reference: float, bound: float) -> Line:
    return Line(what, seconds(value), seconds(reference), value / reference, bound)
