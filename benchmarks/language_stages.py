"""The reading of words on the example's 110 cells, and the share of each stage in it."""

from __future__ import annotations

import json
import subprocess

from benchmarks.lines import Line, seconds
from benchmarks.processes import OURS, ROOT


def lines() -> list[Line]:
    """The whole pass for each cell, then each stage's time and share."""
    command = [OURS, "benchmarks/contestants/language.py"]
    answer = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    measured = json.loads(answer.stdout)
    cells, whole, shares = measured["cells"], measured["whole"], measured["shares"]
    shares["the rest"] = 1 - sum(shares.values())
    return [
        Line(
            f"language: one of the example's {cells} cells, all of them",
            seconds(whole / cells),
            seconds(whole),
        ),
        *(
            Line(f"  {stage}, share of the whole", seconds(share * whole), seconds(whole), share)
            for stage, share in shares.items()
        ),
    ]
