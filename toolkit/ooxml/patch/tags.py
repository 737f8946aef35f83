"""Start tags as bytes: one attribute read or set, and everything else in the tag left as it is written."""

from __future__ import annotations

import re

_TAG = re.compile(rb"<[^\s<>/\"']+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(rb"\s+([^\s=<>\"'/]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_NAME = re.compile(rb"<([^\s<>/]+)")


def tag_end(data: bytes, start: int) -> int:
    """Where the start tag that begins here ends. Raises ValueError where none begins."""
    match = _TAG.match(data, start)
    if match is None:
        raise ValueError("no start tag")
    return match.end()


def tag_name(tag: bytes) -> bytes:
    """The name as it is written, prefix included."""
    match = _NAME.match(tag)
    return match[1] if match else b""


def prefix(tag: bytes) -> bytes:
    """The prefix with its colon, or nothing."""
    before, colon, _ = tag_name(tag).rpartition(b":")
    return before + colon


def set_attributes(tag: bytes, values: dict[bytes, bytes | None]) -> bytes:
    """The tag with these attributes, the values ready to be written; None takes an attribute out."""
    waiting = dict(values)
    pieces: list[bytes] = []
    end = len(tag_name(tag)) + 1
    pieces.append(tag[:end])
    while match := _ATTRIBUTE.match(tag, end):
        name = match[1]
        if name not in values:
            pieces.append(match[0])
        elif (value := waiting.pop(name, None)) is not None:
            pieces.append(b' %b="%b"' % (name, value))
        end = match.end()
    pieces.extend(b' %b="%b"' % (name, value) for name, value in waiting.items() if value is not None)
    return b"".join([*pieces, tag[end:].lstrip() if tag[end:].strip() == b">" else tag[end:]])


def namespaces(tag: bytes) -> bytes:
    """The namespace declarations of the tag, as they are written."""
    found = _ATTRIBUTE.finditer(tag, len(tag_name(tag)) + 1)
    return b"".join(match[0] for match in found if match[1].startswith(b"xmlns"))
