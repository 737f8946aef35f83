"""Our reader against openpyxl, cell by cell, on every .xlsx and .xlsm below a folder.

    python -m benchmarks.differential FOLDER

prints each disagreement and ends with 1 when there is one. What openpyxl is known to read
otherwise is counted apart, by the reason:

* ``strict``: openpyxl sees no sheets, or no cells, in a Strict OOXML workbook.
* ``covered``: openpyxl drops a value under a merged range; Excel keeps it, and formulas see it.
* ``escape``: openpyxl leaves ``_x000D_`` as it stands; Excel shows the character.
* ``regional``: number formats 27-36 and 50-58 have no text in the file; openpyxl takes them for General.
* ``date``: of a serial outside the calendar openpyxl makes an error, or a day before 1900, and it takes
  a number format for a date's by its letters; we keep the number.
* ``numeral``: openpyxl reads a number as Python does, so that １２ is 12, 1_000 is 1000 and 1e400 is
  infinite; Excel takes none of them, and we keep the text or say #NUM!.
* ``inline``: openpyxl finds no text in a cell of an inline string whose text stands in ``v``.
* ``macro``: openpyxl takes a sheet of Excel 4 macros for a worksheet.
* ``blank``: openpyxl moves white space inside a shared formula to another place in it.
* ``orphan``: of a shared formula whose first cell is missing openpyxl makes no formula; we say #REF!.
"""

# openpyxl has no other way to its filled cells than a private one, and few types.
# ruff: noqa: ANN401, SLF001

from __future__ import annotations

import re
import signal
import sys
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import openpyxl
from openpyxl.cell.cell import Cell as OracleCell
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from toolkit.errors import ToolkitError
from toolkit.ooxml.numbers import BUILT_IN_FORMATS
from toolkit.readers import read_workbook
from toolkit.workbook import Cell, Sheet, Workbook, a1

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SECONDS = 60
_MOMENTS = (datetime, time, timedelta)
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
_REGIONAL = {text for key, text in BUILT_IN_FORMATS.items() if 27 <= key <= 36 or key >= 50}


class Disagreement(NamedTuple):
    """One place where the two readers differ. ``known`` is the reason, when openpyxl is the one at fault."""

    place: str
    ours: object
    oracle: object
    known: str | None


