"""The zip written anew: what did not change is copied as it was compressed, byte for byte."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from toolkit.ooxml.archive import Entry
from toolkit.ooxml.package import Package

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_RECORD = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_SIZED, _UTF8 = 0x8, 0x800
_STORED, _DEFLATED, _VERSION = 0, 8, 20
# The first day that a zip can name: a copy made twice is the same twice.
_DATE = 0x21
_FULL = 0xFFFFFFFF


class Item(NamedTuple):
    """One file to write. ``body`` is compressed by ``method``, ``full`` its size before that."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    time: int
    date: int
    checksum: int
    full: int
    attributes: int
    body: bytes


def items(package: Package, changes: Mapping[str, bytes | None]) -> list[Item]:
    """The files of the package with these changes by name; None leaves a file out, new ones come last."""
    waiting = {name.lower(): (name, content) for name, content in changes.items()}
    kept: list[Item] = []
    for key, entry in package.entries.items():
        item = _kept(package, entry)
        if key not in waiting:
            kept.append(item)
            continue
        _, content = waiting.pop(key)
        if content is not None:
            kept.append(_changed(item, content))
    return kept + [new_item(name, content) for name, content in waiting.values() if content is not None]


def new_item(name: str, content: bytes, *, compress: bool = True) -> Item:
    """A file that was not there before; its name is plain ASCII."""
    body = _deflated(content) if compress else content
    method = _DEFLATED if compress else _STORED
    checksum = zlib.crc32(content)
    return Item(name, name.encode("ascii"), 0, method, 0, _DATE, checksum, len(content), 0, body)


def digest(files: Iterable[tuple[str, int, bytes]]) -> str:
    """One number for the names, checksums and compressed bytes of some files, in whatever order they are."""
    total = hashlib.sha256()
    for name, checksum, body in sorted((name.lower(), checksum, body) for name, checksum, body in files):
        total.update(f"{name}\n{checksum}\n{len(body)}\n".encode("utf-8", "surrogatepass"))
        total.update(body)
    return total.hexdigest()


def pack(files: Iterable[Item]) -> bytes:
    """The zip of these files."""
    pieces: list[bytes] = []
    records: list[bytes] = []
    position = 0
    for item in files:
        records.append(_record(item, position))
        piece = _header(item) + item.raw_name + item.body
        pieces.append(piece)
        position += len(piece)
    directory = b"".join(records)
    end = _END.pack(b"PK\5\6", 0, 0, len(records), len(records), len(directory), position, 0)
    return b"".join([*pieces, directory, end])


def _header(item: Item) -> bytes:
    sizes = item.checksum, len(item.body), item.full
    fields = _VERSION, item.flags, item.method, item.time, item.date, *sizes, len(item.raw_name), 0
    return _LOCAL.pack(b"PK\3\4", *fields)


def _record(item: Item, position: int) -> bytes:
    sizes = item.checksum, len(item.body), item.full
    fields = _VERSION, _VERSION, item.flags, item.method, item.time, item.date, *sizes, len(item.raw_name)
    return _RECORD.pack(b"PK\1\2", *fields, 0, 0, 0, 0, item.attributes, position) + item.raw_name


def _kept(package: Package, entry: Entry) -> Item:
    fields = _RECORD.unpack_from(package.data, entry.record)
    _, _, _, flags, method, time, date, checksum, _, full, name_length, *_, attributes, _ = fields
    start = entry.record + _RECORD.size
    if full == _FULL:
        full = len(package.read(entry.name))
    body = package.data[entry.start : entry.start + entry.size]
    name = package.data[start : start + name_length]
    return Item(entry.name, name, flags & ~_SIZED, method, time, date, checksum, full, attributes, body)


def _changed(item: Item, content: bytes) -> Item:
    return item._replace(
        method=_DEFLATED, checksum=zlib.crc32(content), full=len(content), body=_deflated(content)
    )


def _deflated(content: bytes) -> bytes:
    compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
    return compressor.compress(content) + compressor.flush()


def bodies(package: Package) -> Iterator[tuple[str, int, bytes]]:
    """Name, checksum and compressed bytes of every file in a package."""
    for entry in package.entries.values():
        yield entry.name, entry.checksum, package.data[entry.start : entry.start + entry.size]
