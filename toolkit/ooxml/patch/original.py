"""The original kept inside its marked copy: whatever the copy does not hold anyway, and how to join it.

The part lists pieces of the original file: bytes of its own, or the compressed bytes of a file that
the copy has unchanged. It answers only while the copy is exactly as it was written; once somebody
has worked on it the original is past, and the marks have to be taken out one by one.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from itertools import chain

from toolkit.errors import UnreadableWorkbook
from toolkit.ooxml.package import Package
from toolkit.ooxml.patch.packing import Item, bodies, digest, new_item

PART = "xl/indicatorToolkit/original.bin"
CONTENT_TYPE = "application/octet-stream"
_HEAD = 8


def keep_original(package: Package, files: Sequence[Item], changed: Mapping[str, bytes | None]) -> Item:
    """The part that brings the package back out of a copy with these files."""
    touched = {name.lower() for name in changed}
    unchanged = [entry for key, entry in package.entries.items() if key not in touched]
    pieces: list[int | str] = []
    own: list[bytes] = []
    position = 0
    for entry in sorted(unchanged, key=lambda entry: entry.start):
        own.append(package.data[position : entry.start])
        pieces.extend((len(own[-1]), entry.name))
        position = entry.start + entry.size
    own.append(package.data[position:])
    head = json.dumps(
        {
            "pieces": [*pieces, len(own[-1])],
            "original": hashlib.sha256(package.data).hexdigest(),
            "copy": digest((item.name, item.checksum, item.body) for item in files),
        }
    )
    packed = zlib.compress(head.encode("ascii"), 6)
    content = b"".join(chain([len(packed).to_bytes(_HEAD, "big"), packed], own))
    return new_item(PART, content, compress=False)


def restore_original(package: Package) -> bytes | None:
    """The original file, or None where the copy was changed since or never held one."""
    if PART not in package:
        return None
    try:
        content = package.read(PART)
        size = int.from_bytes(content[:_HEAD], "big")
        inflater = zlib.decompressobj()
        head = json.loads(inflater.decompress(content[_HEAD : _HEAD + size], package.meter.limits.xml_node))
        others = (body for body in bodies(package) if body[0].lower() != PART.lower())
        if head["copy"] != digest(others):
            return None
        data = _joined(package, head["pieces"], content[_HEAD + size :])
    except (UnreadableWorkbook, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return None
    return data if hashlib.sha256(data).hexdigest() == head["original"] else None


def _joined(package: Package, pieces: Sequence[int | str], own: bytes) -> bytes:
    """The pieces one after another. Raises ValueError for one used twice, KeyError for an unknown one."""
    joined: list[bytes] = []
    used: set[str] = set()
    position = 0
    for piece in pieces:
        if isinstance(piece, int):
            joined.append(own[position : position + max(piece, 0)])
            position += max(piece, 0)
            continue
        entry = package.entries[piece.lower()]
        if piece.lower() in used:
            raise ValueError("a file is used twice")
        used.add(piece.lower())
        joined.append(package.data[entry.start : entry.start + entry.size])
    return b"".join(joined)
