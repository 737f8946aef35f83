"""The Markdown workbooks, read back with openpyxl: an eye that is not ours."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from toolkit.testing import three_columns, workbook


def first_sheet(markdown: str, *, values: bool = True) -> Worksheet:
    sheet = openpyxl.load_workbook(BytesIO(workbook(markdown)), data_only=values).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize(
    ("written", "value", "number_format"),
    [
        pytest.param("拆违", "拆违", "General", id="text"),
        pytest.param("12", 12, "General", id="whole number"),
        pytest.param("-3.5", -3.5, "General", id="negative decimal"),
        pytest.param("92.5%", 0.925, "0.0%", id="percent"),
        pytest.param("92%", 0.92, "0%", id="whole percent"),
        pytest.param("92 {0%}", 92, "0%", id="number with a format"),
        pytest.param("2017-06-30", datetime(2017, 6, 30), "yyyy-mm-dd", id="date"),
        pytest.param("TRUE", True, "General", id="boolean"),
        pytest.param("'007", "007", "General", id="text like a number"),
        pytest.param(r"\^", "^", "General", id="escaped mark"),
        pytest.param(r"a\|b<br>c", "a|b\nc", "General", id="bar and line break"),
        pytest.param("=A2*2 => 10", 10, "General", id="cached formula"),
        pytest.param("=A2*2 => 十", "十", "General", id="cached text"),
        pytest.param("=A2*2", None, "General", id="formula never calculated"),
        pytest.param("=1/0 => #DIV/0!", "#DIV/0!", "General", id="cached error"),
        pytest.param("#REF!", "#REF!", "General", id="error value"),
        pytest.param("", None, "General", id="blank"),
    ],
)
def test_a_cell(written: str, value: object, number_format: str) -> None:
    cell = first_sheet(f"| {written} | |")["A1"]

    assert (cell.value, cell.number_format) == (value, number_format)


def test_the_formula_itself() -> None:
    assert first_sheet("| =A2*2 => 10 |", values=False)["A1"].value == "=A2*2"


def test_merged_blocks() -> None:
    sheet = first_sheet(
        """
        | 标题 | <    | <    |
        | 甲   | 一   | 二   |
        | ^    | 三   | <    |
        | ^    | ^    | <    |
        """
    )

    assert {str(block) for block in sheet.merged_cells.ranges} == {"A1:C1", "A2:A4", "B3:C4"}
    assert sheet["A2"].value == "甲"


@pytest.mark.parametrize("table", ["| ^ |", "| < |", "| 甲 |\n| 乙 | ^ |"])
def test_nothing_to_merge_with(table: str) -> None:
    with pytest.raises(ValueError, match="nothing to merge with"):
        workbook(table)


def test_sheets_and_what_is_hidden() -> None:
    data = workbook(
        """
        ## 甲
        | 一 | 二 |
        |---|---|
        | 三 | 四 | hidden

        ## 乙 [hidden]
        | 五 |

        ## 丙 [very hidden]
        | 六 |

        ## 丁 [hide B]
        | 七 | 八 |
        """
    )
    book = openpyxl.load_workbook(BytesIO(data))

    assert [(sheet.title, sheet.sheet_state) for sheet in book.worksheets] == [
        ("甲", "visible"),
        ("乙", "hidden"),
        ("丙", "veryHidden"),
        ("丁", "visible"),
    ]
    assert [book["甲"].row_dimensions[row].hidden for row in (1, 2)] == [False, True]
    assert book["丁"].column_dimensions["B"].hidden


def test_the_same_bytes_again() -> None:
    assert workbook("| 甲 | 12 |") == workbook("| 甲 | 12 |")


def test_three_columns_take_text_as_it_is() -> None:
    sheet = openpyxl.load_workbook(BytesIO(three_columns([("=1+1", "12", "^")]))).worksheets[0]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["绩效任务", "年度目标", "上半年进展情况"],
        ["=1+1", "12", "^"],
    ]
    assert sheet["A2"].data_type == "s"
