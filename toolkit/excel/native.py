"""The few facts that xlwings does not tell, asked of Excel itself.

On Windows an attribute answers at once, on a Mac it is a command to be sent; what neither knows
counts as not so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.workbook import Visibility

if TYPE_CHECKING:
    import xlwings as xw
    from xlwings.main import Characters

AUTOMATIC = -1
_AUTOMATIC_INDEX = -4105
_VERY_HIDDEN = {2, "sheet very hidden"}


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


def has_conversation(cell: xw.Range) -> bool:
    """Whether people talk on this cell, so that no note can be put there."""
    return bool(_asked(cell.api, "CommentThreaded", "comment_threaded"))


def ink(characters: Characters) -> int | None:
    """The colour of characters as Excel numbers it, ``AUTOMATIC`` for none, None where they differ."""
    facts = characters.font.api
    if facts.ColorIndex == _AUTOMATIC_INDEX:
        return AUTOMATIC
    colour = facts.Color
    return None if colour is None else int(colour)


def set_ink(characters: Characters, colour: int) -> None:
    """Give characters a colour, or take theirs away with ``AUTOMATIC``."""
    facts = characters.font.api
    if colour == AUTOMATIC:
        facts.ColorIndex = _AUTOMATIC_INDEX
    else:
        facts.Color = colour


def _asked(api: object, windows: str, mac: str) -> object:
    for name in (windows, mac):
        answer: object = getattr(api, name, None)
        if answer is not None:
            ask = getattr(answer, "get", None)
            return ask() if callable(ask) else answer
    return None
