"""Ranges of LibreOffice with the answers of Excel: None where cells differ, moments for dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from toolkit.excel.boxes import Box
from toolkit.excel.libreoffice.links import as_link
from toolkit.excel.libreoffice.looks import Characters, Font, Interior, Note
from toolkit.excel.libreoffice.merges import are_merged, merged_with

if TYPE_CHECKING:
    from toolkit.excel.libreoffice.sheets import Sheet

_LOGICAL = 1024
_ERRORS = {502: "#VALUE!", 503: "#NUM!", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!"}
_NOT_THERE = 32767
_EXCEL_GRAMMAR, _TOP = 3, 1


class CellError(NamedTuple):
    """An error value before it is cleaned."""

    text: str


class Range:
    max_cells_per_read = max_cells_per_write = None

    def __init__(self, sheet: Sheet, row: int, column: int, height: int, width: int) -> None:
        self.sheet, self.row, self.column, self.shape = sheet, row, column, (height, width)

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1]

    def ask(self, question: str, given: object = None) -> Any:
        return self.sheet.ask(question, self.bounds, given)

    def post(self, question: str, given: object = None) -> None:
        self.sheet.post(question, self.bounds, given)

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        (height, width), left, top = self.shape, self.column - 1, self.row - 1
        return left, top, left + width - 1, top + height - 1

    @property
    def api(self) -> SimpleNamespace:
        return SimpleNamespace(Interior=Interior(self.sheet, [self]), AddComment=self.add_note)

    @property
    def box(self) -> Box:
        height, width = self.shape
        return Box(self.row, self.column, self.row + height - 1, self.column + width - 1)

    @property
    def address(self) -> str:
        return ":".join("$" + cell.rstrip("0123456789") + "$" + cell.lstrip(_LETTERS) for cell in self._ends)

    def get_address(self, *_: object) -> str:
        return self.address

    @property
    def raw_value(self) -> Any:
        data, moments, failures = self.ask("values")
        rows = [[None if value == "" else _content(value) for value in row] for row in data]
        for bounds, kind in moments:
            for row, column in self._inside(bounds):
                value = rows[row][column]
                if isinstance(value, float):
                    rows[row][column] = bool(value) if kind & _LOGICAL else self._epoch() + _days(value)
        for row, column, code in failures:
            text = "#N/A" if code == _NOT_THERE else _ERRORS.get(code, "#VALUE!")
            rows[row - self.row + 1][column - self.column + 1] = CellError(text)
        return rows

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        rows = value if isinstance(value, list | tuple) else [[value]]
        app = self.sheet.book.app
        app.has_texts(self.sheet)
        app.heights.note_texts(self.sheet.name, self.row, self.column, rows)
        self.post("write", tuple(tuple(v if isinstance(v, str) else float(v) for v in row) for row in rows))

    @property
    def formula(self) -> Any:
        rows = [[str(_content(value)) for value in row] for row in self.ask("data")]
        places = [place for bounds in self.ask("formula cells") for place in self._inside(bounds)]
        if places:
            parser = self._parser()
            for row, column in places:
                cell = self._cell(row, column)
                # An error value that was typed is no formula to the parser.
                text = parser.printFormula(cell.getTokens(), cell.CellAddress) or cell.getFormula()
                rows[row][column] = "=" + text.removeprefix("=")
        return tuple(map(tuple, rows)) if len(self) > 1 else rows[0][0]

    @formula.setter
    def formula(self, value: Any) -> None:
        rows = value if isinstance(value, list | tuple) else [[value]]
        self.sheet.book.app.has_texts(self.sheet)
        links = [[as_link(text) for text in row] for row in rows]
        if all(link is not None for row in links for link in row):
            self.post("formulas", tuple(map(tuple, links)))
        else:
            self.post("enter", tuple(map(tuple, rows)))

    @property
    def number_format(self) -> str | None:
        return agreed(self.ask("formats"))

    @number_format.setter
    def number_format(self, text: str) -> None:
        self.post("format", text)

    @property
    def merge_area(self) -> Range:
        merges = self.sheet.merged()
        found = self.ask("merge area") if merges is None else merged_with(merges, self.bounds)
        left, top, right, bottom = found
        return Range(self.sheet, top + 1, left + 1, bottom - top + 1, right - left + 1)

    @property
    def merge_cells(self) -> bool | None:
        merges = self.sheet.merged()
        if merges is None:
            return agreed_truth(self.ask("merged"))
        return are_merged(merges, self.bounds)

    def merge(self, _across: bool = False) -> None:  # noqa: FBT001, FBT002  # as xlwings calls it
        app = self.sheet.book.app
        app.heights.note_merged(self.sheet.name, self.row, range(self.column, self.column + self.shape[1]))
        self.post("merge")

    @property
    def row_hidden(self) -> bool | None:
        return agreed_truth(self.ask("hidden rows"))

    @property
    def column_hidden(self) -> bool | None:
        return agreed_truth(self.ask("hidden columns"))

    @column_hidden.setter
    def column_hidden(self, hidden: bool) -> None:
        self.post("hide columns", hidden)

    @property
    def column_width(self) -> float:
        return float(self.ask("get width")) / 226

    @column_width.setter
    def column_width(self, characters: float) -> None:
        columns = range(self.column, self.column + self.shape[1])
        self.sheet.book.app.heights.note_width(self.sheet.name, columns, characters)
        self.post("width", int(characters * 226))

    @property
    def wrap_text(self) -> bool:
        return bool(self.ask("get", "IsTextWrapped"))

    @wrap_text.setter
    def wrap_text(self, wrapped: bool) -> None:
        self.post("set", ("IsTextWrapped", wrapped))

    @property
    def vertical_alignment(self) -> str:
        return "top" if self.ask("get", "VertJustify") == _TOP else "bottom"

    @vertical_alignment.setter
    def vertical_alignment(self, where: str) -> None:
        assert where == "top"
        self.post("set", ("VertJustify", _TOP))

    @property
    def color(self) -> tuple[int, int, int] | None:
        return Interior(self.sheet, [self]).rgb

    @color.setter
    def color(self, given: object) -> None:
        Interior(self.sheet, [self]).rgb = given

    @property
    def font(self) -> Font:
        return Font(self)

    @property
    def characters(self) -> Characters:
        return Characters(self)

    @property
    def note(self) -> Note | None:
        text = self.ask("note")
        return Note(self, text) if text else None

    def add_note(self, text: str) -> Note:
        self.post("add note", text)
        return Note(self, text)

    def select(self) -> None:
        self.ask("select")

    def __call__(self, row: int, column: int | None = None) -> Range:
        """A cell by its row and column, or by its number along the rows."""
        if column is None:
            row, column = (number + 1 for number in divmod(row - 1, self.shape[1]))
        return Range(self.sheet, self.row + row - 1, self.column + column - 1, 1, 1)

    @property
    def _ends(self) -> list[str]:
        return self.box.address.split(":")

    def _cell(self, row: int, column: int) -> Any:
        return self.sheet.cells_of.getCellByPosition(self.column - 1 + column, self.row - 1 + row)

    def _inside(self, bounds: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = bounds
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                yield row - self.row + 1, column - self.column + 1

    def _epoch(self) -> datetime:
        null = self.sheet.book.document.NullDate
        return datetime(null.Year, null.Month, null.Day)

    def _parser(self) -> Any:
        """LibreOffice's own parser of formulas, in the grammar of Excel."""
        parser = self.sheet.book.document.createInstance("com.sun.star.sheet.FormulaParser")
        parser.CompileEnglish, parser.FormulaConvention = True, _EXCEL_GRAMMAR
        return parser


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def agreed(answers: Sequence[str]) -> str | None:
    """What all say, None where they differ."""
    return answers[0] if len(answers) == 1 else None


def agreed_truth(answers: Sequence[bool]) -> bool | None:
    """The same for yes and no."""
    return answers[0] if len(answers) == 1 else None


def _content(value: object) -> object:
    """A number as the cell has it: on the way out of Basic a whole one loses its kind."""
    return float(value) if isinstance(value, int) else value


def _days(number: float) -> timedelta:
    return timedelta(milliseconds=round(number * 86_400_000))
