"""An open book and its saved file give equal models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.excel.conftest import Opener
from toolkit.excel.book import read_book
from toolkit.readers import read_workbook
from toolkit.testing import workbook
from toolkit.workbook import Cell, Sheet, Workbook

if TYPE_CHECKING:
    import xlwings as xw

EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1" / "submission.xlsx"
KINDS = """
| 绩效任务 | 年度目标 | 进展     | 数值         |
| 拆违     | 12       | 0.1      | 92.5%        |
| ^        | -3.5     | 0.5 {0.00} | 2017-06-30 |
| 备注     | <        | TRUE     | 0.5 {h:mm}   |
| '007     | '=不是公式 | '#N/A  | #N/A         |
| =B2*2 => 24 | =1/0 => #DIV/0! | ="" => | =IF(B2>1,"大","小") => 大 | hidden
| 第一行<br>第二行 | 𠮷野家 | 1.5 {[h]:mm} | 0.30000000000000004 |

## 空表
|  |

## 一格
| 只有这一格 |

## 藏 [hidden]
| 1 | 2 |

## 列 [hide B]
| 1 | 2 | 3 |
"""


def seen(book: Workbook) -> Workbook:
    """The book without what LibreOffice writes in its own way: format codes, hidden empty columns."""
    return replace(book, sheets=tuple(map(_seen, book.sheets)))


def cells(book: Workbook) -> Iterator[tuple[str, Cell]]:
    return (
        (sheet.name, _spelt(cell))
        for sheet in book.sheets
        for row in sheet.rows.values()
        for cell in row.values()
    )


def _seen(sheet: Sheet) -> Sheet:
    rows = {
        row: {column: _spelt(cell) for column, cell in cells.items()} for row, cells in sheet.rows.items()
    }
    used = {column for cells in rows.values() for column in cells}
    return replace(sheet, rows=rows, hidden_columns=sheet.hidden_columns & used)


def _spelt(cell: Cell) -> Cell:
    spelt = cell.number_format.replace("\\", "").lower()
    return cell._replace(number_format="general" if spelt == "boolean" else spelt)


def saved(book: xw.Book, folder: Path) -> Workbook:
    path = folder / f"saved {Path(book.name).stem}.xlsx"
    book.impl.save(str(path))
    return read_workbook(path)


@pytest.mark.office
@pytest.mark.parametrize(
    "data", [KINDS.encode(), EXAMPLE.read_bytes()], ids=["every kind of cell", "the example"]
)
def test_open_and_saved_are_equal(data: bytes, opened: Opener, tmp_path: Path) -> None:
    book = opened(workbook(KINDS) if data == KINDS.encode() else data, "报送表.xlsx")
    live, filed = read_book(book), saved(book, tmp_path)
    assert set(cells(live)) ^ set(cells(filed)) == set()
    assert seen(live) == seen(filed)


@pytest.mark.office
def test_what_is_not_saved_is_seen(opened: Opener) -> None:
    book = opened(workbook("| 绩效任务 |\n| 拆违 |"), "报送表.xlsx")
    book.sheets[0].range("A2").value = "植树"
    (sheet,) = read_book(book).sheets
    assert sheet.cell(2, 1) == Cell(2, 1, "植树")
