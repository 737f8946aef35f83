"""A round of many units with a known plan: whether the board equals it, with time and memory.

Run as ``python -m benchmarks.round_at_scale [UNITS] [--previous]``; without a number, 3,000. With the
option every submission is compared with an earlier one of its size.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.planned_round import NOW, names, plan, write
from benchmarks.processes import ROOT


def main() -> int:
    """Prints the figures; 1 where the board does not equal the plan."""
    count = next((int(word) for word in sys.argv[1:] if word.isdigit()), 3_000)
    planned = plan(names(count), seed=3)
    with tempfile.TemporaryDirectory(prefix="round-") as folder:
        begun = time.perf_counter()
        inbox = write(Path(folder) / "round", planned)
        if "--previous" in sys.argv:
            _put_before(inbox.parent, write(Path(folder) / "before", planned).parent)
        files = sum(1 for _ in inbox.iterdir())
        print(f"{count:,} units, {files:,} files of 55 rows, made in {time.perf_counter() - begun:.0f} s")
        begun = time.perf_counter()
        told = _board(inbox)
        seconds = time.perf_counter() - begun
    found = {(each["unit"], *_outcome(each)) for each in told["units"]}
    expected = {tuple(each.outcome) for each in planned}
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"board as planned: {len(found & expected):,} of {count:,}")
    print(f"{seconds:.0f} s, largest process {usage.ru_maxrss // 1024} MB")
    return 0 if found == expected else 1


def _put_before(round_: Path, before: Path) -> None:
    """Names the round before in a round's settings."""
    settings = round_ / "round.toml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(f'previous = "../{before.name}"\n{told}', encoding="utf-8")


def _board(inbox: Path) -> dict[str, list[dict[str, object]]]:
    import subprocess

    command = [sys.executable, "-c", "from toolkit.cli.main import run; run()", "inbox", str(inbox)]
    arguments = ["--at", NOW.isoformat(), "--format", "json"]
    done = subprocess.run([*command, *arguments], capture_output=True, check=False, cwd=ROOT)
    board: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return board


def _outcome(each: dict[str, object]) -> tuple[object, ...]:
    counting, copies = each["submission"], each["copies"]
    waived = counting["waived"] if isinstance(counting, dict) else 0
    late = each["late_seconds"] is not None
    return (
        each["state"],
        each["version"],
        late,
        len(copies) if isinstance(copies, list) else 0,
        each["errors"],
        waived,
    )


if __name__ == "__main__":
    sys.exit(main())
