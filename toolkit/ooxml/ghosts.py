"""Ghost rows: rows that hold formats and nothing else, often down to row 100,000.

Every value needs an element ``v``, every formula an ``f``, every inline string the word
``inlineStr``, every merged range ``mergeCell``, every reference ``&``. Bytes with none of the
letters v, f, l and none of & ! ? therefore hold nothing that a reader would keep, and searching
for single bytes is a hundred times cheaper than parsing.
"""

from __future__ import annotations

from collections.abc import Iterator

_MARKS = (b"v", b"f", b"l", b"&", b"!", b"?")
_ROW = b"<row "


def without_ghost_rows(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same XML, in an ASCII-compatible encoding, with runs of ghost rows left out."""
    plain = True
    for chunk in chunks:
        # Inside a comment or CDATA section a row would be text, so from there on nothing is cut.
        if b"!" in chunk and b"<!" in chunk:
            plain = False
        yield _cut(chunk) if plain and _ROW in chunk else chunk


def _cut(chunk: bytes) -> bytes:
    places = [place for mark in _MARKS if (place := chunk.find(mark)) >= 0]
    if not places:
        return _cut_between(chunk, 0, len(chunk))
    last = max(chunk.rfind(mark) for mark in _MARKS)
    return _cut_between(_cut_between(chunk, last, len(chunk)), 0, min(places))


def _cut_between(chunk: bytes, start: int, end: int) -> bytes:
    first, last = chunk.find(_ROW, start, end), chunk.rfind(_ROW, start, end)
    close = chunk.find(b">", last, end)
    if close < 0:
        last = chunk.rfind(_ROW, start, max(last, 0))
        close = chunk.find(b">", last, end)
    if first < 0 or last <= first:
        return chunk
    # The last row stays, with its number, for a row after it that has none of its own.
    if b' r="' not in chunk[last:close]:
        return chunk
    return chunk[:first] + chunk[last:]
