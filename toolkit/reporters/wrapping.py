"""Lines that fit a terminal: Chinese characters take two columns, and some may not begin a line."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

_WIDE = frozenset("WFA")  # ambiguous ones too: consoles set to Chinese show them wide
_CONTROL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
OPEN, CLOSE = "\ue000", "\ue001"  # around a marked phrase; one_line lets neither through
_CLOSING = CLOSE + "，。、；：？！）》」』】〉”’,.;:?!)]}%‰…"
_OPENING = OPEN + "（《「『【〈“‘([{"
_PIECES = re.compile(rf"[{re.escape(_OPENING)}]*(?:[!-~]+|\S)?[{re.escape(_CLOSING)}]*\s*")


def one_line(text: str) -> str:
    """The text on one line, character for character: a workbook must not steer a terminal."""
    if text.isprintable():
        return text
    return "".join(_harmless(mark) for mark in text)


def _harmless(mark: str) -> str:
    if mark.isspace():
        return " "
    return "?" if unicodedata.category(mark) in _CONTROL else mark


@lru_cache(8192)
def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    try:
        return len(text.encode("gbk"))  # one byte for a narrow sign and two for a wide one
    except UnicodeEncodeError:
        return sum(2 if unicodedata.east_asian_width(mark) in _WIDE else 1 for mark in text)


def hanging(text: str) -> str:
    """Blanks as wide as the text on a terminal that shows ambiguous marks narrow, as most do now."""
    return " " * (len(text) if text.isascii() else sum(map(_columns, text)))


@lru_cache(8192)
def _columns(mark: str) -> int:
    return 2 if unicodedata.east_asian_width(mark) in "WF" else 1


def shorten(text: str, columns: int) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if width(text) <= columns:
        return text
    room = columns - width("…")
    for end, mark in enumerate(text):
        room -= width(mark)
        if room < 0:
            return text[:end] + "…"
    return text


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most ``columns``; numbers and Latin words stay whole where they can."""
    if width(text) <= columns:
        return [text.rstrip()] if text else []
    pieces = _pieces(text, columns)
    ends = [*accumulate(map(width, pieces))]
    lines: list[str] = []
    first = before = 0
    while first < len(pieces):
        last = max(first + 1, bisect_right(ends, before + columns))
        # blanks behind the last piece may stand over the edge
        if last < len(pieces) and ends[last - 1] + width(pieces[last].rstrip()) <= before + columns:
            last += 1
        lines.append("".join(pieces[first:last]).rstrip())
        first, before = last, ends[last - 1]
    return lines


def _pieces(text: str, columns: int) -> list[str]:
    """What may not be broken, in order; a piece wider than a line is cut all the same."""
    pieces: list[str] = _PIECES.findall(text)[:-1]  # at the end nothing is found once more
    if max(map(width, pieces)) <= columns:
        return pieces
    return [part for piece in pieces for part in _cut(piece, columns)]


def _cut(piece: str, columns: int) -> Iterator[str]:
    while width(piece) > columns:
        end = max(1, columns if piece.isascii() else columns // 2)
        yield piece[:end]
        piece = piece[end:]
    if piece:
        yield piece
