"""What a cell looks like before it is marked, and how it gets that look back.

Phrases are counted in units of UTF-16, as Excel counts characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from toolkit.excel.native import AUTOMATIC, ink, set_ink
from toolkit.finding import Severity
from toolkit.marks import CellMark
from toolkit.ooxml.patch.colours import FILLS
from toolkit.ooxml.patch.memory import Look
from toolkit.ooxml.patch.notes import without_our_part
from toolkit.ooxml.patch.runs import RED

if TYPE_CHECKING:
    import xlwings as xw

Colour = tuple[int, int, int]
_FILL = '<fill><patternFill patternType="solid"><fgColor rgb="FF{}"/></patternFill></fill>'
_SOLID = re.compile(r'fgColor rgb="[0-9A-Fa-f]{2}([0-9A-Fa-f]{6})"')


def colour_of(digits: str) -> Colour:
    """``FFCDD3`` as red, green and blue."""
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


_OUR_FILLS = frozenset(map(colour_of, FILLS.values()))
# Excel's own numbers of colours count blue first.
_RED_INK = int.from_bytes(bytes.fromhex(RED[2:]), "little")


class Ink(NamedTuple):
    """Characters of one colour, from ``start`` to before ``stop``."""

    start: int
    stop: int
    colour: int


def look_of(cell: xw.Range) -> Look:
    """The fill of a cell as the marked copy remembers it; ours is none."""
    fill = cell.color
    return (
        Look() if fill is None or fill in _OUR_FILLS else Look(fill=_FILL.format(bytes(fill).hex().upper()))
    )


def inks_under(cell: xw.Range, mark: CellMark) -> tuple[Ink, ...]:
    """The colours of the phrases that are to be red."""
    return tuple(each for start, stop in _places(cell, mark) for each in _inks(cell, start, stop))


def paint(cell: xw.Range, mark: CellMark, *, note: bool) -> None:
    """Give a cell its fill and its red phrases, and its note where it may have one."""
    cell.color = _fill(mark.severity)
    for start, stop in _places(cell, mark):
        set_ink(cell.characters[start:stop], _RED_INK)
    if note:
        _add_note(cell, mark.note)


def digest_of(text: object) -> int:
    """What tells a text from another one."""
    return crc32(str(text).encode("utf-8", "surrogatepass"))


def restore(cell: xw.Range, look: Look, inks: tuple[Ink, ...], digest: int | None) -> None:
    """Take our marks off a cell; what somebody has changed since stays as it is."""
    if cell.color in _OUR_FILLS:
        former = _SOLID.search(look.fill)
        cell.color = colour_of(former[1]) if former else None
    _take_red(cell, inks, digest)
    _take_note(cell)


def _fill(severity: Severity) -> Colour:
    return colour_of(FILLS[severity])


def _places(cell: xw.Range, mark: CellMark) -> list[tuple[int, int]]:
    """Where the phrases are; nowhere in a formula or a number, and not where the text is another."""
    text = cell.value
    if not mark.phrases or not isinstance(text, str) or str(cell.formula).startswith("="):
        return []
    return [
        (_units(text[: each.start]), _units(text[: each.end]))
        for each in mark.phrases
        if text[each.start : each.end] == each.text
    ]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


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


def _take_red(cell: xw.Range, inks: tuple[Ink, ...], digest: int | None) -> None:
    """Colours go back where they were; in a text that is another by now, red is looked for."""
    text = cell.value
    if not isinstance(text, str) or (digest is not None and not inks):
        return
    if digest == digest_of(text):
        for former in inks:
            set_ink(cell.characters[former.start : former.stop], former.colour)
        return
    runs = list(_inks(cell, 0, _units(text)))
    beside = next((run.colour for run in runs if run.colour != _RED_INK), AUTOMATIC)
    for red in runs:
        if red.colour == _RED_INK:
            _recolour(cell, red, inks, beside)


def _recolour(cell: xw.Range, red: Ink, inks: tuple[Ink, ...], beside: int) -> None:
    """The former colours; characters that were not there before get the colour beside them."""
    set_ink(cell.characters[red.start : red.stop], beside)
    for former in inks:
        start, stop = max(red.start, former.start), min(red.stop, former.stop)
        if start < stop and former.colour != beside:
            set_ink(cell.characters[start:stop], former.colour)


def _add_note(cell: xw.Range, text: str) -> None:
    note = cell.note
    if note is None:
        cell.add_note(text)
        return
    others = without_our_part(note.text)
    note.text = f"{others}\n\n{text}" if others.strip() else text


def _take_note(cell: xw.Range) -> None:
    note = cell.note
    if note is None:
        return
    text = note.text
    others = without_our_part(text)
    if others == text:
        return
    if others.strip():
        note.text = others
    else:
        note.delete()
