"""The directory of a compound file (.xls, .doc, encrypted .xlsx): what lies at its top.

Objects that are embedded in a workbook lie deeper, in storages of their own, with their own names:
a Word document inside an .xls does not make it one. Layout after [MS-CFB], Compound File Binary.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_HEADER_LINKS, _ENTRY = 109, 128
_SHIFTS = 9, 12  # sectors of 512 and of 4,096 bytes; there are no others
_LAST_SECTOR = 0xFFFFFFFA  # the numbers above mean "end", "free" and the like
_NONE = 0xFFFFFFFF
_MOST_SECTORS = 4096  # of a directory or a chain: at least 16,384 entries


def top_names(data: bytes) -> frozenset[str]:
    """Names of the streams and storages at the top; none where the directory cannot be followed."""
    try:
        return frozenset(_top(_directory(data)))
    except (struct.error, IndexError):
        return frozenset()


def _directory(data: bytes) -> bytes:
    shift, links = struct.unpack_from("<H", data, 30)[0], struct.unpack_from(f"<{_HEADER_LINKS}I", data, 76)
    if shift not in _SHIFTS:
        return b""
    size = 1 << shift
    sector, sectors = struct.unpack_from("<I", data, 48)[0], list[bytes]()
    tables = _tables(data, size, links)
    while sector <= _LAST_SECTOR and len(sectors) < _MOST_SECTORS:
        sectors.append(data[(sector + 1) * size : (sector + 2) * size])
        table, place = divmod(sector, size // 4)
        sector = struct.unpack_from("<I", data, (tables[table] + 1) * size + 4 * place)[0]
    return b"".join(sectors)


def _tables(data: bytes, size: int, links: tuple[int, ...]) -> list[int]:
    """The sectors of the allocation table: 109 stand in the header, further ones in a chain."""
    found = list(links)
    following, count = struct.unpack_from("<2I", data, 68)
    for _ in range(min(count, _MOST_SECTORS)):
        if following > _LAST_SECTOR:
            break
        *more, following = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        found += more
    return found


def _top(directory: bytes) -> Iterator[str]:
    """The tree of entries that hangs below the root, the first entry."""
    waiting, seen = [struct.unpack_from("<I", directory, 76)[0]], {_NONE}
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        length, _kind, _colour, left, right = struct.unpack_from("<HBB2I", directory, key * _ENTRY + 64)
        yield directory[key * _ENTRY :][: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        waiting += [left, right]