def compare(path: Path) -> Iterator[Disagreement]:
    """Every difference between the two readings of one workbook."""
    ours = read_workbook(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = openpyxl.load_workbook(path, data_only=True)
        formulas = openpyxl.load_workbook(path, data_only=False)
    names = [sheet.title for sheet in values.worksheets]
    if names != [sheet.name for sheet in ours.sheets]:
        known = ("macro" if _has_macro_sheets(path) else None) if names else "strict"
        yield Disagreement("sheets", [sheet.name for sheet in ours.sheets], names, known)
        return
    strict = _is_strict(ours, values)
    for sheet, value_sheet, formula_sheet in zip(
        ours.sheets, values.worksheets, formulas.worksheets, strict=True
    ):
        yield from _compare_layout(sheet, value_sheet)
        if strict:
            yield Disagreement(sheet.name, "cells", "no cells", "strict")
        else:
            yield from _compare_cells(sheet, value_sheet, formula_sheet)


def _has_macro_sheets(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        return any(
            b"xlMacrosheet" in package.read(name) for name in package.namelist() if name.endswith(".rels")
        )


def _is_strict(ours: Workbook, oracle: Any) -> bool:
    filled = any(sheet.rows for sheet in ours.sheets)
    return filled and not any(sheet._cells for sheet in oracle.worksheets)


def _compare_layout(sheet: Sheet, oracle: Worksheet) -> Iterator[Disagreement]:
    merges = sorted(merge for merge in map(_bounds, sheet.merges) if merge[:2] != merge[2:])
    theirs = sorted(
        (area.min_row, area.min_col, area.max_row, area.max_col)
        for area in oracle.merged_cells.ranges
        if area.size["rows"] * area.size["columns"] > 1
    )
    if merges != theirs and not _is_unread(oracle):
        yield Disagreement(f"{sheet.name}!merges", merges, theirs, None)
    if sheet.visibility != oracle.sheet_state:
        yield Disagreement(f"{sheet.name}!state", sheet.visibility, oracle.sheet_state, None)
    hidden = {row for row in sheet.rows if oracle.row_dimensions[row].hidden} if sheet.rows else set()
    if hidden != sheet.hidden_rows and not _is_unread(oracle):
        yield Disagreement(f"{sheet.name}!hidden rows", sorted(sheet.hidden_rows), sorted(hidden), None)


def _is_unread(oracle: Worksheet) -> bool:
    return not oracle._cells


def _bounds(merge: Any) -> tuple[int, int, int, int]:
    return merge.first_row, merge.first_column, merge.last_row, merge.last_column


def _compare_cells(sheet: Sheet, values: Worksheet, formulas: Worksheet) -> Iterator[Disagreement]:
    places = {(row, column) for row, cells in sheet.rows.items() for column in cells}
    places |= {place for place, cell in values._cells.items() if cell.value not in (None, "")}
    places |= {place for place, cell in formulas._cells.items() if cell.value not in (None, "")}
    for row, column in sorted(places):
        ours = sheet.cell(row, column) or Cell(row, column)
        value, formula = values._cells.get((row, column)), formulas._cells.get((row, column))
        place = f"{sheet.name}!{a1(row, column)}"
        covered = _is_covered(sheet, row, column)
        for left, right in _pairs(ours, value, formula):
            if left != right:
                yield Disagreement(place, left, right, "covered" if covered else _reason(ours, left, right))


def _pairs(ours: Cell, value: Any, formula: Any) -> Iterator[tuple[object, object]]:
    """What the cell holds for us and for openpyxl, aspect by aspect, in comparable words."""
    shown = None if ours.value == "" else ours.value
    yield _plain(ours.error or shown), _plain(getattr(value, "value", None))
    yield ours.formula, _formula_text(formula)
    if isinstance(value, OracleCell) and shown is not None:
        yield ours.number_format, value.number_format


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return f"bool {value}"
    if isinstance(value, int | float | Decimal):
        return float(value)
    if isinstance(value, time):
        return timedelta(
            hours=value.hour, minutes=value.minute, seconds=value.second + value.microsecond / 1e6
        )
    return None if value == "" else value


def _formula_text(cell: Any) -> str | None:
    content = getattr(cell, "value", None)
    if isinstance(content, ArrayFormula):
        content = content.text
    if isinstance(content, DataTableFormula):
        return f"TABLE({content.r1 or ''},{content.r2 or ''})"
    if getattr(cell, "data_type", "") != "f" or not isinstance(content, str):
        return None
    return content.removeprefix("=") or None


def _is_covered(sheet: Sheet, row: int, column: int) -> bool:
    return any(
        (row, column) in merge and (row, column) != (merge.first_row, merge.first_column)
        for merge in sheet.merges
    )


def _reason(ours: Cell, left: object, right: object) -> str | None:
    if any(isinstance(text, str) and _ESCAPE.search(text) for text in (left, right)):
        return "escape"
    if isinstance(right, str) and left == ours.formula and _squeezed(left) == _squeezed(right):
        return "blank"
    if isinstance(ours.value, str) and right is None and ours.formula:
        return "inline"
    if ours.number_format in _REGIONAL:
        return "regional"
    if isinstance(ours.value, Decimal) and (right == "#VALUE!" or isinstance(right, _MOMENTS)):
        return "date"
    if isinstance(right, float) and (ours.error == "#NUM!" or isinstance(ours.value, str)):
        return "numeral"
    return "orphan" if ours.formula == "#REF!" and right is None else None


def _squeezed(formula: object) -> str:
    return "".join(str(formula).split())


@contextmanager
def _bounded() -> Iterator[None]:
    """Raise TimeoutError after a while: openpyxl writes out each cell of a merged range, be it the sheet."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def _stop(_number: int, _frame: object) -> None:
    raise TimeoutError(f"not done after {_SECONDS} s")


def check_folder(folder: Path) -> int:
    """Print the disagreements of all workbooks below the folder; the number of unexplained ones."""
    unexplained, counts = 0, Counter[str]()
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".xlsx", ".xlsm")):
        try:
            with _bounded():
                found = list(compare(path))
        except ToolkitError as error:
            counts["refused by us"] += 1
            print(f"{path}: refused: {error.message.en}")
            continue
        except Exception as error:  # noqa: BLE001  # openpyxl raises anything on a file it cannot read
            counts["not read by openpyxl"] += 1
            print(f"{path}: openpyxl: {type(error).__name__}: {str(error)[:100]}")
            continue
        counts["compared"] += 1
        counts.update(f"known: {item.known}" for item in found if item.known)
        for item in found:
            if item.known is None:
                unexplained += 1
                print(f"{path}: {item.place}: ours {item.ours!r}, openpyxl {item.oracle!r}")
    print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())), end="; ")
    print(f"unexplained {unexplained}")
    return unexplained


if __name__ == "__main__":
    sys.exit(1 if check_folder(Path(sys.argv[1])) else 0)
