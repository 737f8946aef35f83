"""Workbooks to measure on, the same on every machine, made from the texts of the example.

The numbers in the texts differ from row to row: their last digits change, so that they stay as long
and as hard to read. All times are those of fresh texts: what is remembered of one helps little with
another, while in a real round the units' workbooks repeat the issued targets. In every 55 rows one
target is blank and one percentage too large: a contestant that does its job must find both.
"""

from __future__ import annotations

import argparse
import os
import re
import runpy
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

from benchmarks.inbox import EXAMPLE_ROWS

EXAMPLE = Path(__file__).parents[1] / "examples" / "xicheng-2017-h1"
GHOST_ROWS = 60
LAST_GHOST = 100_000
SMALL_ROWS = 3
_DISTINCT = 100  # of many small workbooks; the others have the same bytes under names of their own
_LAST_DIGIT = re.compile(r"\d(?![\d年月日.、)-])")
_TOO_LARGE = "完成全年任务的105%。"

_SCRIPT = runpy.run_path(str(EXAMPLE / "build.py"))


def example_books(folder: Path, count: int) -> None:
    """Workbooks of 55 rows in the example's form, merged cells and all."""
    for number in range(count):
        _build(folder / f"{number:05}.xlsx", _rows(number, EXAMPLE_ROWS))


def large_book(folder: Path, count: int) -> None:
    """One workbook of that many rows, each with a task of its own: merged cells cost openpyxl dear."""
    rows = [row._replace(block=number) for number, row in enumerate(_rows(0, count))]
    _build(folder / "large.xlsx", rows)


def merged_book(folder: Path, count: int) -> None:
    """One workbook of that many rows, its tasks merged over their blocks as in the example."""
    _build(folder / "merged.xlsx", _rows(0, count))


def small_books(folder: Path, count: int) -> None:
    """Workbooks of three rows."""
    for number in range(count):
        path = folder / f"{number:05}.xlsx"
        if number < _DISTINCT:
            _build(path, _rows(number, SMALL_ROWS))
        else:
            os.link(folder / f"{number % _DISTINCT:05}.xlsx", path)


def ghost_books(folder: Path, count: int) -> None:
    """The same workbook that many times: 60 rows of text, formatted down to row 100,000."""
    _formatted(folder, count, LAST_GHOST)


def plain_books(folder: Path, count: int) -> None:
    """The workbooks of ``ghost_books`` without their ghost rows."""
    _formatted(folder, count, GHOST_ROWS + 1)


KINDS: dict[str, Callable[[Path, int], None]] = {
    "example": example_books,
    "large": large_book,
    "merged": merged_book,
    "small": small_books,
    "ghost": ghost_books,
    "plain": plain_books,
}


def _build(path: Path, rows: list[Any]) -> None:
    title, subtitle, header, *_ = _SCRIPT["SOURCE"].read_text(encoding="utf-8").splitlines()
    names = [name.strip() for name in header.split("|")][:3]
    _SCRIPT["build"](title, subtitle.split("|")[0].strip(), names, rows, path)


def _rows(seed: int, count: int) -> list[Any]:
    """Rows of the example's own kind, a NamedTuple of block, task, target and progress."""
    return list(islice(_endless(Random(seed)), count))  # noqa: S311 - nothing is kept secret with it


def _endless(random: Random) -> Iterator[Any]:
    source = _SCRIPT["parse_rows"](_SCRIPT["SOURCE"].read_text(encoding="utf-8").splitlines()[3:])
    block = 0
    while True:
        blank, large = random.sample(range(len(source)), 2)
        for place, row in enumerate(source):
            target = "" if place == blank else _varied(row.target, random)
            progress = _varied(row.progress, random) + (_TOO_LARGE if place == large else "")
            yield row._replace(block=block + row.block, target=target, progress=progress)
        block += source[-1].block


def _varied(text: str, random: Random) -> str:
    return _LAST_DIGIT.sub(lambda _: str(random.randrange(10)), text)


def _formatted(folder: Path, count: int, last_row: int) -> None:
    first = folder / "00000.xlsx"
    with xlsxwriter.Workbook(first) as book:
        book.set_properties({"created": _SCRIPT["PUBLISHED"]})
        sheet = book.add_worksheet()
        style = book.add_format({"border": 1, "text_wrap": True})
        sheet.write_row(0, 0, ("绩效任务", "年度目标", "上半年进展情况"), style)
        for number, row in enumerate(_rows(0, GHOST_ROWS), start=1):
            sheet.write_row(number, 0, (row.task, row.target, row.progress), style)
        for number in range(GHOST_ROWS + 1, last_row):
            for column in range(3):
                sheet.write_blank(number, column, None, style)
    for number in range(1, count):
        os.link(first, folder / f"{number:05}.xlsx")


def main() -> None:
    """Writes workbooks of one kind into a new folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True)
    KINDS[asked.kind](asked.folder, asked.count)


if __name__ == "__main__":
    main()
