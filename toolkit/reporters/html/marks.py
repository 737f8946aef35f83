"""A cell's text cut into pieces, so that each phrase with a finding can be marked, also where two overlap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from toolkit.finding import Severity

_FIGURE = "figure"
_ORDER = (*(severity.value for severity in Severity), _FIGURE)


class Mark(NamedTuple):
    """A span to be marked: by a severity and the number of its finding, or as a figure without one."""

    span: tuple[int, int]
    kind: str
    number: int | None = None


class Piece(NamedTuple):
    """A piece of a text. ``kind`` is the gravest mark on it, ``numbers`` are the findings that end here."""

    text: str
    kind: str | None
    numbers: tuple[int, ...]


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The text in pieces, in order; together they are the text."""
    return tuple(_cut(text, [mark for mark in marks if 0 <= mark.span[0] < mark.span[1] <= len(text)]))


def figure(span: tuple[int, int]) -> Mark:
    """The mark of a figure that was understood."""
    return Mark(span, _FIGURE)


def _cut(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    begin: defaultdict[int, list[Mark]] = defaultdict(list)
    end: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        begin[mark.span[0]].append(mark)
        end[mark.span[1]].append(mark)
    open_kinds: Counter[str] = Counter()
    places = sorted({0, len(text), *begin, *end})
    for place, following in pairwise(places):
        open_kinds.update(mark.kind for mark in begin[place])
        kind = next((kind for kind in _ORDER if open_kinds[kind]), None)
        yield Piece(text[place:following], kind, tuple(_numbers(end[following])))
        open_kinds.subtract(mark.kind for mark in end[following])


def _numbers(marks: Iterable[Mark]) -> Iterator[int]:
    return iter(sorted(mark.number for mark in marks if mark.number is not None))
