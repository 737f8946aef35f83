"""Hostility in how the parts of a package lead to each other."""

# One kind, one line: a table reads best unbroken.
# ruff: noqa: E501

from __future__ import annotations

from tests.hostile import books
from tests.hostile.archives import pack
from tests.hostile.kind import Kind, accept, refuse

_CELLS = {"A1": "甲", "B1": "12", "A2": "乙", "B2": "2017-06-30 00:00:00"}
_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def _targets(sheet: str, *others: tuple[str, str, str], extra: str = "") -> bytes:
    """The honest book, its worksheet relationship leading to ``sheet``."""
    entries = (("rId1", "worksheet", sheet), *books.WORKBOOK_TARGETS[1:], *others)
    return books.book(targets=books.relationships(*entries, extra=extra))


def _tabs(tabs: str, *others: tuple[str, str, str]) -> bytes:
    targets = books.relationships(*books.WORKBOOK_TARGETS, *others)
    return books.book(workbook=books.workbook(tabs), targets=targets)


def _with(parts: dict[str, bytes]) -> bytes:
    return pack(books.parts() | parts)


def _many_sheets(count: int) -> bytes:
    return _tabs("".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count + 1)))


def _external(kind: str) -> str:
    target = 'Target="http://localhost:1/" TargetMode="External"'
    return f'<Relationship Id="x" Type="{books.DOCUMENT}/{kind}" {target}/>'


_SHEET_TARGETS = "xl/worksheets/_rels/sheet1.xml.rels"
_TAB = '<sheet name="a" sheetId="1" r:id="rId1"/>'

KINDS: tuple[Kind, ...] = (
    accept("no-root-relationships", lambda: books.book(root=None), **_CELLS),
    accept("no-content-types", lambda: books.book(types=None), **_CELLS),
    refuse("no-workbook-relationships", lambda: books.book(targets=None)),
    refuse("no-workbook", lambda: books.book(workbook=None), says="missing"),
    refuse("no-sheet-part", lambda: books.book(sheet=None), says="missing"),
    refuse("no-strings-part", lambda: books.book(strings=None), says="missing"),
    refuse("no-tabs", lambda: _tabs("")),
    refuse("tab-without-relationship", lambda: _tabs('<sheet name="a" sheetId="1" r:id="rId77"/>')),
    refuse("tab-without-id", lambda: _tabs('<sheet name="a" sheetId="1"/>')),
    refuse("sheet-leads-to-workbook", lambda: _targets("workbook.xml"), says="not a worksheet"),
    refuse("sheet-leads-to-strings", lambda: _targets("sharedStrings.xml"), says="not a worksheet"),
    refuse("target-out-of-package", lambda: _targets("../../../../etc/passwd"), says="missing"),
    refuse("target-out-and-back", lambda: _targets("../../xl/worksheets/sheet1.xml"), says="missing"),
    accept("target-with-detour", lambda: _targets("../xl/./worksheets/../worksheets/sheet1.xml"), **_CELLS),
    accept("target-absolute", lambda: _targets("/xl/worksheets/sheet1.xml"), **_CELLS),
    accept("target-backslashed", lambda: _targets("worksheets\\sheet1.xml"), **_CELLS),
    accept("target-in-upper-case", lambda: _targets("WORKSHEETS/SHEET1.XML"), **_CELLS),
    refuse("target-empty", lambda: _targets("")),
    refuse("target-very-long", lambda: _targets("x/" * 100_000)),
    refuse("sheet-external", lambda: books.book(workbook=books.workbook('<sheet name="a" sheetId="1" r:id="x"/>'), targets=books.relationships(*books.WORKBOOK_TARGETS, extra=_external("worksheet")))),
    accept("hyperlink-external", lambda: _targets("worksheets/sheet1.xml", extra=_external("hyperlink")), **_CELLS),
    refuse("relationship-id-twice", lambda: _targets("worksheets/sheet1.xml", ("rId1", "worksheet", "other.xml")), says="two different"),
    accept("relationship-repeated", lambda: _targets("worksheets/sheet1.xml", ("rId1", "worksheet", "worksheets/sheet1.xml")), **_CELLS),
    accept("circular-relationships", lambda: _with({_SHEET_TARGETS: books.relationships(("rId1", "worksheet", "../worksheets/sheet1.xml"), ("rId2", "officeDocument", "../workbook.xml"))}), **_CELLS),
    refuse("root-leads-to-itself", lambda: books.book(root=books.relationships(("rId1", "officeDocument", "_rels/.rels")))),
    refuse("relationships-by-the-thousand", lambda: _targets("worksheets/sheet1.xml", *((f"r{n}", "image", f"{n}.png") for n in range(12_000))), limit="relationships"),
    refuse("six-hundred-sheets", lambda: _many_sheets(600), limit="sheets"),
    accept("sheets-that-share-a-part", lambda: _many_sheets(3), **_CELLS),
    accept("sheet-name-of-controls", lambda: _tabs('<sheet name="=1+1_x001B_[31m" sheetId="1" r:id="rId1"/>'), **_CELLS),
    accept("sheet-state-unknown", lambda: _tabs('<sheet name="a" sheetId="1" state="zzz" r:id="rId1"/>'), **_CELLS),
    accept("chart-sheet", lambda: _tabs(_TAB + '<sheet name="b" sheetId="2" r:id="c"/>', ("c", "chartsheet", "nowhere.xml")), **_CELLS),
    accept("macro-workbook", lambda: _with({"[Content_Types].xml": books.content_types(_MACROS), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 100}), ".xlsm", **_CELLS),
    refuse("word-document", lambda: pack({"word/document.xml": b"<w/>", "_rels/.rels": b"<r/>"}), says="Word"),
    refuse("xlsb-broken", lambda: pack({"xl/workbook.bin": b"\x83\x01\0" * 50, "_rels/.rels": books.relationships()}), suffix=".xlsb"),
    refuse("xlsb-named-xlsx", lambda: pack({"xl/workbook.bin": b"\x83\x01\0" * 50}), says=".xlsb"),
    refuse("ods-broken", lambda: pack({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x"}), suffix=".ods"),
)  # fmt: skip
