"""Reads or marks one file at a time in a child of its own, with bounds on time and memory.

Started once per test run; each line on standard input is what to do and a path, each line on standard
output says in JSON what came of it: read, refused, traceback, timeout or died, with seconds and peak MiB.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from tests.ooxml.patch.marks import LIMITS, marks
from toolkit.errors import LimitExceeded, ToolkitError
from toolkit.finding import Severity
from toolkit.marks import CellMark, free_tab_name
from toolkit.ooxml.patch.facts import facts
from toolkit.ooxml.patch.mark import mark
from toolkit.ooxml.patch.unmark import unmark
from toolkit.readers import read_workbook
from toolkit.workbook import Workbook

SECONDS = 10
# Marking goes through a file several times; the settings allow 25 seconds for each.
MARKING_SECONDS = 60
MEMORY = 1024**3
_MOST_CELLS = 200


def attempt(does: str, path: Path) -> dict[str, Any]:
    """What came of reading or marking the file, in words that fit into JSON."""
    try:
        workbook = read_workbook(path)
        back = marked_and_back(path, workbook) if does == "mark" else True
    except LimitExceeded as error:
        return {"outcome": "refused", "limit": error.limit, "reason": error.reason.en, "fix": error.fix.en}
    except ToolkitError as error:
        return {
            "outcome": "refused",
            "limit": None,
            "reason": error.message.en,
            "fix": getattr(error, "fix", None) and "-",
        }
    except BaseException:  # noqa: BLE001  # whatever it is, it is what the test is after
        return {"outcome": "traceback", "reason": traceback.format_exc()[-2000:]}
    return {"outcome": "read", "cells": _cells(workbook), "format": workbook.format, "back": back}


def marked_and_back(path: Path, workbook: Workbook) -> bool:
    """Mark the first cells of every sheet; whether the original comes back. True for other formats."""
    data = path.read_bytes()
    if workbook.format not in {"xlsx", "xlsm"}:
        return True
    original = unmark(data, LIMITS) or data
    cells = {
        sheet.name: tuple(
            CellMark(row=cell.row, column=cell.column, severity=Severity.ERROR, note=str(cell.value)[:99])
            for cell in islice((cell for row in sheet.rows.values() for cell in row.values()), _MOST_CELLS)
        )
        for sheet in workbook.sheets
    }
    listing = replace(marks().listing, name=free_tab_name("检查结果", facts(original, LIMITS).tab_names))
    copy = mark(original, replace(marks(), listing=listing, cells=cells), LIMITS)
    return unmark(copy, LIMITS) == original and read_workbook(copy).sheets == workbook.sheets


def _cells(workbook: Workbook) -> dict[str, str]:
    cells: dict[str, str] = {}
    for sheet in workbook.sheets:
        for row in sheet.rows.values():
            for cell in row.values():
                shown = cell.error or (cell.value if cell.value is not None else f"={cell.formula}")
                cells.setdefault(cell.address, str(shown)[:200])
                if len(cells) >= _MOST_CELLS:
                    return cells
    return cells


def run(does: str, path: Path) -> dict[str, Any]:
    """Fork, read or mark in the child under its bounds, and add what it used."""
    receiving, sending = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(SECONDS if does == "read" else MARKING_SECONDS)
        with os.fdopen(sending, "w", encoding="ascii") as stream:
            json.dump(attempt(does, path), stream)
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving, encoding="ascii") as stream:
        answer = stream.read()
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - started
    if os.WIFSIGNALED(status):
        outcome = "timeout" if os.WTERMSIG(status) == signal.SIGALRM else "died"
        return {
            "outcome": outcome,
            "reason": f"signal {os.WTERMSIG(status)}",
            "seconds": seconds,
            "mebibytes": 0,
        }
    return {**json.loads(answer), "seconds": seconds, "mebibytes": usage.ru_maxrss // 1024}


def main() -> None:
    """Answer each path on standard input with a line on standard output."""
    for line in sys.stdin:
        does, _, path = line.rstrip("\n").partition(" ")
        sys.stdout.write(json.dumps(run(does, Path(path))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
