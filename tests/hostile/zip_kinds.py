"""Hostility in the zip container."""

# One kind, one line: a table reads best unbroken.

from __future__ import annotations

import struct
from dataclasses import replace

from tests.hostile import books
from tests.hostile.archives import DEFLATED, STORED, Item, archive, bomb, deflate, items, pack
from tests.hostile.kind import Kind, accept, refuse

_MEBIBYTE = 1024 * 1024


def _with(*extra: Item, **options: bytes | int) -> bytes:
    """The honest book with more entries."""
    return archive([*items(books.parts()), *extra], **options)  # type: ignore[arg-type]


def _changed(name: str, **fields: object) -> bytes:
    """The honest book with one entry's headers changed."""
    return archive(
        replace(item, **fields) if item.name == name.encode() else item  # type: ignore[arg-type]
        for item in items(books.parts())
    )


def _cut(share: float) -> bytes:
    data = books.book()
    return data[: int(len(data) * share)]


def _stored_with_line_ends() -> bytes:
    sheet = books.sheet().replace(b"<row", b"\r\n<row")
    parts = books.parts(sheet=sheet)
    return archive(replace(item, method=STORED) for item in items(parts))


def _overlapping(shift: int) -> bytes:
    """Two entries of the directory that lead to the same bytes, the second ``shift`` bytes later."""
    honest = items(books.parts())
    first = honest[0]
    twin = replace(first, name=b"xl/other.xml", offset=shift, listed_only=True)
    return archive([*honest, twin])


def _renamed(change: tuple[str, str]) -> bytes:
    return pack({name.replace(*change): data for name, data in books.parts().items()})


def _bomb(name: str, head: bytes, block: bytes, tail: bytes, mebibytes: int) -> bytes:
    honest = [item for item in items(books.parts()) if item.name != name.encode()]
    block *= _MEBIBYTE // len(block)
    return archive([*honest, replace(bomb(head, block, mebibytes, tail), name=name.encode())])


def _sheet_bomb(block: bytes, mebibytes: int) -> bytes:
    head, _, tail = books.sheet("@").partition(b"@")
    return _bomb(books.SHEET, head, block, tail, mebibytes)


def _long_sizes() -> bytes:
    data = books.sheet()
    body = deflate(data)
    extra = struct.pack("<HHQQ", 1, 16, len(data), len(body))
    fields = {"extra": extra, "full": 0xFFFFFFFF, "size": 0xFFFFFFFF, "body": body, "data": data}
    return _changed(books.SHEET, **fields)


_SST = books.strings("@").partition(b"@")
_CELLS = {"A1": "甲", "B1": "12", "A2": "乙", "B2": "2017-06-30 00:00:00"}

