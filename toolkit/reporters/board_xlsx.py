"""The board as a workbook: one sheet, a line for each unit, coloured by its state, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from toolkit.finding import Language
from toolkit.inbox.board import Board, State
from toolkit.reporters.board_text import HEADINGS, cells, moment, summary
from toolkit.reporters.style import Style

_COLOURS: dict[State, str] = {
    "missing": "#FFF2CC",
    "accepted": "#E2EFDA",
    "rejected": "#F8CBAD",
    "unreadable": "#F8CBAD",
}
_WIDTHS = (26, 18, 8, 8, 8, 14, 18)
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
        sheet.freeze_panes(3, 1)
        sheet.autofilter(2, 0, 2 + len(board.lines), len(HEADINGS) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
    yield buffer.getvalue()
