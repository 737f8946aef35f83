"""The child process of ``legacy``: a workbook on standard input, its cells as JSON on standard output.

It imports nothing of the toolkit and limits itself before it touches the bytes. Exit codes:
3 out of memory, 4 not read, 5 too many cells.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import math
import sys
from typing import Any

OUT_OF_MEMORY, REFUSED, TOO_MANY_CELLS = 3, 4, 5


def limit_process(memory: int, seconds: int) -> None:
    """Bound the address space and the CPU seconds of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def encode(value: object) -> tuple[str, str]:
    """The value's kind and text."""
    if isinstance(value, bool):
        return "bool", str(value)
    if isinstance(value, int | float) and math.isfinite(value):
        return "number", repr(int(value)) if value == int(value) else repr(value)
    if isinstance(value, dt.timedelta):
        return "timedelta", str(value.total_seconds())
    if isinstance(value, dt.time):
        return "time", value.isoformat()
    if isinstance(value, dt.date):
        moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
        return "datetime", moment.replace(tzinfo=None).isoformat()
    return "text", str(value).encode("utf-8", "replace").decode()


def read_sheets(data: bytes, most_cells: int) -> list[dict[str, Any]]:
    """All worksheets; rows and columns count from 1."""
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
        cells: list[tuple[int, int, str, str]] = []
        for row, values in enumerate(sheet.iter_rows(), 1):
            cells.extend(
                (row, column, *encode(value)) for column, value in enumerate(values, left + 1) if value != ""
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
    return tabs


def main() -> None:
    """Read standard input and answer on standard output."""
    memory, seconds, most_cells = (int(argument) for argument in sys.argv[1:4])
    limit_process(memory, seconds)
    try:
        tabs = read_sheets(sys.stdin.buffer.read(), most_cells)
        sys.stdout.buffer.write(json.dumps(tabs).encode("ascii"))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001  # whatever the native reader raises means the same: not read
        sys.exit(REFUSED)


if __name__ == "__main__":
    main()
