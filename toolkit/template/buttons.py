"""Buttons on a workbook that is being written: the macros behind them come as a VBA project."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

# What makes the VBA project of a workbook with so many sheets.
Projects: TypeAlias = Callable[[int], bytes]


class Button(NamedTuple):
    """What stands on a button, and the macro that it calls."""

    caption: str
    macro: str


BUTTONS = (
    Button("检查", "CheckSubmission"),
    Button("清除标记", "ClearMarks"),
    Button("下一处", "NextFinding"),
)
_WIDTH, _HEIGHT, _GAP, _MARGIN = 72, 28, 8, 8
_ROW_POINTS = 36


def add_buttons(book: xlsxwriter.Workbook, sheet: Worksheet, projects: Projects) -> None:
    """Put the buttons into the first row of a sheet. All sheets have been added by now."""
    sheets = book.worksheets()
    book.set_vba_name("ThisWorkbook")
    for number, each in enumerate(sheets, start=1):
        each.set_vba_name(f"Sheet{number}")
    sheet.set_row(0, _ROW_POINTS)
    for number, (caption, macro) in enumerate(BUTTONS):
        words = {"macro": macro, "caption": caption, "description": caption}
        place = {"x_offset": _MARGIN + number * (_WIDTH + _GAP), "y_offset": _MARGIN}
        sheet.insert_button(0, 0, {**words, **place, "width": _WIDTH, "height": _HEIGHT})
    book.add_vba_project(BytesIO(projects(len(sheets))), is_stream=True)
