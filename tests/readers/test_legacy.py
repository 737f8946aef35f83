"""Old formats through the child process: what they hold, where, and what nobody can check."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.readers.compound import error_cell, hidden_column, hidden_row, number_cell, text_cell, xls
from toolkit.errors import LimitExceeded, UnreadableWorkbook
from toolkit.readers import Limits, read_workbook
from toolkit.workbook import Cell

_BOOK = xls("表一", {(4, 2): "绩效任务", (5, 2): "甲\n乙"}, {(5, 3): 12.0, (6, 3): 0.1})


def test_cells_keep_their_places() -> None:
    sheet = read_workbook(_BOOK).sheets[0]
    assert sheet.name == "表一"
    assert sheet.rows == {
        5: {3: Cell(5, 3, "绩效任务")},
        6: {3: Cell(6, 3, "甲\n乙"), 4: Cell(6, 4, Decimal(12))},
        7: {4: Cell(7, 4, Decimal("0.1"))},
    }


@pytest.mark.parametrize("suffix", ["xls", "et"])
def test_what_cannot_be_checked_is_said(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"报送表.{suffix}"
    path.write_bytes(_BOOK)
    workbook = read_workbook(path)
    assert workbook.format == suffix
    assert workbook.unchecked == {"formulas"}


def test_an_old_workbook_tells_formats_errors_and_what_is_hidden() -> None:
    more = hidden_row(5) + hidden_column(3) + number_cell(0, 0, 0.45, 0) + number_cell(0, 1, 42916.0, 1)
    data = xls(
        "表", {(5, 0): "甲"}, {}, more=more + error_cell(1, 0, 7), formats=("0.0%", "yyyy-mm-dd", "General")
    )
    sheet = read_workbook(data).sheets[0]
    assert sheet.cell(1, 1) == Cell(1, 1, Decimal("0.45"), "0.0%")
    assert sheet.cell(1, 2) == Cell(1, 2, datetime(2017, 6, 30), "yyyy-mm-dd")
    assert sheet.cell(2, 1) == Cell(2, 1, None, "0.0%", error="#DIV/0!")
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({6}), frozenset({4}))


def test_a_style_that_is_not_there_changes_no_text() -> None:
    data = xls("表", {}, {}, more=text_cell(0, 0, "甲", style=700))
    assert read_workbook(data).sheets[0].cell(1, 1) == Cell(1, 1, "甲")


@pytest.mark.parametrize("stream", ["WordDocument", "PowerPoint Document", "EncryptedPackage", "Workbook"])
def test_an_object_in_a_workbook_does_not_change_what_the_file_is(stream: str) -> None:
    workbook = read_workbook(xls("表", {(0, 0): "甲"}, {}, embedded=stream))
    assert workbook.sheets[0].cell(1, 1) == Cell(1, 1, "甲")


def test_a_cell_in_the_last_corner_takes_no_memory_for_the_empty_ones() -> None:
    corner = {(65535, 255): 1.0}
    assert read_workbook(xls("表", {}, corner)).sheets[0].cell(65536, 256) == Cell(65536, 256, Decimal(1))


def test_an_old_workbook_with_a_password_is_said_to_have_one() -> None:
    password = b"\x2f\0\6\0" + bytes(6)  # a record FILEPASS, for the weakest of the ciphers
    data = xls("表", {(0, 0): "甲"}, {})
    start = data.index(b"\x09\x08\x10\0") + 20
    with pytest.raises(UnreadableWorkbook, match="password"):
        read_workbook(data[:start] + password + data[start + len(password) :])


@pytest.mark.parametrize(
    ("limit", "limits"),
    [("cells", Limits(cells=3)), ("child_seconds", Limits(child_seconds=0.001))],
    ids=["cells", "seconds"],
)
def test_the_child_is_bounded(limit: str, limits: Limits) -> None:
    with pytest.raises(LimitExceeded) as refusal:
        read_workbook(_BOOK, limits=limits)
    assert refusal.value.limit == limit


def test_a_child_without_memory_costs_this_file_alone() -> None:
    with pytest.raises(UnreadableWorkbook):
        read_workbook(_BOOK, limits=Limits(child_memory=1024 * 1024))


@pytest.mark.parametrize("length", [8, 512, 600, 1024, 1536, 2048, len(_BOOK) - 4000])
def test_a_truncated_file_is_unreadable(length: int) -> None:
    with pytest.raises(UnreadableWorkbook, match="damaged"):
        read_workbook(_BOOK[:length])
