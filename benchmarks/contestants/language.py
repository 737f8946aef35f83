"""Times the reading of words on the example, stage by stage, and prints it as JSON.

Each stage that ``read_row`` calls is timed where it stands, so that this follows the pipeline
wherever it goes. A pass is all rows once; the median pass of many counts, after some to warm up.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from toolkit.check import DEFAULT_FORM
from toolkit.examine import indicator_rows, read_submission
from toolkit.form_files import find_form
from toolkit.language import reading
from toolkit.schema import load_form

EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1" / "submission.xlsx"
STAGES = {
    "cut": "tokens",
    "read_targets": "targets",
    "read_figures": "figures",
    "read_phrases": "phrases",
    "settled_targets": "settled",
}
_WARM_UP, _PASSES = 10, 30


def main() -> None:
    """Prints the number of cells, the seconds of a pass and the share of each stage."""
    texts, period = _example()

    def one_pass() -> float:
        start = time.perf_counter()
        for task, target, progress in texts:
            reading.read_row(task, target, progress, period)
        return time.perf_counter() - start

    for _ in range(_WARM_UP):
        one_pass()
    whole = median(one_pass() for _ in range(_PASSES))  # before the clocks, which take time themselves
    spent = dict.fromkeys(STAGES.values(), 0.0)
    for function, stage in STAGES.items():
        setattr(reading, function, _timed(getattr(reading, function), stage, spent))
    clocked = sum(one_pass() for _ in range(_PASSES))
    shares = {stage: seconds_spent / clocked for stage, seconds_spent in spent.items()}
    print(json.dumps({"cells": 2 * len(texts), "whole": whole, "shares": shares}))


def _timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: object, **named: object) -> object:
        start = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += time.perf_counter() - start

    return timed


def _example() -> tuple[list[tuple[str, str, str]], Any]:
    """Task, target and progress of every row of the example, and its reporting period."""
    headings = load_form(find_form(DEFAULT_FORM, beside=None)).headings
    submission = read_submission(EXAMPLE, headings)
    texts = [
        (row.text("task"), row.text("target"), row.text("progress")) for _, row in indicator_rows(submission)
    ]
    return texts, submission.period


if __name__ == "__main__":
    main()
