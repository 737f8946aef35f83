"""Workbooks that an office program saved: none is refused, and each is read as openpyxl or the source is."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.differential import compare
from tests.readers.test_differential import _by_openpyxl, _by_xlsxwriter
from toolkit.readers import read_workbook
from toolkit.testing import three_columns
from toolkit.workbook import Cell, Value, Workbook

EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1" / "submission.xlsx"
FILTERS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "strict": "xlsx:Calc Office Open XML",
    "ods": "ods",
    "xls": "xls",
}
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]


def _by_us(path: Path) -> None:
    rows = [("拆违", "拆除12处", "上半年拆除8处，完成66.7%。"), ("植树", "植树9棵", "无")]
    path.write_bytes(three_columns(rows))


def _the_example(path: Path) -> None:
    shutil.copy(EXAMPLE, path)


WRITERS: dict[str, Callable[[Path], None]] = {
    "openpyxl": _by_openpyxl,
    "xlsxwriter": _by_xlsxwriter,
    "us": _by_us,
    "example": _the_example,
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each format, with every source as LibreOffice saves it; the sources beside them."""
    folder = tmp_path_factory.mktemp("office")
    for name, write in WRITERS.items():
        write(folder / f"{name}.xlsx")
    sources = [str(path) for path in sorted(folder.glob("*.xlsx"))]
    for kind, filtered in FILTERS.items():
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", filtered, "--outdir", str(folder / kind), *sources]
        subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("kind", ["xlsx", "strict"])
@pytest.mark.parametrize("name", WRITERS)
def test_read_as_openpyxl_reads_it(name: str, kind: str, saved: Path) -> None:
    unexplained = [found for found in compare(saved / kind / f"{name}.xlsx") if found.known is None]
    assert unexplained == []


@pytest.mark.parametrize("kind", FILTERS)
@pytest.mark.parametrize("name", ["us", "example"])
def test_the_table_is_that_of_the_source(name: str, kind: str, saved: Path) -> None:
    suffix = "xlsx" if kind == "strict" else kind
    source, copy = read_workbook(saved / f"{name}.xlsx"), read_workbook(saved / kind / f"{name}.{suffix}")
    assert values(copy) == values(source)


def values(workbook: Workbook) -> dict[str, dict[tuple[int, int], Value]]:
    """The value of every filled cell, sheet by sheet."""
    return {
        sheet.name: {place(cell): cell.value for cells in sheet.rows.values() for cell in cells.values()}
        for sheet in workbook.sheets
    }


def place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


@pytest.mark.parametrize("name", ["openpyxl", "xlsxwriter", "us", "example"])
def test_an_open_document_keeps_its_merges(name: str, saved: Path) -> None:
    source, copy = read_workbook(saved / f"{name}.xlsx"), read_workbook(saved / "ods" / f"{name}.ods")
    assert [set(sheet.merges) for sheet in copy.sheets] == [set(sheet.merges) for sheet in source.sheets]
