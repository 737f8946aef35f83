"""Phrases marked inside a text: coloured on a terminal, in 【】 elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.reporters.style import Style
from toolkit.reporters.wrapping import CLOSE, OPEN, one_line, wrap

Span = tuple[int, int]


def marked_lines(text: str, spans: Iterable[Span], columns: int, style: Style) -> Iterator[str]:
    """The text in lines of at most ``columns``, with the phrases at ``spans`` marked."""
    begun = False
    for line in wrap(_marked(one_line(text), spans), columns):
        if not style.colour:
            yield line.replace(OPEN, "【").replace(CLOSE, "】")
            continue
        painted = [
            style.phrase(part) if inside else part for part, inside in _parts(line, begun=begun) if part
        ]
        begun = (begun or OPEN in line) and line.rfind(OPEN) >= line.rfind(CLOSE)
        yield "".join(painted)


def _marked(text: str, spans: Iterable[Span]) -> str:
    """The text with signs around the phrases; of two that overlap the first, the longer one, is marked."""
    pieces, done = [], 0
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if start >= done and end > start:
            pieces += [text[done:start], OPEN, text[start:end], CLOSE]
            done = end
    return "".join([*pieces, text[done:]])


def _parts(line: str, *, begun: bool) -> Iterator[tuple[str, bool]]:
    """The line cut at the signs, each part with whether it stands inside of a mark."""
    inside = begun
    while line:
        sign = CLOSE if inside else OPEN
        part, _, line = line.partition(sign)
        yield part, inside
        inside = not inside
