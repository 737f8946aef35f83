"""The benchmark of the language runs on the pipeline as it stands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_stage_is_timed() -> None:
    command = [sys.executable, "benchmarks/contestants/language.py"]
    answer = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    measured = json.loads(answer.stdout)
    assert measured["cells"] == 110
    assert all(share > 0 for share in measured["shares"].values())
    assert sum(measured["shares"].values()) < 1
