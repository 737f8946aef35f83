"""The board as a workbook: one sheet, a line for each unit, coloured by its state, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from toolkit.finding import Finding, Language
from toolkit.inbox.board import Board, State
from toolkit.reporters.board_text import DISAGREEMENTS, HEADINGS, cells, disagreements, moment, summary
from toolkit.reporters.style import Style

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_COLOURS: dict[State, str] = {
    "missing": "#FFF2CC",
    "accepted": "#E2EFDA",
    "rejected": "#F8CBAD",
    "unreadable": "#F8CBAD",
}
_WIDTHS = (26, 18, 8, 8, 8, 14, 18)
_LONGEST_NAME = 31  # characters of a sheet's name
_NUMBERS = frozenset({2, 3, 4})


def chunks(board: Board, language: Language = "zh", style: Style | None = None) -> Iterator[bytes]:
    """The bytes of an .xlsx workbook."""
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet({"zh": "收报情况", "en": "Board"}[language])
        title = book.add_format({"bold": True, "font_size": 14})
        head = book.add_format({"bold": True, "border": 1, "bg_color": "#D9E1F2", "text_wrap": True})
        formats = {
            state: book.add_format({"border": 1, "bg_color": colour, "valign": "vcenter"})
            for state, colour in _COLOURS.items()
        }
        sheet.write_string(0, 0, f"{board.round}  {moment(board.now)}", title)
        sheet.write_string(1, 0, summary(board).in_language(language))
        for column, (heading, size) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, size)
            sheet.write_string(2, column, heading.in_language(language), head)
        for row, line in enumerate(board.lines, start=3):
            for column, words in enumerate(cells(line, language)):
                if column in _NUMBERS and words.isdigit():
                    sheet.write_number(row, column, int(words), formats[line.state])
                else:
                    sheet.write_string(row, column, words, formats[line.state])
        if found := list(disagreements(board)):
            _write_disagreements(book, found, language)
        sheet.freeze_panes(3, 1)
        sheet.autofilter(2, 0, 2 + len(board.lines), len(HEADINGS) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
    yield buffer.getvalue()


def _write_disagreements(book: Workbook, found: Iterable[tuple[str, Finding]], language: Language) -> None:
    """A sheet of its own for what units tell differently: unit, cell, rule, message."""
    words = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    sheet = book.add_worksheet(DISAGREEMENTS.in_language(language)[:_LONGEST_NAME])
    for column, size in enumerate((26, 8, 8, 90)):
        sheet.set_column(column, column, size)
    for row, (unit, finding) in enumerate(found):
        message = finding.message.in_language(language)
        for column, text in enumerate((unit, finding.location.cell or "", finding.code, message)):
            sheet.write_string(row, column, text, words)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
