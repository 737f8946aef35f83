"""Old formats through the child process: what they hold, where, and what nobody can check."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.readers.compound import xls
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
    assert workbook.unchecked == {"formats", "formulas", "errors"}


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
