"""Fonts, phrases and notes of LibreOffice under the names of Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

_AUTOMATIC, _AUTOMATIC_INDEX = -1, -4105


def rgb(number: int) -> tuple[int, int, int] | None:
    return None if number == _AUTOMATIC else (number >> 16 & 255, number >> 8 & 255, number & 255)


def colour(given: object) -> int:
    match given:
        case None:
            return _AUTOMATIC
        case str():
            return int(given.lstrip("#"), 16)
        case (int(red), int(green), int(blue)):
            return red << 16 | green << 8 | blue
    raise TypeError(given)


class FontFacts:
    """The font as Excel's own object has it: colours count blue first, none is a number of its own."""

    def __init__(self, text: Any, colours: Callable[[], set[int]]) -> None:
        self.__dict__.update(text=text, colours=colours)

    def __getattr__(self, name: str) -> int | None:
        colours = self.__dict__["colours"]()
        if len(colours) != 1:
            return None
        known = rgb(colours.pop())
        match name:
            case "ColorIndex":
                return _AUTOMATIC_INDEX if known is None else 1
            case "Color":
                red, green, blue = known or (0, 0, 0)
                return blue << 16 | green << 8 | red
        raise AttributeError(name)

    def __setattr__(self, name: str, value: int) -> None:
        match name:
            case "ColorIndex":
                self.__dict__["text"].CharColor = _AUTOMATIC
            case "Color":
                self.__dict__["text"].CharColor = (value & 255) << 16 | value & 0xFF00 | value >> 16
            case _:
                raise AttributeError(name)


class Font:
    def __init__(self, text: Any, colours: Callable[[], set[int]] | None = None) -> None:
        self.text = text
        self.api = FontFacts(text, colours or (lambda: {text.CharColor}))

    @property
    def color(self) -> tuple[int, int, int] | None:
        return rgb(self.text.CharColor)

    @color.setter
    def color(self, given: object) -> None:
        self.text.CharColor = colour(given)

    @property
    def bold(self) -> bool:
        return bool(self.text.CharWeight > 100)

    @bold.setter
    def bold(self, bold: bool) -> None:
        self.text.CharWeight = 150.0 if bold else 100.0

    @property
    def size(self) -> float:
        return float(self.text.CharHeight)

    @size.setter
    def size(self, points: float) -> None:
        self.text.CharHeight = float(points)


class Characters:
    """A part of the text of a cell; places count units of UTF-16, as Excel's do."""

    def __init__(self, cell: Any, start: int = 0, stop: int | None = None) -> None:
        self.cell, self.start, self.stop = cell, start, stop

    def __getitem__(self, part: slice) -> Characters:
        return Characters(self.cell, part.start or 0, part.stop)

    @property
    def _cursor(self) -> Any:
        cursor = self.cell.createTextCursor()
        cursor.gotoStart(False)
        cursor.goRight(self.start, False)
        if self.stop is None:
            cursor.gotoEnd(True)
        else:
            cursor.goRight(self.stop - self.start, True)
        return cursor

    @property
    def text(self) -> str:
        return str(self._cursor.String)

    @property
    def font(self) -> Font:
        return Font(self._cursor, lambda: set(list(_colours(self.cell))[self.start : self.stop]))


def _colours(cell: Any) -> Iterator[int]:
    """The colour of every unit of the text; a line break has that of what stands before it."""
    colour = cell.CharColor
    for number, paragraph in enumerate(_listed(cell)):
        yield from [colour] * bool(number)
        for portion in _listed(paragraph):
            colour = portion.CharColor
            yield from [colour] * (len(portion.String.encode("utf-16-le")) // 2)


def _listed(parent: Any) -> Iterator[Any]:
    listed = parent.createEnumeration()
    while listed.hasMoreElements():
        yield listed.nextElement()


class Note:
    def __init__(self, sheet: Any, annotation: Any) -> None:
        self.sheet, self.annotation = sheet, annotation

    @property
    def text(self) -> str:
        return str(self.annotation.String)

    @text.setter
    def text(self, text: str) -> None:
        self.annotation.setString(text)

    def delete(self) -> None:
        place = self.annotation.Position
        notes = self.sheet.Annotations
        for number in range(notes.Count):
            other = notes.getByIndex(number).Position
            if (other.Row, other.Column) == (place.Row, place.Column):
                notes.removeByIndex(number)
                return
