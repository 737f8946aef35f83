"""What a person sees of a book: every cell's value, fill, note and font, and the colours of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import xlwings as xw


class Look(NamedTuple):
    value: object
    fill: object
    note: str
    font: tuple[object, ...]
    inks: tuple[object, ...]


def looks(book: xw.Book) -> dict[tuple[str, str], Look]:
    """All cells of the used ranges, by sheet and address."""
    return {(sheet.name, cell.address): look(cell) for sheet in book.sheets for cell in sheet.used_range}


def look(cell: xw.Range) -> Look:
    text = cell.value if isinstance(cell.value, str) else ""
    # Eight places tell enough, and every one is a call.
    inks = tuple(
        cell.characters[place : place + 1].font.color for place in range(0, len(text), 1 + len(text) // 8)
    )
    font = cell.font
    return Look(cell.value, cell.color, note_of(cell), (font.bold, font.size, font.color), inks)


def note_of(cell: xw.Range) -> str:
    return cell.note.text if cell.note else ""
