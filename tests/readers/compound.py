"""A minimal .xls written byte by byte: one BIFF8 stream in a compound file."""

from __future__ import annotations

import struct

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(sheet: str, texts: dict[tuple[int, int], str], numbers: dict[tuple[int, int], float]) -> bytes:
    """A workbook of one sheet; places are row and column from 0."""
    cells = [
        _record(0x0204, struct.pack("<3H", *place, 0) + _text(text, "<H")) for place, text in texts.items()
    ]
    cells += [_record(0x0203, struct.pack("<3Hd", *place, 0, number)) for place, number in numbers.items()]
    body = _start(0x0010) + b"".join(cells) + _record(0x000A)
    name = _text(sheet, "<B")
    offset = len(_start(0x0005)) + 4 + 6 + len(name) + 4
    tabs = _record(0x0085, struct.pack("<IBB", offset, 0, 0) + name)
    return _compound(_start(0x0005) + tabs + _record(0x000A) + body)


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _start(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<4H2I", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _text(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\1" + text.encode("utf-16-le")


def _compound(stream: bytes) -> bytes:
    """The stream as "Workbook" in a compound file: header, table, directory, content."""
    sectors = max(-(-len(stream) // _SECTOR), 8)
    chain = [*range(3, sectors + 2), _END]
    table = [_TABLE, _END, *chain]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry("Workbook", 2, 2, sectors * _SECTOR)
    directory += _entry("", 0, 0, 0) * 2
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


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    numbers = length, kind, 1, _FREE, _FREE, child
    return encoded.ljust(64, b"\0") + struct.pack("<HBB3I36xIQ", *numbers, start, size)
