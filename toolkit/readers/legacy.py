"""Old and foreign formats (.xls, .et, .xlsb, .ods) through calamine, in a child process.

Its native code can abort or allocate without end on a broken file; a child with limits on memory
and time costs that file alone. calamine knows no number formats and no formulas, and reads an
error as an empty cell, so the workbook says that these were not checked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from toolkit.errors import UnreadableWorkbook
from toolkit.finding import Text
from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.refusals import not_a_workbook, over
from toolkit.workbook import Cell, Merge, Sheet, Value, Visibility, Workbook

UNCHECKED = frozenset({"formats", "formulas", "errors"})
_CHILD = Path(__file__).with_name("legacy_child.py")
_VISIBILITIES: dict[str, Visibility] = {"Hidden": "hidden", "VeryHidden": "veryHidden"}
_OUT_OF_MEMORY, _REFUSED, _TOO_MANY_CELLS = 3, 4, 5


def read_legacy(data: bytes, kind: str, limits: Limits) -> Workbook:
    """Read a workbook that is not OOXML; ``kind`` is its usual suffix."""
    meter = Meter(limits)
    tabs = _run_child(data, limits)
    sheets = tuple(_sheet(tab, meter) for tab in tabs)
    return Workbook(sheets=sheets, format=kind, unchecked=UNCHECKED)


def _run_child(data: bytes, limits: Limits) -> list[dict[str, Any]]:
    bounds = [str(number) for number in (limits.child_memory, int(limits.child_seconds), limits.cells)]
    # No environment but what the loader needs: nothing that a user set can change how it reads.
    environment = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    try:
        child = subprocess.run(  # noqa: S603  # our own script, and numbers
            [sys.executable, "-I", str(_CHILD), *bounds],
            input=data,
            capture_output=True,
            timeout=limits.child_seconds,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise over("child_seconds", limits.child_seconds) from None
    if child.returncode == _OUT_OF_MEMORY:
        raise over("child_memory", limits.child_memory)
    if child.returncode == _TOO_MANY_CELLS:
        raise over("cells", limits.cells)
    if child.returncode:
        raise _unread()
    tabs: list[dict[str, Any]] = json.loads(child.stdout)
    return tabs


def _sheet(tab: dict[str, Any], meter: Meter) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    for row, column, kind, text in tab["cells"]:
        rows.setdefault(row, {})[column] = Cell(row, column, _value(kind, text))
    meter.add_row(len(tab["cells"]), len(tab["cells"]))
    return Sheet(
        name=tab["name"],
        rows=rows,
        visibility=_VISIBILITIES.get(tab["visible"], "visible"),
        merges=tuple(Merge(*bounds) for bounds in tab["merges"]),
    )


def _value(kind: str, text: str) -> Value:
    if kind == "number":
        return Decimal(text)
    if kind == "bool":
        return text == "True"
    if kind == "datetime":
        return datetime.fromisoformat(text)
    if kind == "time":
        return time.fromisoformat(text)
    if kind == "timedelta":
        return timedelta(seconds=float(text))
    return text


def _unread() -> UnreadableWorkbook:
    return not_a_workbook(
        Text(
            zh="文件已损坏、设有密码，或不是受支持的旧格式工作簿。",
            en="The file is damaged, protected by a password, or no workbook of a supported old format.",
        )
    )
