"""Comma-separated text as a workbook of one sheet."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from toolkit.errors import UnreadableWorkbook
from toolkit.readers import read_workbook
from toolkit.workbook import Cell

_TEXT = "绩效任务,年度目标\n\n拆违,12\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_each_encoding_reads_the_same(encoding: str) -> None:
    workbook = read_workbook(_TEXT.encode(encoding))
    assert workbook.format == "csv"
    assert workbook.unchecked == {"formats", "formulas", "errors"}
    assert workbook.sheets[0].rows == {
        1: {1: Cell(1, 1, "绩效任务"), 2: Cell(1, 2, "年度目标")},
        3: {1: Cell(3, 1, "拆违"), 2: Cell(3, 2, Decimal(12))},
    }


@pytest.mark.parametrize(
    ("text", "values"),
    {
        "quoted": ('"a,b","c""d","e\nf"', ["a,b", 'c"d', "e\nf"]),
        "tabs": ("a\tb,c\t1", ["a", "b,c", Decimal(1)]),
        "semicolons": ("a;b;1", ["a", "b", Decimal(1)]),
        "numbers": ("0,-1.50,0.5", [Decimal(0), Decimal("-1.50"), Decimal("0.5")]),
        "not numbers": ("007,1e5,92%,=1+1,１", ["007", "1e5", "92%", "=1+1", "１"]),
    }.values(),
    ids=["quoted", "tabs", "semicolons", "numbers", "not numbers"],
)
def test_fields_are_cut_and_typed(text: str, values: list[object]) -> None:
    row = read_workbook(text.encode()).sheets[0].rows[1]
    assert [cell.value for cell in row.values()] == values


def test_no_text_at_all_is_unreadable() -> None:
    with pytest.raises(UnreadableWorkbook, match="GB18030"):
        read_workbook(b"a,\xff\xff\xff,\x81")


@pytest.mark.parametrize("name", ["notes.md", "LICENSE", "program.py"])
def test_text_of_another_name_is_no_submission(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("绩效任务,年度目标,进展情况\n", encoding="utf-8")
    with pytest.raises(UnreadableWorkbook):
        read_workbook(path)


@pytest.mark.parametrize("name", ["表.csv", "表.tsv", "表.txt"])
def test_text_of_a_table_s_name_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("绩效任务,年度目标,进展情况\n", encoding="utf-8")
    assert read_workbook(path).format == "csv"
