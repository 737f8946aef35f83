"""The boxes in which notes are shown: VML, made as large as their texts and put beside their cells.

A drawing may hold buttons and may not even be well-formed, as old Excel writes them. It is therefore
never parsed: our shapes go before its end, and only whole shapes of notes come out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from toolkit.ooxml.patch.outline import Address, Outline
from toolkit.workbook import LAST_COLUMN, LAST_ROW

NEW_DRAWING = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"%b>'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style=\'position:absolute;width:{width}pt;'
    'height:{height}pt;z-index:{layer};visibility:hidden\' fillcolor="#ffffe1" o:insetmode="auto"{spaces}>'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    "<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>"
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_SPACES = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_NUMBER = re.compile(rb"_x0000_s([0-9]{1,9})")
_SHAPE_BEGIN, _SHAPE_END = b"<v:shape ", b"</v:shape>"
_NOTE = b'ObjectType="Note"'
_ANCHOR = re.compile(rb"(<x:Anchor>)\s*([0-9]{1,7}(?:\s*,\s*[0-9]{1,7}){7})\s*</x:Anchor>")
_PLACE = re.compile(
    rb"<x:Row>\s*([0-9]{1,7})\s*</x:Row>.*?<x:Column>\s*([0-9]{1,7})\s*</x:Column>", re.DOTALL
)
_FIRST_NUMBER = 1025
_WIDTH, _LINE, _MARGIN = 300, 17, 14
_COLUMNS_IN_LINE = 44
_TALLEST = 620
# Past so many hidden rows or columns a box is allowed to be too small.
_FARTHEST = 250


def with_shapes(drawing: bytes, notes: Mapping[Address, str], found: Outline) -> bytes:
    """The drawing with a box for each of these notes."""
    end = drawing.rfind(b"</xml>")
    end = len(drawing) if end < 0 else end
    head = drawing[:end]
    spaces = b"".join(
        b' xmlns:%b="%b"' % (key, value)
        for key, value in _SPACES.items()
        if b'xmlns:%b="%b"' % (key, value) not in head
    )
    first = max([_FIRST_NUMBER - 1, *(int(number) for number in _NUMBER.findall(head))]) + 1
    kind = b"" if b'id="_x0000_t202"' in head else _TYPE % spaces
    shapes = [
        _shape(number, place, text, found, spaces.decode("ascii"))
        for number, (place, text) in enumerate(sorted(notes.items()), first)
    ]
    return b"".join([head, kind, *shapes, drawing[end:]])


def without_shapes(drawing: bytes, places: AbstractSet[Address]) -> bytes:
    """The drawing without the boxes of the notes on these cells."""
    return b"".join(piece for piece in _pieces(drawing) if _noted(piece) not in places)


def with_taller_shapes(drawing: bytes, notes: Mapping[Address, str], found: Outline) -> bytes:
    """The drawing with the boxes of notes that are there made taller by these texts."""
    return b"".join(
        _taller(piece, notes[place], found) if (place := _noted(piece)) in notes and place else piece
        for piece in _pieces(drawing)
    )


def _pieces(drawing: bytes) -> Iterator[bytes]:
    """The drawing cut before and behind each shape, in one go however it is written."""
    position = 0
    while (start := drawing.find(_SHAPE_BEGIN, position)) >= 0:
        end = drawing.find(_SHAPE_END, start)
        if end < 0:
            break
        yield drawing[position:start]
        position = end + len(_SHAPE_END)
        yield drawing[start:position]
    yield drawing[position:]


def _noted(piece: bytes) -> Address | None:
    """The cell whose note is shown in this box; None for anything else."""
    place = _PLACE.search(piece) if piece.startswith(_SHAPE_BEGIN) and _NOTE in piece else None
    return (int(place[1]) + 1, int(place[2]) + 1) if place else None


def _taller(shape: bytes, text: str, found: Outline) -> bytes:
    anchor = _ANCHOR.search(shape)
    if anchor is None:
        return shape
    numbers = [int(number) for number in anchor[2].split(b",")]
    bottom, rest = numbers[-2:]
    more = min(_lines(text) * _LINE, _TALLEST)
    numbers[-2:] = _walk(bottom, rest + more, lambda number: _row_pixels(found, number), LAST_ROW - 1)
    written = ", ".join(map(str, numbers)).encode("ascii")
    return shape[: anchor.start(2)] + written + shape[anchor.end(2) :]


def _shape(number: int, place: Address, text: str, found: Outline, spaces: str) -> bytes:
    height = min(_lines(text) * _LINE + _MARGIN, _TALLEST)
    row, column = place
    return _SHAPE.format(
        number=number,
        width=_WIDTH * 0.75,
        height=height * 0.75,
        layer=number - _FIRST_NUMBER + 1,
        anchor=_anchor(row, column, height, found),
        row=row - 1,
        column=column - 1,
        spaces=spaces,
    ).encode("ascii")


def _lines(text: str) -> int:
    """How many lines the text takes in a box."""
    return sum(-(-_columns(line) // _COLUMNS_IN_LINE) or 1 for line in text.split("\n"))


def _columns(line: str) -> int:
    return sum(1 if character.isascii() else 2 for character in line)


def _anchor(row: int, column: int, height: int, found: Outline) -> str:
    """Where the box begins and ends, in cells and pixels within them, counted from 0."""
    left = min(column, LAST_COLUMN - 1)
    top = max(row - 2, 0)
    right, right_rest = _walk(
        left, 15 + _WIDTH, lambda number: _column_pixels(found, number), LAST_COLUMN - 1
    )
    bottom, bottom_rest = _walk(top, 8 + height, lambda number: _row_pixels(found, number), LAST_ROW - 1)
    return f"{left}, 15, {top}, 8, {right}, {right_rest}, {bottom}, {bottom_rest}"


def _walk(start: int, distance: int, size: Callable[[int], int], last: int) -> tuple[int, int]:
    """The cell that many pixels further on, and the pixels left over in it."""
    place = start
    last = min(last, start + _FARTHEST)
    while place < last and distance >= size(place):
        distance -= size(place)
        place += 1
    return place, distance


def _column_pixels(found: Outline, number: int) -> int:
    width = found.widths.get(number + 1, found.default_width)
    return round(width * 7 + 5) if width else 0


def _row_pixels(found: Outline, number: int) -> int:
    return round(found.heights.get(number + 1, found.default_height) * 96 / 72)
