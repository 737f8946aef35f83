"""What a press has come to, asked without Basic: LibreOffice runs one piece at a time, and a press does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings as xw

SHEET, LISTING = "进展情况", "检查结果"


def has_listing(book: xw.Book) -> bool:
    """Whether a check has been made and is over."""
    return _settled(book) == [LISTING, SHEET]


def has_none(book: xw.Book) -> bool:
    """Whether the marks are gone and nothing is under way."""
    return _settled(book) == [SHEET]


def _settled(book: xw.Book) -> list[str]:
    document = book.impl.raw
    # As long as a macro works nothing can be undone.
    return list(document.Sheets.ElementNames) if document.IsUndoEnabled else []
