"""Fills, fonts, phrases and notes of LibreOffice under the names of Excel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toolkit.excel.libreoffice.cells import Range
    from toolkit.excel.libreoffice.sheets import Sheet

_AUTOMATIC, _AUTOMATIC_INDEX, _NO_FILL_INDEX = -1, -4105, -4142


def rgb(number: int | None) -> tuple[int, int, int] | None:
    return None if number is None or number == _AUTOMATIC else _parts(number)


def number_of(given: object) -> int:
    match given:
        case None:
            return _AUTOMATIC
        case str():
            return int(given.lstrip("#"), 16)
        case (int(red), int(green), int(blue)):
            return red << 16 | green << 8 | blue
    raise TypeError(given)


class Colour:
    """A colour as Excel's own object has it: counted blue first, none is an index, None where it differs."""

    none = _AUTOMATIC_INDEX
    _known: Sequence[int] | None = None

    def read(self) -> Sequence[int]:
        """The colours in numbers of LibreOffice."""
        raise NotImplementedError

    @property
    def colours(self) -> Sequence[int]:
        """Read once: index and colour are two questions with one answer."""
        if self._known is None:
            self._known = self.read()
        return self._known

    def write(self, colour: int) -> None:
        raise NotImplementedError

    @property
    def ColorIndex(self) -> int | None:  # noqa: N802  # as Excel calls it
        colours = self.colours
        return None if len(colours) != 1 else self.none if colours[0] == _AUTOMATIC else 1

    @ColorIndex.setter
    def ColorIndex(self, index: int) -> None:  # noqa: N802
        assert index == self.none
        self.write(_AUTOMATIC)

    @property
    def Color(self) -> int | None:  # noqa: N802
        colours = self.colours
        return None if len(colours) != 1 else _turned(max(colours[0], 0))

    @Color.setter
    def Color(self, colour: int) -> None:  # noqa: N802
        self.write(_turned(colour))

    @property
    def rgb(self) -> tuple[int, int, int] | None:
        colours = self.read()
        return rgb(colours[0]) if len(colours) == 1 else None

    @rgb.setter
    def rgb(self, given: object) -> None:
        self.write(number_of(given))


class Interior(Colour):
    none = _NO_FILL_INDEX

    def __init__(self, sheet: Sheet, areas: Sequence[Range]) -> None:
        self.sheet, self.areas = sheet, areas

    def read(self) -> Sequence[int]:
        return sorted({colour for area in self.areas for colour in area.ask("fills")})

    def write(self, colour: int) -> None:
        self.sheet.post("fill", (), (tuple(area.bounds for area in self.areas), colour))


class Ink(Colour):
    def __init__(self, area: Range) -> None:
        self.area = area

    def read(self) -> Sequence[int]:
        found: Sequence[int] = self.area.ask("inks")
        return found

    def write(self, colour: int) -> None:
        self.area.post("set", ("CharColor", colour))


class Font:
    def __init__(self, area: Range) -> None:
        self.area, self.api = area, Ink(area)

    @property
    def color(self) -> tuple[int, int, int] | None:
        return rgb(self.area.ask("get", "CharColor"))

    @color.setter
    def color(self, given: object) -> None:
        self.api.rgb = given

    @property
    def bold(self) -> bool:
        return bool(self.area.ask("get", "CharWeight") > 100)

    @bold.setter
    def bold(self, bold: bool) -> None:
        self._write("CharWeight", 150.0 if bold else 100.0)

    @property
    def size(self) -> float:
        return float(self.area.ask("get", "CharHeight"))

    @size.setter
    def size(self, points: float) -> None:
        sheet = self.area.sheet
        sheet.book.app.heights.note_size(sheet.name, self.area.row, float(points))
        self._write("CharHeight", float(points))

    def _write(self, name: str, value: float) -> None:
        """Chinese characters have a weight and a height of their own."""
        for script in ("", "Asian"):
            self.area.post("set", (name + script, value))


class Characters(Colour):
    """A part of the text of a cell, and its font; places count units of UTF-16, as Excel's do."""

    def __init__(self, cell: Range, start: int = 0, stop: int = 32767) -> None:
        self.cell, self.start, self.stop = cell, start, stop

    def __getitem__(self, part: slice) -> Characters:
        return Characters(self.cell, part.start or 0, 32767 if part.stop is None else part.stop)

    def read(self) -> Sequence[int]:
        found: Sequence[int] = self.cell.ask("text inks", (self.start, self.stop))
        return found

    def write(self, colour: int) -> None:
        self.cell.post("ink", (self.start, self.stop, colour))

    @property
    def text(self) -> str:
        return str(self.cell.ask("text", (self.start, self.stop)))

    @property
    def font(self) -> Any:
        return self

    @property
    def api(self) -> Any:
        return self

    @property
    def color(self) -> tuple[int, int, int] | None:
        return self.rgb


class Note:
    """A note, with the text that it had when it was asked for."""

    def __init__(self, cell: Range, text: str) -> None:
        self.cell, self._text = cell, text

    @property
    def text(self) -> str:
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        self.cell.post("set note", text)

    def delete(self) -> None:
        self.cell.post("delete note")


def _parts(number: int) -> tuple[int, int, int]:
    return number >> 16 & 255, number >> 8 & 255, number & 255


def _turned(number: int) -> int:
    """Red and blue change places."""
    red, green, blue = _parts(number)
    return blue << 16 | green << 8 | red
