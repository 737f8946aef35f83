"""A minimal .xls written byte by byte: one BIFF8 stream in a compound file, after [MS-XLS]."""

from __future__ import annotations

import struct

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(
    sheet: str,
    texts: dict[tuple[int, int], str],
    numbers: dict[tuple[int, int], float],
    *,
    more: bytes = b"",
    formats: tuple[str, ...] = (),
    embedded: str = "",
) -> bytes:
    """A workbook of one sheet; places are row and column from 0.

    ``more`` are records of the sheet before its cells. Cell style n has the n-th of the ``formats``.
    ``embedded`` names a stream inside a storage, as an object that was put into the sheet has it.
    """
    cells = [text_cell(*place, text) for place, text in texts.items()]
    cells += [number_cell(*place, number) for place, number in numbers.items()]
    body = _start(0x0010) + more + b"".join(cells) + _record(0x000A)
    name = _text(sheet, "<B")
    styles = b"".join(
        _record(0x041E, struct.pack("<H", 164 + key) + _text(text, "<H")) for key, text in enumerate(formats)
    )
    styles += b"".join(_record(0x00E0, struct.pack("<2H16x", 0, 164 + key)) for key, _ in enumerate(formats))
    offset = len(_start(0x0005)) + len(styles) + 4 + 6 + len(name) + 4
    tabs = _record(0x0085, struct.pack("<IBB", offset, 0, 0) + name)
    return _compound(_start(0x0005) + styles + tabs + _record(0x000A) + body, embedded)


def text_cell(row: int, column: int, text: str, style: int = 0) -> bytes:
    """A record of a text in a style."""
    return _record(0x0204, struct.pack("<3H", row, column, style) + _text(text, "<H"))


def number_cell(row: int, column: int, number: float, style: int = 0) -> bytes:
    """A record of a number in a style."""
    return _record(0x0203, struct.pack("<3Hd", row, column, style, number))


def error_cell(row: int, column: int, code: int) -> bytes:
    """A record of an error, by its code: 7 is a division by nought."""
    return _record(0x0205, struct.pack("<3HBB", row, column, 0, code, 1))


def hidden_row(row: int) -> bytes:
    """A record of a row that is hidden."""
    return _record(0x0208, struct.pack("<4H4xI", row, 0, 1, 0xFF, 0x20 | 0x100))


def hidden_column(column: int) -> bytes:
    """A record of a column that is hidden."""
    return _record(0x007D, struct.pack("<5H2x", column, column, 0, 0, 1))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _start(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<4H2I", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _text(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\1" + text.encode("utf-16-le")


def _compound(stream: bytes, embedded: str) -> bytes:
    """The stream as "Workbook" in a compound file: header, table, directory, content."""
    sectors = max(-(-len(stream) // _SECTOR), 8)
    chain = [*range(3, sectors + 2), _END]
    table = [_TABLE, _END, *chain]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    directory = _entry("Root Entry", 5, _END, 0, child=1)
    directory += _entry("Workbook", 2, 2, sectors * _SECTOR, after=2 if embedded else _FREE)
    directory += _entry("MBD00000001", 1, 0, 0, child=3) if embedded else _entry("", 0, 0, 0)
    directory += _entry(embedded, 2 if embedded else 0, _END if embedded else 0, 0)
    header = struct.pack(
        "<8s16x5H6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        _END,
        0,
        _END,
        0,
    )
    places = struct.pack("<109I", 0, *[_FREE] * 108)
    return (header + places + struct.pack("<128I", *table) + directory).ljust(
        3 * _SECTOR, b"\0"
    ) + stream.ljust(sectors * _SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, after: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    numbers = length, kind, 1, _FREE, after, child
    return encoded.ljust(64, b"\0") + struct.pack("<HBB3I36xIQ", *numbers, start, size)
