"""Folders of workbooks that the measurements share, each written when it is first asked for."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import ROOT

EXAMPLE_ROWS = 55
LARGE_ROWS = 60_000


@dataclass(frozen=True, slots=True)
class Inbox:
    """``folder`` holds all of them and is emptied by whoever made it."""

    folder: Path

    def of(self, kind: str, count: int) -> str:
        """A folder with workbooks of one kind; see ``benchmarks.books``.

        A process of its own writes them, so that this one stays small.
        """
        place = self.folder / f"{kind}-{count}"
        if not place.is_dir():
            command = [sys.executable, "-m", "benchmarks.books", kind, str(place), str(count)]
            subprocess.run(command, cwd=ROOT, check=True)
        return str(place)

    def new(self, name: str) -> str:
        """A path for something that a measured command writes."""
        return str(self.folder / name)
