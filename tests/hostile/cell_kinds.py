"""Hostility in what the parts say: places, values, formulas, styles."""

# One kind, one line: a table reads best unbroken.
# ruff: noqa: E501

from __future__ import annotations

from tests.hostile import books
from tests.hostile.kind import Kind, accept, flag, refuse

_CELLS = {"A1": "甲", "B1": "12", "A2": "乙", "B2": "2017-06-30 00:00:00"}
_DDE = "=cmd|'/C calc'!A0"


def _cell(xml: str) -> bytes:
    return books.book(f'<row r="1">{xml}</row>')


def _number(text: str, style: int = 0) -> bytes:
    return _cell(f'<c r="A1" s="{style}"><v>{text}</v></c>')


def _text(text: str) -> bytes:
    return _cell(f'<c r="A1" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')


def _empties(first: int, last: int, columns: str = "ABCDEFGHIJ") -> str:
    return "".join(
        f'<row r="{row}">' + "".join(f'<c r="{column}{row}" s="1"/>' for column in columns) + "</row>"
        for row in range(first, last)
    )


def _shared(master: str, cells: str) -> bytes:
    return books.book(
        f'<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">{master}</f><v>1</v></c></row>{cells}'
    )


def _shared_children(count: int) -> str:
    return "".join(
        f'<row r="{row}"><c r="A{row}"><f t="shared" si="0"/></c></row>' for row in range(2, count + 2)
    )


def _after(xml: str) -> bytes:
    return books.book(sheet=books.sheet(after=xml))


def _before(xml: str) -> bytes:
    return books.book(sheet=books.sheet(before=xml))


def _merges(*references: str) -> bytes:
    return _after(
        "<mergeCells>" + "".join(f'<mergeCell ref="{ref}"/>' for ref in references) + "</mergeCells>"
    )


def _format(code: str) -> bytes:
    formats = f'<numFmt numFmtId="164" formatCode="{code}"/>'
    return books.book(styles=books.styles('<xf numFmtId="0"/><xf numFmtId="164"/>', formats))


