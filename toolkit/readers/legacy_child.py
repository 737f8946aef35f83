"""The child process of ``legacy``: a workbook on standard input, its cells as JSON on standard output.

It imports nothing of the toolkit and limits itself before it touches the bytes. An .xls is read by
xlrd, which tells number formats, errors and hidden rows apart; whatever xlrd does not take, and every
other format, by calamine. Exit codes: 3 out of memory, 4 not read, 5 too many cells, 6 a password.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import math
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlrd.sheet

OUT_OF_MEMORY, REFUSED, TOO_MANY_CELLS, PASSWORD = 3, 4, 5, 6
_PACKAGE = b"PK"
# xlrd reads some 2 MB a second; what is larger is calamine's, so that time does not run out.
_MOST_BYTES = 16 * 1024 * 1024
# Between the elements of a row calamine takes no white space, which other programs write for people.
_BLANKS = re.compile(rb">\s+(?=</?table:)")
_ENCRYPTED, _KEYS = "Workbook is encrypted", b"encryption-data"
_VISIBILITIES = ("Visible", "Hidden", "VeryHidden")


def limit_process(memory: int, seconds: int) -> None:
    """Bound the address space and the CPU seconds of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read_book(data: bytes, most_cells: int) -> dict[str, Any]:
    """All worksheets, the number formats of their cells, and whether dates count from 1904."""
    if not data.startswith(_PACKAGE) and len(data) <= _MOST_BYTES:
        try:
            return read_old(data, most_cells)
        except MemoryError:
            raise
        except Exception as fault:  # noqa: BLE001  # a broken file can raise anything; calamine takes some
            if _ENCRYPTED in str(fault):  # it has no class of its own
                sys.exit(PASSWORD)
    import python_calamine

    try:
        return read_foreign(data, most_cells)
    except python_calamine.CalamineError:
        if not data.startswith(_PACKAGE) or (plain := without_blanks(data)) is None:
            raise
    return read_foreign(plain, most_cells)


def read_old(data: bytes, most_cells: int) -> dict[str, Any]:
    """An .xls through xlrd."""
    import xlrd

    with Path(os.devnull).open("w") as nowhere:
        book = xlrd.open_workbook(file_contents=data, logfile=nowhere, formatting_info=True, ragged_rows=True)
    formats = [book.format_map[style.format_key].format_str or "General" for style in book.xf_list]
    tabs = []
    left = most_cells
    for sheet in book.sheets():
        cells = []
        for *cell, style in _old_cells(sheet):
            cells.append((*cell, style if style < len(formats) else 0))
            if len(cells) > left:
                sys.exit(TOO_MANY_CELLS)
        left -= len(cells)
        tabs.append(
            {
                "name": sheet.name,
                "visible": _VISIBILITIES[min(sheet.visibility, 2)],
                "merges": [(top + 1, first + 1, end, last) for top, end, first, last in sheet.merged_cells],
                "hidden_rows": [row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden],
                "hidden_columns": [column + 1 for column, info in sheet.colinfo_map.items() if info.hidden],
                "cells": cells,
            }
        )
    return {"sheets": tabs, "formats": formats, "date1904": bool(book.datemode)}


def _old_cells(sheet: xlrd.sheet.Sheet) -> Iterator[tuple[int, int, str, str, int]]:
    """Row, column, kind, text and style of each filled cell; rows and columns count from 1."""
    import xlrd

    kinds = {
        xlrd.XL_CELL_TEXT: "text",
        xlrd.XL_CELL_NUMBER: "number",
        xlrd.XL_CELL_DATE: "number",
        xlrd.XL_CELL_BOOLEAN: "bool",
        xlrd.XL_CELL_ERROR: "error",
    }
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            kind = kinds.get(cell.ctype)
            if kind is None or cell.value == "":
                continue
            if kind == "error":
                text = xlrd.error_text_from_code.get(int(cell.value), "#VALUE!")
            else:
                text = str(bool(cell.value)) if kind == "bool" else _plain(cell.value)
            yield row + 1, column + 1, kind, text, cell.xf_index or 0


def read_foreign(data: bytes, most_cells: int) -> dict[str, Any]:
    """Any format through calamine, which knows no number formats and reads an error as empty."""
    import python_calamine

    book = python_calamine.load_workbook(io.BytesIO(data))
    tabs = []
    count = 0
    for metadata in book.sheets_metadata:
        if metadata.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(metadata.name)
        # Rows come from the first of the sheet on, but the fields of a row from the first used column.
        left = sheet.start[1] if sheet.start else 0
        cells: list[tuple[int, int, str, str, int]] = []
        for row, values in enumerate(sheet.iter_rows(), 1):
            cells.extend(
                (row, column, *encode(value), 0)
                for column, value in enumerate(values, left + 1)
                if value != ""
            )
            if count + len(cells) > most_cells:
                sys.exit(TOO_MANY_CELLS)
        count += len(cells)
        merges = [
            (first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
            for first, last in sheet.merged_cell_ranges or []
        ]
        visible = str(metadata.visible).rpartition(".")[2]
        tabs.append({"name": metadata.name, "visible": visible, "merges": merges, "cells": cells})
    return {"sheets": tabs}


def encode(value: object) -> tuple[str, str]:
    """The value's kind and text."""
    if isinstance(value, bool):
        return "bool", str(value)
    if isinstance(value, int | float) and math.isfinite(value):
        return "number", _plain(value)
    if isinstance(value, dt.timedelta):
        return "timedelta", str(value.total_seconds())
    if isinstance(value, dt.time):
        return "time", value.isoformat()
    if isinstance(value, dt.date):
        moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
        return "datetime", moment.replace(tzinfo=None).isoformat()
    return "text", _plain(str(value))


def _plain(value: float | str) -> str:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return repr(int(value)) if math.isfinite(value) and value == int(value) else repr(value)


def without_blanks(data: bytes) -> bytes | None:
    """The same .ods without white space between the elements of its tables; None when it is no .ods."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if "content.xml" not in parts:
        return None
    if _KEYS in parts.get("META-INF/manifest.xml", b""):
        sys.exit(PASSWORD)
    parts["content.xml"] = _BLANKS.sub(b">", parts["content.xml"])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def main() -> None:
    """Read standard input and answer on standard output."""
    memory, seconds, most_cells = (int(argument) for argument in sys.argv[1:4])
    limit_process(memory, seconds)
    try:
        book = read_book(sys.stdin.buffer.read(), most_cells)
        sys.stdout.buffer.write(json.dumps(book).encode("ascii"))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001  # whatever a reader raises means the same: not read
        sys.exit(REFUSED)


if __name__ == "__main__":
    main()
