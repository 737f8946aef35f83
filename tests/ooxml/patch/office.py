"""LibreOffice without a screen: many files converted in one start, and what stands in the cells then."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


class Shown(NamedTuple):
    """What a cell shows: its text, its value where it has one, and its note."""

    text: str
    value: str
    note: str


class Opened(NamedTuple):
    """A workbook as the office has it: cells by (row, column) and by sheet."""

    sheets: Mapping[str, Mapping[tuple[int, int], Shown]]


def office() -> str:
    """The program; the test is skipped where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LIBREOFFICE IS NOT INSTALLED: nobody has looked whether it opens marked copies")
    return program


def converted(files: Mapping[str, bytes], kind: str, folder: Path) -> dict[str, bytes]:
    """The files, by name, in another format; those that the office refuses are not there."""
    sources, results = folder / "in", folder / "out"
    sources.mkdir(parents=True)
    numbers = {f"{number:03d}": name for number, name in enumerate(files)}
    for number, name in numbers.items():
        (sources / f"{number}.xlsx").write_bytes(files[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", kind, "--outdir", str(results)]
    paths = sorted(str(path) for path in sources.iterdir())
    subprocess.run(
        [office(), profile, "--headless", *target, *paths], check=True, capture_output=True, timeout=600
    )
    return {numbers[path.stem]: path.read_bytes() for path in sorted(results.iterdir())}


def opened(fods: bytes) -> Opened:
    """What a flat OpenDocument spreadsheet holds."""
    root = ET.fromstring(fods)  # noqa: S314  # the office wrote it
    tables = root.findall(f"{{{_OFFICE}}}body/{{{_OFFICE}}}spreadsheet/{{{_TABLE}}}table")
    sheets = {table.get(f"{{{_TABLE}}}name", ""): dict(_cells(table)) for table in tables}
    return Opened(sheets)


def _cells(table: ET.Element) -> Iterator[tuple[tuple[int, int], Shown]]:
    row = 1
    for line in _rows(table):
        rows = int(line.get(f"{{{_TABLE}}}number-rows-repeated", "1"))
        column = 1
        for cell in line:
            columns = int(cell.get(f"{{{_TABLE}}}number-columns-repeated", "1"))
            if (shown := _shown(cell)) != Shown("", "", ""):
                for place in product(range(row, row + rows), range(column, column + columns)):
                    yield place, shown
            column += columns
        row += rows


def _rows(parent: ET.Element) -> Iterator[ET.Element]:
    """The rows in their groups; a chart has a table of its own inside, which is none of the sheet's."""
    for child in parent:
        kind = child.tag.rpartition("}")[2]
        if kind == "table-row":
            yield child
        elif kind in {"table-row-group", "table-header-rows", "table-rows"}:
            yield from _rows(child)


def _shown(cell: ET.Element) -> Shown:
    annotation = cell.find(f"{{{_OFFICE}}}annotation")
    lines = ["".join(line.itertext()) for line in cell.findall(f"{{{_TEXT}}}p")]
    noted = annotation.findall(f"{{{_TEXT}}}p") if annotation is not None else []
    value = cell.get(f"{{{_OFFICE}}}value") or cell.get(f"{{{_OFFICE}}}date-value") or ""
    return Shown("\n".join(lines), value, "\n".join("".join(line.itertext()) for line in noted))
