"""What starting costs: the help against click alone, a cold check against pandera alone, in CPU seconds.

Runs alternate, so that a busy machine burdens both sides, and the median of each side counts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from statistics import median

INDICATORS = str(Path(sysconfig.get_path("scripts"), "indicators"))
EXAMPLE = str(Path(__file__).parents[1] / "examples" / "xicheng-2017-h1" / "submission.xlsx")
PAIRS = {
    "indicators --help": (
        [INDICATORS, "--help"],
        [sys.executable, "-c", "import click"],
    ),
    "indicators check (cold)": (
        [INDICATORS, "check", EXAMPLE],
        [sys.executable, "-c", "import pandera.polars"],
    ),
}
BOUND = 1.5


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run of the command, its children included."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Prints one line for each pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    runs: int = parser.parse_args().runs
    print(f"{'':28}{'ours':>10}{'measure':>10}{'ratio':>8}   bound {BOUND}")
    for label, (ours, measure) in PAIRS.items():
        cpu_seconds(ours), cpu_seconds(measure)  # the first run compiles and fills the disk cache
        pairs = [(cpu_seconds(ours), cpu_seconds(measure)) for _ in range(runs)]
        our_median, measure_median = (median(side) for side in zip(*pairs, strict=True))
        print(f"{label:28}{our_median:9.3f}s{measure_median:9.3f}s{our_median / measure_median:8.2f}")


if __name__ == "__main__":
    main()
