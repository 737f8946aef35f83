"""Zip archives written byte by byte, so that a test can make any field of any header lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

STORED, DEFLATED = 0, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry. What is None is worked out truthfully; all else is written as it is given.

    ``body`` replaces the compressed bytes, ``offset`` the place of the local header.
    """

    name: bytes
    data: bytes = b""
    method: int = DEFLATED
    flags: int = 0x800
    body: bytes | None = None
    checksum: int | None = None
    size: int | None = None
    full: int | None = None
    offset: int | None = None
    extra: bytes = b""
    listed_only: bool = False


def items(parts: Mapping[str, bytes]) -> list[Item]:
    """Honest entries for these parts."""
    return [Item(name=name.encode(), data=data) for name, data in parts.items()]


def pack(parts: Mapping[str, bytes]) -> bytes:
    """An honest archive of these parts, the same bytes for the same parts."""
    return archive(items(parts))


def deflate(data: bytes) -> bytes:
    """The raw deflate stream of the data."""
    compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


def bomb(head: bytes, block: bytes, times: int, tail: bytes) -> Item:
    """An entry of ``head``, many times ``block`` and ``tail``, made without holding it whole."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    checksum, full, pieces = 0, 0, []
    for piece in (head, *[block] * times, tail):
        checksum, full = zlib.crc32(piece, checksum), full + len(piece)
        pieces.append(compressor.compress(piece))
    body = b"".join(pieces) + compressor.flush()
    return Item(name=b"", body=body, checksum=checksum, full=full)


def archive(
    entries: Iterable[Item], *, comment: bytes = b"", count: int | None = None, after: bytes = b""
) -> bytes:
    """The archive; ``count`` is what the end record claims, ``after`` follows the end record."""
    content, directory, number = bytearray(), bytearray(), 0
    for entry in entries:
        item = _completed(entry)
        offset = len(content) if item.offset is None else item.offset
        if not item.listed_only:
            content += _local(item)
        directory += _listed(item, offset)
        number += 1
    claimed = number if count is None else count
    end = struct.pack(
        "<4s4H2IH",
        b"PK\5\6",
        0,
        0,
        claimed & 0xFFFF,
        claimed & 0xFFFF,
        len(directory),
        len(content),
        len(comment),
    )
    return bytes(content + directory + end + comment + after)


def _completed(item: Item) -> Item:
    body = item.body
    if body is None:
        body = deflate(item.data) if item.method == DEFLATED else item.data
    return replace(
        item,
        body=body,
        checksum=zlib.crc32(item.data) if item.checksum is None else item.checksum,
        size=len(body) if item.size is None else item.size,
        full=len(item.data) if item.full is None else item.full,
    )


def _local(item: Item) -> bytes:
    numbers = 20, item.flags, item.method, 0, 33, item.checksum, item.size, item.full, len(item.name), 0
    return struct.pack("<4s5H3I2H", b"PK\3\4", *numbers) + item.name + (item.body or b"")


def _listed(item: Item, offset: int) -> bytes:
    numbers = 20, 20, item.flags, item.method, 0, 33, item.checksum, item.size, item.full
    lengths = len(item.name), len(item.extra), 0, 0, 0, 0, offset
    return struct.pack("<4s6H3I5H2I", b"PK\1\2", *numbers, *lengths) + item.name + item.extra
