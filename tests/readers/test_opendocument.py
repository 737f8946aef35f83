"""What an .ods says of merged cells and percentages, row by row and repeated."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest

from toolkit.errors import LimitExceeded, UnreadableWorkbook
from toolkit.readers import Limits, read_workbook
from toolkit.workbook import Merge, Sheet

_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
_FOOT = "</office:spreadsheet></office:body></office:document-content>"
_COVERED = "<table:covered-table-cell/>"


def _text(words: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{words}</text:p></table:table-cell>'


def _number(value: str, kind: str = "float", more: str = "") -> str:
    attributes = f'office:value-type="{kind}" office:value="{value}"{more}'
    return f"<table:table-cell {attributes}><text:p>{value}</text:p></table:table-cell>"


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def _table(name: str, *rows: str) -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def _book(*tables: str, manifest: str = "", head: str = _HEAD) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"{head}{''.join(tables)}{_FOOT}")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f"{manifest}</manifest:manifest>",
        )
    return stream.getvalue()


def _read(*rows: str) -> Sheet:
    return read_workbook(_book(_table("表", *rows))).sheets[0]


_DOWN = ' table:number-rows-spanned="2"'
_ALONG = ' table:number-columns-spanned="2"'
_THRICE = ' table:number-columns-repeated="3"'
_HEADER, _BODY = "<table:table-header-rows>", "</table:table-header-rows>"
_TWICE = ' table:number-rows-repeated="2"'


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        ([_row(_text("甲", _DOWN), _text("乙")), _row(_COVERED, _text("丙"))], (Merge(1, 1, 2, 1),)),
        ([_row(_text("甲"), _text("乙", _ALONG), _COVERED)], (Merge(1, 2, 1, 3),)),
        ([_row(_text("甲", _THRICE), _text("乙", _ALONG), _COVERED)], (Merge(1, 4, 1, 5),)),
        ([_row(_text("甲"), more=_TWICE), _row(_text("乙", _ALONG), _COVERED)], (Merge(3, 1, 3, 2),)),
        ([f"{_HEADER}{_row(_text('甲'))}{_BODY}", _row(_text("乙", _ALONG), _COVERED)], (Merge(2, 1, 2, 2),)),
        ([_row(_text("甲", ' table:number-rows-spanned="x" table:number-columns-spanned="1"'))], ()),
        ([_row(_text("甲", ' table:number-rows-spanned="99999999"'))], ()),
    ],
    ids=["down", "along", "repeated columns", "repeated rows", "header", "no number", "past the sheet"],
)  # fmt: skip
def test_merges(rows: list[str], merges: tuple[Merge, ...]) -> None:
    assert _read(*rows).merges == merges


def test_percentages_have_their_format() -> None:
    sheet = _read(_row(_number("0.85", "percentage"), _number("0.85")), _row(_text("甲")))
    cells = sheet.rows[1]
    assert [(cell.value, cell.number_format) for cell in cells.values()] == [
        (Decimal("0.85"), "0%"),
        (Decimal("0.85"), "General"),
    ]


def test_every_sheet_has_its_own() -> None:
    book = read_workbook(
        _book(
            _table("甲", _row(_text("一", _ALONG), _COVERED)),
            _table("乙", _row(_text("二")), _row(_text("三", _ALONG), _COVERED)),
        )
    )
    assert [sheet.merges for sheet in book.sheets] == [(Merge(1, 1, 1, 2),), (Merge(2, 1, 2, 2),)]


def test_formats_are_told() -> None:
    assert read_workbook(_book(_table("表", _row(_text("甲"))))).unchecked == {"formulas", "errors"}


def test_merges_are_counted() -> None:
    merged = _row(_text("甲", _ALONG), _COVERED)
    with pytest.raises(LimitExceeded) as refusal:
        read_workbook(_book(_table("表", merged, merged, merged)), limits=Limits(merged_ranges=2))
    assert refusal.value.limit == "merged_ranges"


def test_many_percentages_are_no_many_rows() -> None:
    cell = _number("0.85", "percentage")
    rows = [_row(cell, cell, cell) for _ in range(4)]
    book = read_workbook(_book(_table("表", *rows)), limits=Limits(rows=5))
    assert {cell.number_format for cells in book.sheets[0].rows.values() for cell in cells.values()} == {"0%"}


def test_a_percentage_that_repeats_is_shown_everywhere() -> None:
    wide = _number("0.85", "percentage", ' table:number-columns-repeated="3"')
    sheet = _read(_row(wide, more=' table:number-rows-repeated="100"'))
    assert {cell.number_format for cells in sheet.rows.values() for cell in cells.values()} == {"0%"}
    assert (len(sheet.rows), len(sheet.rows[100])) == (100, 3)


def test_white_space_between_the_cells_is_nothing() -> None:
    table = _table("表", _row(_text("甲 乙"), _number("0.5", "percentage")))
    spaced = table.replace("<table:table-", "\n  <table:table-").replace(
        "</table:table-row", "\n </table:table-row"
    )
    assert read_workbook(_book(spaced)) == read_workbook(_book(table))


def test_a_password_is_told_from_damage() -> None:
    with pytest.raises(UnreadableWorkbook, match="password"):
        read_workbook(_book(head="\0\1\2", manifest="<manifest:encryption-data/>"))
