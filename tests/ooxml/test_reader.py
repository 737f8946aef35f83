"""Values, formulas, errors, merges and what is hidden, as the XML of one sheet gives them."""

# ruff: noqa: E501

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest

from tests.hostile import books
from toolkit.readers import read_workbook
from toolkit.workbook import Cell, Merge, Sheet, Workbook

_STYLES = books.styles(
    "".join(f'<xf numFmtId="{key}"/>' for key in (0, 14, 164, 165, 10, 31)),
    '<numFmt numFmtId="164" formatCode="h:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/>',
)
_STRINGS = books.strings(
    "<t>甲</t>", '<r><t>粗</t></r><r><t xml:space="preserve">体 </t></r>', "<t>a&amp;b</t>", "<t/>"
)


def _book(rows: str) -> Workbook:
    return read_workbook(books.book(rows, styles=_STYLES, strings=_STRINGS))


def _sheet(rows: str = "", before: str = "", after: str = "") -> Sheet:
    return read_workbook(books.book(sheet=books.sheet(rows, before=before, after=after))).sheets[0]


CELLS = {
    "whole number": ("<c r='A1'><v>12</v></c>", Cell(1, 1, Decimal(12))),
    "decimal": ("<c r='A1'><v>0.6916</v></c>", Cell(1, 1, Decimal("0.6916"))),
    "seventeen digits mean a binary number": (
        "<c r='A1'><v>0.69999999999999996</v></c>",
        Cell(1, 1, Decimal("0.7")),
    ),
    "negative exponent": ("<c r='A1'><v>1.5E-3</v></c>", Cell(1, 1, Decimal("0.0015"))),
    "percent": ("<c r='A1' s='4'><v>0.5</v></c>", Cell(1, 1, Decimal("0.5"), "0.00%")),
    "shared string": ("<c r='A1' t='s'><v>0</v></c>", Cell(1, 1, "甲")),
    "rich text": ("<c r='A1' t='s'><v>1</v></c>", Cell(1, 1, "粗体 ")),
    "reference in text": ("<c r='A1' t='s'><v>2</v></c>", Cell(1, 1, "a&b")),
    "inline string": ("<c r='A1' t='inlineStr'><is><t>乙</t></is></c>", Cell(1, 1, "乙")),
    "inline rich text": (
        "<c r='A1' t='inlineStr'><is><r><t>乙</t></r><r><t>丙</t></r></is></c>",
        Cell(1, 1, "乙丙"),
    ),
    "true": ("<c r='A1' t='b'><v>1</v></c>", Cell(1, 1, value=True)),
    "false": ("<c r='A1' t='b'><v>0</v></c>", Cell(1, 1, value=False)),
    "error": ("<c r='A1' t='e'><v>#N/A</v></c>", Cell(1, 1, error="#N/A")),
    "date": ("<c r='A1' s='1'><v>42916</v></c>", Cell(1, 1, datetime(2017, 6, 30), "mm-dd-yy")),
    "Chinese date": ("<c r='A1' s='5'><v>42916</v></c>", Cell(1, 1, datetime(2017, 6, 30), 'yyyy"年"m"月"d"日"')),
    "time": ("<c r='A1' s='2'><v>0.5</v></c>", Cell(1, 1, time(12), "h:mm")),
    "duration": ("<c r='A1' s='3'><v>1.25</v></c>", Cell(1, 1, timedelta(hours=30), "[h]:mm")),
    "formula": ("<c r='A1'><f>B1*2</f><v>4</v></c>", Cell(1, 1, Decimal(4), formula="B1*2")),
    "formula never calculated": ("<c r='A1'><f>B1*2</f></c>", Cell(1, 1, formula="B1*2")),
    "formula of text": ("<c r='A1' t='str'><f>B1&amp;\"x\"</f><v>x</v></c>", Cell(1, 1, "x", formula='B1&"x"')),
    "formula that fails": ("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>", Cell(1, 1, formula="1/0", error="#DIV/0!")),
    "array formula": ("<c r='A1'><f t='array' ref='A1'>SUM(B1:B2*C1:C2)</f><v>3</v></c>", Cell(1, 1, Decimal(3), formula="SUM(B1:B2*C1:C2)")),
    "styled empty cell": ("<c r='A1' s='1'/>", None),
    "empty value": ("<c r='A1' t='s'><v/></c>", None),
    "empty text": ("<c r='A1' t='s'><v>3</v></c>", None),
}  # fmt: skip


@pytest.mark.parametrize("quote", ["'", '"'], ids=["parsed", "canonical"])
@pytest.mark.parametrize(("xml", "cell"), CELLS.values(), ids=CELLS)
def test_a_cell_is_read(xml: str, cell: Cell | None, quote: str) -> None:
    # In single quotes it is not in canonical form and goes to the parser.
    rows = f"<row r='1'>{xml}</row>".replace("'", quote)
    assert _book(rows).sheets[0].cell(1, 1) == cell


def test_only_filled_cells_are_held() -> None:
    rows = '<row r="1"><c r="A1" s="1"/></row><row r="7"><c r="B7"><v>1</v></c><c r="C7" s="1"/></row>'
    assert _sheet(rows).rows == {7: {2: Cell(7, 2, Decimal(1))}}


def test_a_cell_without_a_place_follows_the_empty_one_before_it() -> None:
    rows = _sheet("<row r='2'><c r='B2' s='1'/><c><v>7</v></c><c s='1'/><c><v>9</v></c></row>").rows
    assert rows == {2: {3: Cell(2, 3, Decimal(7)), 5: Cell(2, 5, Decimal(9))}}


def test_merges_stay_as_they_are() -> None:
    sheet = _sheet(after='<mergeCells><mergeCell ref="A4:A9"/><mergeCell ref="A1:C1"/></mergeCells>')
    assert sheet.merges == (Merge(4, 1, 9, 1), Merge(1, 1, 1, 3))


def test_hidden_rows_and_columns_are_known() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
    sheet = _sheet(rows, before='<cols><col min="2" max="3" hidden="1"/><col min="4" max="9"/></cols>')
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2}), frozenset({2, 3}))
    assert [sheet.is_hidden(1, 1), sheet.is_hidden(2, 1), sheet.is_hidden(1, 3)] == [False, True, True]


def test_sheets_keep_their_order_and_visibility() -> None:
    states = {"可见": "visible", "隐藏": "hidden", "深藏": "veryHidden"}
    tabs = "".join(
        f'<sheet name="{name}" sheetId="1" state="{state}" r:id="rId1"/>' for name, state in states.items()
    )
    sheets = read_workbook(books.book(workbook=books.workbook(tabs))).sheets
    assert {sheet.name: sheet.visibility for sheet in sheets} == states


def test_a_module_sheet_of_an_old_version_is_no_worksheet() -> None:
    tabs = '<sheet name="Module1" sheetId="2" state="veryHidden" r:id=""/><sheet name="表1" sheetId="1" r:id="rId1"/>'
    sheets = read_workbook(books.book(workbook=books.workbook(tabs))).sheets
    assert [sheet.name for sheet in sheets] == ["表1"]


def test_dates_count_from_1904_where_the_workbook_says_so() -> None:
    workbook = books.workbook(before='<workbookPr date1904="true"/>')
    cell = read_workbook(books.book(workbook=workbook)).sheets[0].cell(2, 2)
    assert cell is not None
    assert cell.value == datetime(2021, 7, 1)
