"""What a command costs: processor time, time on the clock and peak memory, its child processes included.

The measuring process itself stays small and never builds a workbook: on Linux a child's peak counts
from the memory of the process that started it.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
OURS = str(ROOT / ".venv" / "bin" / "python")
PEERS = str(ROOT / ".venv-peers" / "bin" / "python")
INDICATORS = str(ROOT / ".venv" / "bin" / "indicators")

_PATIENCE = 0.1  # seconds between two looks at the memory of a tree of processes
_ANSWERED = (0, 1)  # a check that finds something answers 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took. ``cpu`` and ``wall`` are seconds, ``memory`` is bytes."""

    cpu: float
    wall: float
    memory: int
    output: str = ""


def run(command: Sequence[str]) -> Cost:
    """One run. Peak memory is that of the largest process, not of all together.

    Raises CalledProcessError for a command that fails.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = _checked(command, status)
        output.seek(0)
        words = output.read().decode().strip()
    return Cost(cpu=usage.ru_utime + usage.ru_stime, wall=wall, memory=usage.ru_maxrss * 1024, output=words)


def best(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """The least cost of each command, by its name.

    The commands take turns, so that a busy machine burdens them all; what it adds is never negative.
    """
    runs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    return {name: _least(costs) for name, costs in runs.items()}


def peak_of_all(command: Sequence[str]) -> int:
    """Peak bytes of the command and its children together, a page that several share counted once."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    peak = 0
    while True:
        ended, status = os.waitpid(process.pid, os.WNOHANG)
        if ended:
            process.returncode = _checked(command, status)
            return peak
        peak = max(peak, sum(map(_memory, _family(process.pid))))
        time.sleep(_PATIENCE)


def _least(costs: Sequence[Cost]) -> Cost:
    return Cost(
        cpu=min(cost.cpu for cost in costs),
        wall=min(cost.wall for cost in costs),
        memory=min(cost.memory for cost in costs),
        output=costs[0].output,
    )


def _checked(command: Sequence[str], status: int) -> int:
    code = os.waitstatus_to_exitcode(status)
    if code not in _ANSWERED:
        raise subprocess.CalledProcessError(code, list(command))
    return code


def _family(process: int) -> list[int]:
    """The process and all that came from it."""
    family = [process]
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _text(task).split():
            family += _family(int(child))
    return family


def _memory(process: int) -> int:
    """The proportional set size in bytes; 0 for a process that has just ended."""
    for line in _text(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""
