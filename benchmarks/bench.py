"""``make bench``: every measurement in one run, printed as it is made.

Contestants run in processes of their own: ours in the run-time environment, peers in theirs.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import (
    click,
    contest,
    flat_memory,
    ghost_rows,
    language_stages,
    merged_cells,
    second_run,
    startup,
    two_jobs,
)
from benchmarks.inbox import Inbox
from benchmarks.lines import Line, shown, title

ROUNDS = 3
MEASURES: dict[str, Callable[[Inbox, int], Iterable[Line]]] = {
    "startup": lambda _inbox, _rounds: startup.lines(),
    "language": lambda _inbox, _rounds: language_stages.lines(),
    "merged": merged_cells.lines,
    "ghosts": ghost_rows.lines,
    "jobs": two_jobs.lines,
    "memory": lambda inbox, _rounds: flat_memory.lines(inbox),
    "cache": second_run.lines,
    # The last: from here on this process is no longer small.
    "click": lambda _inbox, rounds: click.lines(rounds),
}


def main() -> None:
    """Prints the table of contestants, then a line for each further measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help=f"some of: contest {' '.join(MEASURES)}")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="runs of each command; the best counts")
    asked = parser.parse_args()
    chosen = asked.only or ["contest", *MEASURES]
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(prefix="indicators-bench-") as folder:
        inbox = Inbox(Path(folder))
        found: list[Line] = []
        if "contest" in chosen:
            results = contest.contest(inbox, asked.rounds)
            print(*contest.table(results), sep="\n")
            found = contest.lines(results)
        print(title("what it has to show"))
        if found:
            print(shown(found), flush=True)
        for name, measure in MEASURES.items():
            if name in chosen:
                print(shown(measure(inbox, asked.rounds)), flush=True)


if __name__ == "__main__":
    main()
