"""openpyxl is the oracle: on every workbook here each cell is equal, or the difference is explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from benchmarks.differential import check_folder, compare
from tests.hostile import books
from tests.hostile.catalogue import KINDS
from toolkit.ooxml.numbers import BUILT_IN_FORMATS

_ROOT = Path(__file__).parents[2]
_EXAMPLES = sorted(_ROOT.glob("examples/**/*.xlsx")) + sorted(_ROOT.glob("templates/**/*.xls[xm]"))


def _by_openpyxl(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    values: list[Any] = [
        1,
        1.1,
        0.1 + 0.2,
        -5.25,
        1e300,
        123456789012345,
        True,
        False,
        "文本",
        " a ",
        "a\nb",
        "#N/A",
        "=A1+1",
    ]
    for row, value in enumerate([*values, datetime(2017, 6, 30, 12, 30, 15), timedelta(hours=30)], 1):
        sheet.cell(row, 1, value)
    sheet.merge_cells("C1:D4")
    sheet["C1"] = "合并"
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("隐藏").sheet_state = "veryHidden"
    book.save(path)


def _by_xlsxwriter(path: Path) -> None:
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        sheet = book.add_worksheet("甲")
        bold = book.add_format({"bold": True})
        for row, number_format in enumerate(
            ["0.00%", "yyyy-mm-dd", "[h]:mm:ss", "h:mm", '0"件"', "@", "General"]
        ):
            sheet.write_number(row, 0, 1.25 + row, book.add_format({"num_format": number_format}))
        sheet.write_rich_string(0, 1, "a", bold, "粗", "尾")
        sheet.write_formula(1, 1, '=A1&"b"', None, "xb")
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        sheet.write_array_formula("B4:B5", "{=ROW(A1:A2)}", None, 1)
        sheet.write_blank(5, 1, None, bold)


@pytest.mark.parametrize("write", [_by_openpyxl, _by_xlsxwriter])
def test_written_workbooks_are_read_alike(write: Callable[[Path], None], tmp_path: Path) -> None:
    write(tmp_path / "book.xlsx")
    assert list(compare(tmp_path / "book.xlsx")) == []


@pytest.mark.parametrize("path", _EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_examples_are_read_alike(path: Path) -> None:
    assert list(compare(path)) == []


EXPLAINED = {
    "strict": {"strict"},
    "escaped-return": {"escape"},
    "date-past-the-calendar": {"date"},
    "date-before-the-calendar": {"date"},
    "digits-of-another-script": {"numeral"},
    "underscore-in-number": {"numeral"},
    "number-too-large": {"numeral"},
    "exponent-of-nine-digits": {"numeral"},
    "shared-formula-without-first": {"orphan"},
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_a_difference_is_explained(name: str, tmp_path: Path) -> None:
    kind = next(kind for kind in KINDS if kind.name == name)
    (tmp_path / "book.xlsx").write_bytes(kind.build())
    assert {found.known for found in compare(tmp_path / "book.xlsx")} == EXPLAINED[name]


def test_regional_formats_are_explained(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_bytes(
        books.book(styles=books.styles('<xf numFmtId="0"/><xf numFmtId="31"/>'))
    )
    found = Counter(item.known for item in compare(tmp_path / "book.xlsx"))
    assert found == {"regional": 2}
    assert BUILT_IN_FORMATS[31] == 'yyyy"年"m"月"d"日"'


def test_a_folder_is_summed_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.xlsx").write_bytes(books.book())
    (tmp_path / "bad.xlsx").write_bytes(b"PK\3\4")
    assert check_folder(tmp_path) == 0
    assert "compared 1, refused by us 1; unexplained 0" in capsys.readouterr().out
