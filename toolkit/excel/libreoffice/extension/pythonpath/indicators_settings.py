"""Which Python runs the check: what the user has settled, else the one that the command ``indicators`` is of.

A workbook has no say in it: nothing is looked for where it lies, nor in the folder that the office stands in.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE = Path("~", ".indicators", "libreoffice.conf")
_COMMANDS = ("indicators", "indicators.exe")
_PYTHONS = ("python3", "python", "python.exe")


def settings() -> dict[str, str]:
    """The settings by name; ``INTERPRETER`` is empty where no Python is found."""
    try:
        lines = _FILE.expanduser().read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    found = {row[0]: row[1] for row in csv.reader(lines) if len(row) > 1}
    if "INTERPRETER" not in found:
        found["INTERPRETER"] = next(_of_the_command(), "")
    return found


def _of_the_command() -> Iterator[str]:
    """The Python beside the first ``indicators`` on the search path. Relative folders do not count."""
    for folder in map(Path, os.get_exec_path()):
        for name in _COMMANDS if folder.is_absolute() else ():
            command = folder / name
            if command.is_file():
                beside = command.resolve().parent
                candidates = [beside / python for python in _PYTHONS] + [beside.parent / "python.exe"]
                yield from (str(each) for each in candidates if each.is_file())
                return
