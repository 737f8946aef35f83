"""The phrases of a cell in red, and the colours that they had.

Phrases are counted in units of UTF-16, as Excel counts characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from zlib import crc32

from toolkit.excel.book import range_of
from toolkit.excel.boxes import Box, Place, spread
from toolkit.excel.native import AUTOMATIC, ink, number_of, set_ink
from toolkit.marks import CellMark
from toolkit.ooxml.patch.colours import RED
from toolkit.workbook import Cell

if TYPE_CHECKING:
    import xlwings as xw

_RED = number_of(RED[2:])
Spans: TypeAlias = Sequence[tuple[int, int]]


class Ink(NamedTuple):
    """Characters of one colour, from ``start`` to before ``stop``."""

    start: int
    stop: int
    colour: int


def spans_of(cell: Cell | None, mark: CellMark) -> Spans:
    """Where the phrases are; nowhere in a formula or a number, and not where the text is another.

    A phrase that is the whole text has the fill alone, as in the marked copy.
    """
    if cell is None or cell.formula is not None or not isinstance(cell.value, str):
        return ()
    text = cell.value
    return [
        (_units(text[: each.start]), _units(text[: each.end]))
        for each in mark.phrases
        if text[each.start : each.end] == each.text != text
    ]


def digest_of(text: object) -> int:
    """What tells a text from another one."""
    return crc32(str(text).encode("utf-8", "surrogatepass"))


def inks_under(sheet: xw.Sheet, spans: Mapping[Place, Spans]) -> dict[Place, tuple[Ink, ...]]:
    """The colours of the phrases that are to be red."""

    def ask(box: Box) -> int | None:
        return ink(range_of(sheet, box))

    concerned = [place for place, phrases in spans.items() if phrases]
    return {
        place: tuple(_inks_in(sheet, place, spans[place], colour)) for place, colour in spread(concerned, ask)
    }


def redden(sheet: xw.Sheet, spans: Mapping[Place, Spans]) -> None:
    """Make the phrases red."""
    for place, phrases in spans.items():
        cell = sheet.range(place) if phrases else None
        for start, stop in phrases if cell is not None else ():
            set_ink(cell.characters[start:stop], _RED)  # type: ignore[union-attr]


def take_red(cell: xw.Range, text: object, inks: tuple[Ink, ...], digest: int | None) -> None:
    """Colours go back where they were; in a ``text`` that is another by now, red is looked for."""
    if not isinstance(text, str) or (digest is not None and not inks):
        return
    if digest == digest_of(text):
        for former in inks:
            set_ink(cell.characters[former.start : former.stop], former.colour)
        return
    runs = list(_inks(cell, 0, _units(text)))
    beside = next((run.colour for run in runs if run.colour != _RED), AUTOMATIC)
    for red in runs:
        if red.colour == _RED:
            _recolour(cell, red, inks, beside)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _inks_in(sheet: xw.Sheet, place: Place, phrases: Spans, colour: int | None) -> Iterator[Ink]:
    """The phrases in the ``colour`` of the whole cell, or looked at where it has several."""
    for start, stop in phrases:
        if colour is not None:
            yield Ink(start, stop, colour)
        else:
            yield from _inks(sheet.range(place), start, stop)


def _inks(cell: xw.Range, start: int, stop: int) -> Iterator[Ink]:
    """The characters by colour; halved where Excel says that they differ."""
    if stop <= start:
        return
    colour = ink(cell.characters[start:stop])
    if colour is not None:
        yield Ink(start, stop, colour)
    elif stop - start > 1:
        middle = (start + stop) // 2
        yield from _inks(cell, start, middle)
        yield from _inks(cell, middle, stop)


def _recolour(cell: xw.Range, red: Ink, inks: tuple[Ink, ...], beside: int) -> None:
    """The former colours; characters that were not there before get the colour beside them."""
    set_ink(cell.characters[red.start : red.stop], beside)
    for former in inks:
        start, stop = max(red.start, former.start), min(red.stop, former.stop)
        if start < stop and former.colour != beside:
            set_ink(cell.characters[start:stop], former.colour)
