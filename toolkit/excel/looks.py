"""What the cells of a sheet look like before they are marked, and how they get that look back.

Facts are asked of many cells at once and fills are given by their colour, because every call to Excel
is a way to another process and back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from toolkit.excel.book import range_of
from toolkit.excel.boxes import Box, Place, around, spread
from toolkit.excel.inks import Spans, digest_of, inks_under, redden, take_red
from toolkit.excel.memory import Marked
from toolkit.excel.native import NO_FILL, add_note, fill, has_notes, number_of, set_fill
from toolkit.marks import CellMark
from toolkit.ooxml.patch.colours import FILLS
from toolkit.ooxml.patch.memory import Look
from toolkit.ooxml.patch.signature import without_our_part
from toolkit.workbook import Sheet

if TYPE_CHECKING:
    import xlwings as xw
    from xlwings.main import Note

_FILL = '<fill><patternFill patternType="solid"><fgColor rgb="FF{}"/></patternFill></fill>'
_SOLID = re.compile(r'fgColor rgb="[0-9A-Fa-f]{2}([0-9A-Fa-f]{6})"')


_OUR_FILLS = {severity: number_of(digits) for severity, digits in FILLS.items()}


def looks_under(
    sheet: xw.Sheet, model: Sheet, marks: Iterable[Place], spans: Mapping[Place, Spans]
) -> Iterator[Marked]:
    """The cells that are to be marked, as they look before; ``spans`` are the phrases to be red."""
    places = list(marks)
    fills, inks = _fills(sheet, places), inks_under(sheet, spans)
    for place in places:
        cell = model.cell(*place)
        digest = digest_of(cell.value if cell else None)
        yield Marked(sheet.name, *place, _look(fills[place]), inks.get(place, ()), digest)


def paint(
    sheet: xw.Sheet, marks: Mapping[Place, CellMark], spans: Mapping[Place, Spans], talked: set[Place]
) -> None:
    """Give cells their fills and red phrases, and their notes but for those that may have none."""
    for severity, colour in _OUR_FILLS.items():
        set_fill(sheet, [place for place, mark in marks.items() if mark.severity is severity], colour)
    redden(sheet, spans)
    noted = has_notes(sheet)
    for place, mark in marks.items():
        if place not in talked:
            _add_note(sheet.range(place), mark.note, noted=noted)


def restore(sheet: xw.Sheet, marked: Sequence[Marked]) -> None:
    """Take our marks off a sheet; what somebody has changed since stays as it is."""
    places = [(each.row, each.column) for each in marked]
    _give_back(sheet, {(each.row, each.column): each.look for each in marked})
    texts = _texts(sheet, places)
    for place, each in zip(places, marked, strict=True):
        take_red(sheet.range(place), texts.get(place), each.inks, each.digest)
    notes = [sheet.range(place).note for place in places] if has_notes(sheet) else []
    for note in notes:
        if note is not None:
            _take_out(note)


def _fills(sheet: xw.Sheet, places: Sequence[Place]) -> dict[Place, int | None]:
    def ask(box: Box) -> int | None:
        return fill(range_of(sheet, box))

    return dict(spread(places, ask))


def _look(colour: int | None) -> Look:
    """A fill as the marked copy remembers it; ours is none."""
    if colour is None or colour == NO_FILL or colour in _OUR_FILLS.values():
        return Look()
    return Look(fill=_FILL.format(colour.to_bytes(3, "little").hex().upper()))


def _give_back(sheet: xw.Sheet, looks: Mapping[Place, Look]) -> None:
    by_colour: dict[int, list[Place]] = defaultdict(list)
    for place, colour in _fills(sheet, list(looks)).items():
        if colour in _OUR_FILLS.values():
            former = _SOLID.search(looks[place].fill)
            by_colour[number_of(former[1]) if former else NO_FILL].append(place)
    for colour, places in by_colour.items():
        set_fill(sheet, places, colour)


def _texts(sheet: xw.Sheet, places: Sequence[Place]) -> dict[Place, object]:
    """What stands in the cells, in one reading."""
    if not places:
        return {}
    box = around(places)
    grid = range_of(sheet, box).options(ndim=2).value
    return {(row, column): grid[row - box.first_row][column - box.first_column] for row, column in places}


def _add_note(cell: xw.Range, text: str, *, noted: bool) -> None:
    note = cell.note if noted else None
    if note is None:
        add_note(cell, text)
        return
    others = without_our_part(note.text)
    note.text = f"{others}\n\n{text}" if others.strip() else text


def _take_out(note: Note) -> None:
    """Our part of a note, or the note where it has no other."""
    text = note.text
    others = without_our_part(text)
    if others == text:
        return
    if others.strip():
        note.text = others
    else:
        note.delete()
