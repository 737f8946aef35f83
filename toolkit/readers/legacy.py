"""Old and foreign formats (.xls, .et, .xlsb, .ods) through xlrd and calamine, in a child process.

Their readers can abort or allocate without end on a broken file; a child with limits on memory and
time costs that file alone. Neither tells formulas; calamine knows no number formats besides and
reads an error as an empty cell, so the workbook says what was not checked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from toolkit.errors import UnreadableWorkbook
from toolkit.finding import Text
from toolkit.ooxml.cells import CellReader, Shared
from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.numbers import classify
from toolkit.ooxml.refusals import encrypted, not_a_workbook, over
from toolkit.ooxml.styles import Style
from toolkit.workbook import Cell, Merge, Sheet, Value, Visibility, Workbook

_NO_FORMULAS = frozenset({"formulas"})
_VALUES_ALONE = frozenset({"formats", "formulas", "errors"})
_CHILD = Path(__file__).with_name("legacy_child.py")
_VISIBILITIES: dict[str, Visibility] = {"Hidden": "hidden", "VeryHidden": "veryHidden"}
_OUT_OF_MEMORY, _TOO_MANY_CELLS, _PASSWORD = 3, 5, 6
_NO_MEMORY = b"memory allocation of"  # the last words of native code that aborts for want of it


def read_legacy(data: bytes, kind: str, limits: Limits) -> Workbook:
    """Read a workbook that is not OOXML; ``kind`` is its usual suffix."""
    meter = Meter(limits)
    book = _run_child(data, limits)
    formats: list[str] | None = book.get("formats")
    styles = [Style(text, classify(text)) for text in formats or ["General"]]
    shared = Shared(strings=[], styles={}, date1904=book.get("date1904", False), meter=meter)
    reader = CellReader(part=kind, shared=shared)
    sheets = tuple(_sheet(tab, reader, styles) for tab in book["sheets"])
    unchecked = _VALUES_ALONE if formats is None else _NO_FORMULAS
    return Workbook(sheets=sheets, format=kind, unchecked=unchecked)


def _run_child(data: bytes, limits: Limits) -> dict[str, Any]:
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
    if child.returncode == _OUT_OF_MEMORY or _NO_MEMORY in child.stderr:
        raise over("child_memory", limits.child_memory)
    if child.returncode == _TOO_MANY_CELLS:
        raise over("cells", limits.cells)
    if child.returncode == _PASSWORD:
        raise encrypted()
    if child.returncode:
        raise _unread()
    book: dict[str, Any] = json.loads(child.stdout)
    return book


def _sheet(tab: dict[str, Any], reader: CellReader, styles: list[Style]) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    for row, column, kind, text, style in tab["cells"]:
        rows.setdefault(row, {})[column] = _cell(reader, row, column, kind, text, styles[style])
    reader.shared.meter.add_row(len(tab["cells"]), len(tab["cells"]))
    return Sheet(
        name=tab["name"],
        rows=rows,
        visibility=_VISIBILITIES.get(tab["visible"], "visible"),
        merges=tuple(Merge(*bounds) for bounds in tab["merges"]),
        hidden_rows=frozenset(tab.get("hidden_rows", ())) & rows.keys(),
        hidden_columns=frozenset(tab.get("hidden_columns", ())),
    )


def _cell(reader: CellReader, row: int, column: int, kind: str, text: str, style: Style) -> Cell:
    if kind in ("number", "error"):
        found = reader.build(row, column, "n" if kind == "number" else "e", text, style, None)
        return found or Cell(row, column)
    return Cell(row, column, _value(kind, text), style.number_format)


def _value(kind: str, text: str) -> Value:
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
            zh="文件已损坏，或不是受支持的旧格式工作簿。",
            en="The file is damaged, or no workbook of a supported old format.",
        )
    )
