"""The quick way through canonical XML reads what the parser reads, and leaves it all the rest."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.hostile import books
from toolkit.ooxml.canonical import ROWS, take_blocks
from toolkit.readers import Limits, read_workbook
from toolkit.workbook import Workbook

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHEETS = {
    "honest": books.ROWS,
    "formats only": '<row r="1" s="1" customFormat="1"/><row r="2" outlineLevel="1"><c r="A2" s="1"/></row>',
    "shared formula": '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1&lt;2</f><v>1</v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
    "half of it unusual": ROW + "<!-- -->" + '<row r="2"><c r="A2"><v>2</v></c></row>',
    "pretty": ROW.replace("><row", ">\n  <row").replace("</row>", "</row>\n"),
    "no number on the second row": ROW + "<row><c><v>2</v></c></row>",
    "no place after an empty cell": ROW + '<row r="2"><c r="B2" s="1"/><c><v>2</v></c></row>',
    "cells out of order": '<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>',
    "rows out of order": '<row r="2"><c r="A2"><v>2</v></c></row>' + ROW,
    "hidden": ROW.replace('r="1">', 'r="1" hidden="1">', 1),
    "carriage return": '<row r="1"><c r="A1" t="str"><v>a\r\nb</v></c></row>',
    "character reference": '<row r="1"><c r="A1" t="str"><v>&#20540;</v></c></row>',
    "text in a wrong type": '<row r="1"><c r="A1" t="inlineStr"><v>1</v></c><c r="B1"><is><t>x</t></is></c></row>',
    "metadata": '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">B1#</f><v>1</v></c></row>',
}


def _parsed(rows: str) -> Workbook:
    """The same with a comment before the root, which sends every row to the parser."""
    sheet = books.sheet(rows).replace(b"<worksheet", b"<!-- --><worksheet", 1)
    return read_workbook(books.book(sheet=sheet))


@pytest.mark.parametrize("rows", SHEETS.values(), ids=SHEETS)
def test_both_ways_read_the_same(rows: str) -> None:
    assert read_workbook(books.book(rows)) == _parsed(rows)


STRINGS_PART = {
    "packed": "<si><t>甲</t></si><si><t/></si><si><r><t>乙</t></r></si>",
    "pretty": "\n  <si>\n    <t>甲</t>\n  </si>\n  <si>\n    <t/>\n  </si>\n  <si><r><t>乙</t></r></si>\n",
    "a line each": "\n<si><t>甲</t></si>\n<si><t></t></si>\n<si><r><t>乙</t></r></si>\n",
}


@pytest.mark.parametrize("items", STRINGS_PART.values(), ids=STRINGS_PART)
def test_white_space_between_shared_strings_is_none_of_them(items: str) -> None:
    rows = "".join(f'<row r="{n + 1}"><c r="A{n + 1}" t="s"><v>{n}</v></c></row>' for n in range(3))
    strings = books.strings().replace(b"</sst>", items.encode() + b"</sst>")
    sheet = read_workbook(books.book(rows, strings=strings)).sheets[0]
    assert {row: cells[1].value for row, cells in sheet.rows.items()} == {
        1: "甲",
        3: "乙",
    }


@pytest.mark.parametrize(
    "rows",
    [ROW + "<row", ROW[:-6], ROW + ROW[5:], '<row r="1"><c r="A1"><v>1</c></v></row>', ROW + "&", "</row>" + ROW],
)  # fmt: skip
def test_what_is_no_xml_is_left_to_the_parser(rows: str) -> None:
    with pytest.raises(Exception, match="well-formed"):
        read_workbook(books.book(rows))


@pytest.mark.parametrize("size", [1, 7, 100, 10_000], ids=str)
def test_blocks_are_found_however_the_bytes_arrive(size: int) -> None:
    data = books.sheet(ROW * 20)
    taken: list[str] = []
    chunks = iter([data[start : start + size] for start in range(0, len(data), size)])
    rest = b"".join(take_blocks(chunks, ROWS, taken.append, longest=1_000))
    assert "".join(taken) == ROW * 20
    assert rest == books.sheet("")


def test_a_refused_block_goes_to_the_parser_with_all_that_follows() -> None:
    def refuse(block: str) -> None:
        raise ValueError(block)

    data = books.sheet(ROW * 20)
    assert b"".join(take_blocks(iter([data[:300], data[300:]]), ROWS, refuse, longest=1_000)) == data


def test_many_rows_are_read_in_pieces() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 60_001))
    sheet = read_workbook(books.book(rows), limits=Limits(ratio=10_000)).sheets[0]
    assert [len(sheet.rows), sum(int(str(row[1].value)) for row in sheet.rows.values())] == [
        60_000,
        1_800_030_000,
    ]