KINDS: tuple[Kind, ...] = (
    accept("honest", books.book, **_CELLS),
    refuse("cut-in-first-header", lambda: _cut(0.01), says="cut short"),
    refuse("cut-in-first-part", lambda: _cut(0.1), says="cut short"),
    refuse("cut-in-middle", lambda: _cut(0.5), says="cut short"),
    refuse("cut-in-directory", lambda: _cut(0.9), says="cut short"),
    refuse("cut-of-last-byte", lambda: books.book()[:-1], says="cut short"),
    refuse("only-magic", lambda: b"PK\3\4"),
    refuse("magic-and-noise", lambda: b"PK\3\4" + bytes(range(256)) * 40),
    refuse("empty-archive", lambda: archive([])),
    refuse("line-feeds-only", lambda: _stored_with_line_ends().replace(b"\r\n", b"\n"), says="line endings"),
    refuse("line-feeds-added", lambda: _changed("xl/styles.xml", method=STORED).replace(b"\n", b"\r\n")),
    refuse("duplicate-entry", lambda: _with(Item(name=books.SHEET.encode(), data=books.sheet("")))),
    refuse(
        "case-differing-entry", lambda: _with(Item(name=b"XL/Worksheets/Sheet1.xml", data=books.sheet("")))
    ),
    refuse("absolute-name", lambda: _with(Item(name=b"/etc/passwd", data=b"x")), says="out of the package"),
    refuse(
        "parent-walking-name", lambda: _with(Item(name=b"xl/../../x", data=b"x")), says="out of the package"
    ),
    refuse("backslash-parent-name", lambda: _with(Item(name=rb"xl\..\..\x", data=b"x"))),
    refuse("drive-name", lambda: _with(Item(name=rb"C:\x", data=b"x"))),
    refuse("zero-byte-in-name", lambda: _with(Item(name=b"xl/a\0b", data=b"x"))),
    refuse("invalid-utf8-name", lambda: _with(Item(name=b"xl/\xff\xfe", data=b"x"))),
    accept("backslashed-names", lambda: _renamed(("/", "\\")), **_CELLS),
    accept("upper-case-names", lambda: _renamed(("xl/worksheets", "XL/WorkSheets")), **_CELLS),
    accept("folder-entries", lambda: _with(Item(name=b"xl/", method=STORED)), **_CELLS),
    refuse("overlapping-entries", lambda: _overlapping(0), says="overlap"),
    refuse("overlapping-offset", lambda: _overlapping(1)),
    refuse("bzip2-method", lambda: _changed(books.SHEET, method=12, body=b"BZh9"), says="unknown method"),
    refuse("unknown-method", lambda: _changed(books.SHEET, method=99, body=b"?"), says="unknown method"),
    refuse("encrypted-entry", lambda: _changed(books.SHEET, flags=0x801), says="password"),
    refuse("wrong-checksum", lambda: _changed(books.SHEET, checksum=1), says="checksum"),
    refuse("not-deflate", lambda: _changed(books.SHEET, body=b"\xff" * 100), says="inflated"),
    refuse("deflate-cut-short", lambda: _changed(books.SHEET, body=deflate(books.sheet())[:-9]), says="cut"),
    refuse("compressed-size-short", lambda: _changed(books.SHEET, size=20)),
    refuse("compressed-size-past-end", lambda: _changed(books.SHEET, size=2**31)),
    accept("declared-size-small", lambda: _changed(books.SHEET, full=1), **_CELLS),
    accept("declared-size-huge", lambda: _changed(books.SHEET, full=2**32 - 2), **_CELLS),
    accept("sizes-of-64-bits", _long_sizes, **_CELLS),
    refuse(
        "too-many-entries", lambda: _with(*(Item(name=b"x%d" % n) for n in range(2_500))), limit="entries"
    ),
    accept("entry-count-lies-low", lambda: _with(count=1), **_CELLS),
    accept("entry-count-lies-high", lambda: _with(count=65_535), **_CELLS),
    refuse("bytes-before", lambda: b"MZ\0\0" + books.book()),
    accept("bytes-after", lambda: _with(after=b"\0" * 500), **_CELLS),
    accept("comment", lambda: _with(comment=b"x" * 60_000), **_CELLS),
    refuse("end-record-in-comment", lambda: _with(comment=b"PK\5\6" + b"\0" * 30)),
    refuse("archive-in-archive", lambda: pack({"book.xlsx": books.book()}), says="ZIP"),
    refuse("ratio-bomb-spaces-in-sheet", lambda: _sheet_bomb(b" ", 90), limit="xml_node"),
    refuse("ratio-bomb-cells", lambda: _sheet_bomb(b"<c/>", 90), limit="xml_node"),
    refuse("ratio-bomb-rows", lambda: _sheet_bomb(b"<row/>", 90)),
    refuse(
        "ratio-bomb-text",
        lambda: _bomb("xl/sharedStrings.xml", _SST[0] + b"<t>", b"A", b"</t>" + _SST[2], 90),
    ),
    refuse(
        "ratio-bomb-strings", lambda: _bomb("xl/sharedStrings.xml", _SST[0], b"<t/></si><si>", _SST[2], 90)
    ),
    refuse(
        "ratio-bomb-styles",
        lambda: _bomb("xl/styles.xml", books.styles()[:-13], b"<xf/>", b"</styleSheet>", 90),
    ),
    accept("bomb-in-comments", lambda: _bomb("xl/comments1.xml", b"<c>", b" ", b"</c>", 150), **_CELLS),
    accept(
        "stored-entries", lambda: archive(replace(i, method=STORED) for i in items(books.parts())), **_CELLS
    ),
    accept(
        "zero-length-deflate-block",
        lambda: _changed(
            books.SHEET, body=b"\0\0\0\xff\xff" * 9000 + deflate(books.sheet()), method=DEFLATED
        ),
        **_CELLS,
    ),
)
