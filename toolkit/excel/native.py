"""The few facts that xlwings does not tell, or not of many cells at once, asked of Excel itself.

On Windows an attribute answers at once, on a Mac it is a command to be sent; what neither knows
counts as not so. Colours are Excel's own numbers, blue first; a range whose cells differ has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from toolkit.excel.boxes import Place, addresses
from toolkit.workbook import Visibility

if TYPE_CHECKING:
    import xlwings as xw
    from xlwings.main import Characters

AUTOMATIC = NO_FILL = -1
_AUTOMATIC_INDEX, _NO_FILL_INDEX = -4105, -4142
_VERY_HIDDEN = {2, "sheet very hidden"}


def number_of(digits: str) -> int:
    """``FFCDD3`` as Excel's own number."""
    return int.from_bytes(bytes.fromhex(digits), "little")


def visibility(sheet: xw.Sheet) -> Visibility:
    """Whether a person sees the sheet, could make it visible, or could not."""
    if sheet.visible:
        return "visible"
    return "veryHidden" if _asked(sheet.api, "Visible", "visible") in _VERY_HIDDEN else "hidden"


def is_protected(sheet: xw.Sheet) -> bool:
    """Whether the cells of the sheet cannot be given another look."""
    return _asked(sheet.api, "ProtectContents", "protect_contents") is True


def is_locked(book: xw.Book) -> bool:
    """Whether sheets can be neither added nor removed."""
    return _asked(book.api, "ProtectStructure", "protect_structure") is True


def has_notes(sheet: xw.Sheet) -> bool:
    """Whether any cell of the sheet may have a note; so where nobody counts them."""
    return _may_have(sheet, "Comments")


def conversations(sheet: xw.Sheet, places: Iterable[Place]) -> set[Place]:
    """Those of the cells on which people talk, so that no note can be put there."""
    if not _may_have(sheet, "CommentsThreaded"):
        return set()
    return {
        place for place in places if _asked(sheet.range(place).api, "CommentThreaded", "comment_threaded")
    }


def add_note(cell: xw.Range, text: str) -> None:
    """Put a note on a cell that has none: at once, where xlwings would look for one first."""
    add = _part(cell.api, "AddComment")
    if add is None:
        cell.add_note(text)
    else:
        add(text)


def fill(cells: xw.Range) -> int | None:
    """The fill of all these cells, ``NO_FILL`` for none, None where they differ."""
    interior = _part(cells.api, "Interior")
    if interior is None:  # a Mac, which answers for one cell
        colour = cells.color if cells.size == 1 else None
        known = NO_FILL if cells.size == 1 else None
        return known if colour is None else int.from_bytes(bytes(colour), "little")
    return _colour(interior, _NO_FILL_INDEX)


def set_fill(sheet: xw.Sheet, places: Iterable[Place], colour: int) -> None:
    """Give all these cells one fill, or take theirs away with ``NO_FILL``."""
    native = _part(sheet.api, "Range")
    if native is None:  # a Mac, where a range is one rectangle
        red, green, blue = max(colour, 0).to_bytes(3, "little")
        rgb = None if colour == NO_FILL else (red, green, blue)
        for place in places:
            sheet.range(place).color = rgb
        return
    for address in addresses(places):
        interior = native(address).Interior
        if colour == NO_FILL:
            interior.ColorIndex = _NO_FILL_INDEX
        else:
            interior.Color = colour


def ink(text: Characters | xw.Range) -> int | None:
    """The colour of all these characters, ``AUTOMATIC`` for none, None where they differ."""
    return _colour(text.font.api, _AUTOMATIC_INDEX)


def set_ink(characters: Characters, colour: int) -> None:
    """Give characters a colour, or take theirs away with ``AUTOMATIC``."""
    facts = characters.font.api
    if colour == AUTOMATIC:
        facts.ColorIndex = _AUTOMATIC_INDEX
    else:
        facts.Color = colour


def _colour(facts: Any, none: int) -> int | None:  # noqa: ANN401
    """Black and automatic have one colour and two indices, so that the index has to be one, too."""
    index = facts.ColorIndex
    if index is None:
        return None
    if index == none:
        return -1
    colour = facts.Color
    return None if colour is None else int(colour)


def _may_have(sheet: xw.Sheet, collection: str) -> bool:
    found = _part(sheet.api, collection)
    return found is None or found.Count > 0


def _part(api: object, name: str) -> Any:  # noqa: ANN401  # of what Excel hands over no type is known
    """A part of Excel's own object, None where there is none: on Windows an error of COM says so."""
    try:
        return getattr(api, name, None)
    except Exception:  # noqa: BLE001 - the class of that error is there on Windows only
        return None


def _asked(api: object, windows: str, mac: str) -> object:
    for name in (windows, mac):
        answer = _part(api, name)
        if answer is not None:
            ask = _part(answer, "get")
            return ask() if callable(ask) else answer
    return None