PLACES: tuple[Kind, ...] = (
    accept("lying-dimension", lambda: _before('<dimension ref="A1:XFD1048576"/>'), **_CELLS),
    accept("dimension-too-small", lambda: _before('<dimension ref="A1"/>'), **_CELLS),
    accept("last-cell", lambda: books.book('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), XFD1048576="1"),
    accept("first-and-last-cell", lambda: books.book('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'), A1="1", XFD1048576="2"),
    refuse("column-past-end", lambda: books.book('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
    refuse("row-past-end", lambda: books.book('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')),
    refuse("row-zero", lambda: books.book('<row r="0"><c r="A0"><v>1</v></c></row>')),
    refuse("row-negative", lambda: books.book('<row r="-1"><c r="A1"><v>1</v></c></row>')),
    refuse("row-of-many-digits", lambda: books.book(f'<row r="{"9" * 5_000}"><c r="A1"><v>1</v></c></row>')),
    refuse("address-nonsense", lambda: _cell('<c r="1A"><v>1</v></c>')),
    refuse("cell-twice", lambda: _cell('<c r="A1"><v>12</v></c><c r="A1"><v>99</v></c>'), says="twice"),
    refuse("cell-twice-in-two-rows", lambda: books.book('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>')),
    accept("rows-backwards", lambda: books.book('<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>0</v></c></row>'), A1="0", B1="1", A2="2"),
    accept("cell-in-another-row", lambda: books.book('<row r="1"><c r="A5"><v>5</v></c></row>'), A5="5"),
    accept("no-addresses", lambda: books.book("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>"), A1="1", C1="3", A2="4"),
    accept("no-row-numbers-after-ghosts", lambda: books.book(_empties(1, 50) + "<row><c><v>7</v></c></row>"), A50="7"),
    accept("million-styled-empty-cells", lambda: books.book(_empties(1, 100_001)), A1=None),
    accept("formatted-to-row-100000", lambda: books.book(books.ROWS + _empties(3, 100_001, "ABC")), **_CELLS),
    accept("value-after-ghost-rows", lambda: books.book(_empties(1, 60_000, "ABC") + '<row r="60000"><c r="B60000"><v>7</v></c></row>'), B60000="7"),
    refuse("million-empty-cells-in-a-row", lambda: _cell('<c r="A1" s="1"/>' * 1_000_000), limit="xml_node"),
    refuse("a-row-too-wide", lambda: _cell("<c/>" * 20_000)),
    accept("whole-sheet-merge", lambda: _merges("A1:XFD1048576"), **_CELLS),
    refuse("same-row-again-and-again", lambda: books.book('<row r="1" s="1"><!-- --></row>' * 3_300_000)),
    accept("overlapping-merges", lambda: _merges("A1:B2", "B2:C3"), **_CELLS),
    accept("merge-backwards", lambda: _merges("B2:A1"), **_CELLS),
    refuse("merge-nonsense", lambda: _merges("A1:ZZZZ9")),
    refuse("merges-by-the-thousand", lambda: _merges(*(f"A{n}:B{n}" for n in range(1, 60_000))), limit="merged_ranges"),
    accept("hidden-columns-past-end", lambda: _before('<cols><col min="3" max="4294967295" hidden="1"/></cols>'), **_CELLS),
    refuse("hidden-columns-again-and-again", lambda: _before("<cols>" + '<col min="1" max="16384" hidden="1"/>' * 5_000 + "</cols>"), limit="slots"),
    accept("elements-of-no-interest", lambda: _after('<hyperlink ref="A1"/>' * 500_000), **_CELLS),
)  # fmt: skip

VALUES: tuple[Kind, ...] = (
    flag("nan", lambda: _number("NaN"), A1="#NUM!"),
    flag("infinity", lambda: _number("-INF"), A1="#NUM!"),
    flag("number-too-large", lambda: _number("1e400"), A1="#NUM!"),
    flag("exponent-of-nine-digits", lambda: _number("1e999999999"), A1="#NUM!"),
    flag("exponent-of-many-digits", lambda: _number("1e" + "9" * 5_000), A1="#NUM!"),
    flag("digits-by-the-hundred-thousand", lambda: _number("9" * 100_000), A1="#NUM!"),
    accept("number-too-small", lambda: _number("1e-400"), A1="0"),
    accept("binary-noise", lambda: _number("1.1000000000000001"), A1="1.1"),
    flag("digits-and-a-word", lambda: _number("9" * 500_000 + "x"), A1="9" * 200),
    flag("word-in-a-number-cell", lambda: _number("完成"), A1="完成"),
    flag("digits-of-another-script", lambda: _number("１２"), A1="１２"),
    flag("underscore-in-number", lambda: _number("1_000"), A1="1_000"),
    flag("date-past-the-calendar", lambda: _number("99999999", 1), A1="99999999"),
    flag("date-before-the-calendar", lambda: _number("-5", 1), A1="-5"),
    accept("date-that-never-was", lambda: _number("60", 1), A1="1900-02-28 00:00:00"),
    accept("dates-from-1904", lambda: books.book(workbook=books.workbook(before='<workbookPr date1904="1"/>')), B2="2021-07-01 00:00:00"),
    flag("iso-date-nonsense", lambda: _cell('<c r="A1" t="d"><v>2017-99-99</v></c>'), A1="2017-99-99"),
    accept("iso-date", lambda: _cell('<c r="A1" t="d"><v>2017-06-30T00:00:00Z</v></c>'), A1="2017-06-30 00:00:00"),
    flag("error-value", lambda: _cell('<c r="A1" t="e"><v>#DIV/0!</v></c>'), A1="#DIV/0!"),
    flag("unknown-type", lambda: _cell('<c r="A1" t="zzz"><v>x</v></c>'), A1="x"),
    refuse("string-index-past-end", lambda: _cell('<c r="A1" t="s"><v>7</v></c>'), says="shared string"),
    refuse("string-index-negative", lambda: _cell('<c r="A1" t="s"><v>-1</v></c>'), says="shared string"),
    refuse("string-index-no-number", lambda: _cell('<c r="A1" t="s"><v>x</v></c>'), says="shared string"),
    accept("unique-count-lies", lambda: books.book(strings=books.strings("<t>甲</t>", attributes='count="1" uniqueCount="4294967295"')), **_CELLS),
    accept("phonetic-runs", lambda: books.book(strings=books.strings('<r><t>甲</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><r><t>乙</t></r>')), A1="甲乙"),
    accept("escaped-return", lambda: _text("a_x000D_b"), A1="a\rb"),
    accept("escaped-escape", lambda: _text("a_x005F_x000D_b"), A1="a_x000D_b"),
    accept("escaped-surrogate-pair", lambda: _text("_xD83D__xDE00_"), A1="\U0001f600"),
    flag("escaped-lone-surrogate", lambda: _text("a_xD800_b"), A1="a\ufffdb"),
    accept("escaped-bell", lambda: _text("a_x0007_b"), A1="a\x07b"),
    accept("direction-marks", lambda: _text("a\u202e\u200bb\u2066"), A1="a\u202e\u200bb\u2066"),
    accept("dde-text", lambda: _text(_DDE), A1=_DDE),
    accept("injection-texts", lambda: books.book("".join(f'<row r="{n}"><c r="A{n}" t="str"><v>{mark}1+1</v></c></row>' for n, mark in enumerate("=+-@\t", 1))), A1="=1+1", A5="\t1+1"),
    accept("markup-in-text", lambda: _text("&lt;script&gt;alert(1)&lt;/script&gt;"), A1="<script>alert(1)</script>"),
)  # fmt: skip

FORMULAS: tuple[Kind, ...] = (
    accept("dde-formula", lambda: _cell(f'<c r="A1"><f>{_DDE[1:]}</f></c>'), A1=_DDE),
    flag("shared-formula-without-first", lambda: books.book(_shared_children(2)), A2="=#REF!"),
    accept("shared-formula", lambda: _shared("B1*$C$1+SUM(D1:D$9)", _shared_children(2)), A3="=B3*$C$1+SUM(D3:D$9)"),
    refuse("shared-formula-amplified", lambda: _shared("A1+" * 2_700 + "A1", _shared_children(60_000)), limit="formula_text"),
    refuse("shared-formula-of-many", lambda: _shared("+".join(f"A{row}" for row in range(1, 1_600)), _shared_children(60_000)), limit="formula_text"),
    accept("shared-formula-of-brackets", lambda: _shared("[" * 60_000 + "A1", _shared_children(9)), A1="1"),
    accept("formula-of-brackets", lambda: _cell(f'<c r="A1"><f>{"(" * 30_000}</f><v>1</v></c>'), A1="1"),
    accept("data-table", lambda: _cell('<c r="A1"><f t="dataTable" ref="A1:A2" r1="B1"/><v>3</v></c>'), A1="3"),
    accept("external-link-formula", lambda: _cell('<c r="A1"><f>[1]Sheet1!A1</f><v>3</v></c>'), A1="3"),
    accept("no-styles", lambda: books.book(styles=None, targets=books.relationships(*books.WORKBOOK_TARGETS[::2])), B2="42916"),
    accept("style-index-past-end", lambda: _number("42916", 99_999), A1="42916"),
    accept("style-index-nonsense", lambda: _cell('<c r="A1" s="-1"><v>1</v></c><c r="B1" s="x"><v>2</v></c>'), A1="1", B1="2"),
    refuse("format-id-nonsense", lambda: books.book(styles=books.styles('<xf numFmtId="x"/>'))),
    accept("format-of-half-a-megabyte", lambda: _format("[" * 500_000), B2="42916"),
    accept("format-of-quotes", lambda: _format("&quot;y" * 200_000), **_CELLS),
    refuse("styles-by-the-hundred-thousand", lambda: books.book(styles=books.styles('<xf numFmtId="0"/>' * 550_000)), limit="styles"),
)  # fmt: skip

KINDS: tuple[Kind, ...] = (*PLACES, *VALUES, *FORMULAS)
