"""Writes submission.xlsx from source.txt: the half-year table as its district published it.

Title merged in row 1, sub-title in row 2, header in row 3, indicator *i* on row *i* + 3. A task
stands once in the source and is merged over its block of indicators. The bytes are the same on
every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

FOLDER = Path(__file__).parent
SOURCE = FOLDER / "source.txt"
SUBMISSION = FOLDER / "submission.xlsx"
PUBLISHED = datetime(2017, 7, 1)


class Row(NamedTuple):
    """One row of three cells; ``block`` counts the tasks from 1."""

    block: int
    task: str
    target: str
    progress: str


def parse_rows(lines: Iterable[str]) -> list[Row]:
    """The indicators. A line without a task of its own leaves its last place empty instead."""
    rows: list[Row] = []
    for line in lines:
        first, second, third = [part.strip() for part in line.split("|")][:3]
        above = rows[-1] if rows else Row(0, "", "", "")
        rows.append(
            Row(above.block + 1, first, second, third)
            if third
            else Row(above.block, above.task, first, second)
        )
    return rows


def content() -> tuple[str, str, list[str], list[Row]]:
    """Title, sub-title, header and rows of the source."""
    title, subtitle, header, *lines = SOURCE.read_text(encoding="utf-8").splitlines()
    names = [name.strip() for name in header.split("|")][:3]
    return title, subtitle.split("|")[0].strip(), names, parse_rows(lines)


def build(
    title: str,
    subtitle: str,
    header: Sequence[str],
    rows: Sequence[Row],
    path: Path,
    finish: Callable[[xlsxwriter.Workbook, Worksheet], None] | None = None,
) -> None:
    """Writes the workbook to ``path``; ``finish`` may add to it before it is written."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": PUBLISHED})
        heading = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        label = book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter"})
        block = book.add_format({"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
        cell = book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
        sheet = book.add_worksheet("进展情况")
        sheet.set_column("A:A", 18)
        sheet.set_column("B:B", 36)
        sheet.set_column("C:C", 90)
        sheet.freeze_panes(3, 0)
        sheet.merge_range("A1:C1", title, heading)
        sheet.merge_range("A2:C2", subtitle, label)
        sheet.write_row("A3", header, label)
        for index, row in enumerate(rows, start=3):
            sheet.write_row(index, 1, [row.target, row.progress], cell)
        for _, grouped in groupby(enumerate(rows, start=3), key=lambda numbered: numbered[1].block):
            numbers = list(grouped)
            (first, row), (last, _) = numbers[0], numbers[-1]
            if first == last:
                sheet.write_string(first, 0, row.task, block)
            else:
                sheet.merge_range(first, 0, last, 0, row.task, block)
        if finish is not None:
            finish(book, sheet)


def main() -> None:
    """Writes the example's workbook."""
    title, subtitle, names, rows = content()
    build(title, subtitle, names, rows, SUBMISSION)
    print(f"{SUBMISSION.name}: {len(rows)} indicators")


if __name__ == "__main__":
    main()
