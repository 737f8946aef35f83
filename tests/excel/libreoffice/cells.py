"""Ranges of LibreOffice with the answers of Excel: None where cells differ, moments for dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.excel.libreoffice.looks import Characters, Font, Note, colour, rgb
from tests.excel.libreoffice.process import uno

if TYPE_CHECKING:
    from tests.excel.libreoffice.engine import Sheet

_DATE, _TIME, _LOGICAL, _DEFINED = 2, 4, 1024, 1
_ERRORS = {502: "#VALUE!", 503: "#NUM!", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!"}
_NOT_THERE, _FAILED, _ANY_RESULT = 32767, 4, 7
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

    @property
    def cells(self) -> Any:
        height, width = self.shape
        left, top = self.column - 1, self.row - 1
        return self.sheet.cells_of.getCellRangeByPosition(left, top, left + width - 1, top + height - 1)

    @property
    def first(self) -> Any:
        return self.sheet.cells_of.getCellByPosition(self.column - 1, self.row - 1)

    @property
    def api(self) -> object:
        return object()

    @property
    def address(self) -> str:
        return str(self.cells.AbsoluteName.rpartition(".")[2])

    def get_address(self, *_: object) -> str:
        return self.address

    @property
    def raw_value(self) -> Any:
        rows = [[None if value == "" else value for value in row] for row in self.cells.getDataArray()]
        for row, column, kind in self._kinds():
            value = rows[row][column]
            if isinstance(value, float):
                rows[row][column] = bool(value) if kind & _LOGICAL else self._epoch() + _days(value)
        for row, column in self._formula_places(_FAILED):
            code = self._cell(row, column).getError()
            rows[row][column] = CellError("#N/A" if code == _NOT_THERE else _ERRORS.get(code, "#VALUE!"))
        return rows

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        rows = value if isinstance(value, list | tuple) else [[value]]
        self.cells.setDataArray(
            tuple(tuple(v if isinstance(v, str) else float(v) for v in row) for row in rows)
        )

    @property
    def formula(self) -> Any:
        rows = [[str(value) for value in row] for row in self.cells.getDataArray()]
        parser = self._parser()
        for row, column in self._formula_places(_ANY_RESULT):
            cell = self._cell(row, column)
            # An error value that was typed is no formula to the parser.
            text = parser.printFormula(cell.getTokens(), cell.CellAddress) or cell.getFormula()
            rows[row][column] = "=" + text.removeprefix("=")
        return tuple(map(tuple, rows)) if len(self) > 1 else rows[0][0]

    @formula.setter
    def formula(self, value: Any) -> None:
        parser = self._parser()
        for row, cells in enumerate(value if isinstance(value, list | tuple) else [[value]]):
            for column, text in enumerate(cells):
                cell = self._cell(row, column)
                if text.startswith("="):
                    cell.setTokens(parser.parseFormula(text[1:], cell.CellAddress))
                else:
                    cell.setString(text)

    @property
    def number_format(self) -> str | None:
        formats = self.sheet.book.document.NumberFormats
        keys = {block.NumberFormat for block in self._blocks()}
        return str(formats.getByKey(keys.pop()).FormatString) if len(keys) == 1 else None

    @number_format.setter
    def number_format(self, text: str) -> None:
        formats, locale = self.sheet.book.document.NumberFormats, _locale()
        key = formats.queryKey(text, locale, False)
        self.cells.NumberFormat = formats.addNew(text, locale) if key == -1 else key

    @property
    def merge_area(self) -> Range:
        cursor = self.sheet.cells_of.createCursorByRange(self.first)
        cursor.collapseToMergedArea()
        address = cursor.RangeAddress
        height, width = address.EndRow - address.StartRow + 1, address.EndColumn - address.StartColumn + 1
        return Range(self.sheet, address.StartRow + 1, address.StartColumn + 1, height, width)

    @property
    def merge_cells(self) -> bool | None:
        """False too for the lower part of a merged range: it is found where it begins."""
        if not self.cells.IsMerged:
            return False
        area = self.merge_area
        reaches = (area.row + area.shape[0], area.column + area.shape[1])
        within = (self.row + self.shape[0], self.column + self.shape[1])
        return True if all(map(int.__ge__, reaches, within)) else None

    def merge(self, _across: bool = False) -> None:  # noqa: FBT001, FBT002  # as xlwings calls it
        self.cells.merge(True)

    @property
    def row_hidden(self) -> bool | None:
        rows = self.cells.Rows
        return _agreed({not rows.getByIndex(number).IsVisible for number in range(self.shape[0])})

    @property
    def column_hidden(self) -> bool | None:
        columns = self.cells.Columns
        return _agreed({not columns.getByIndex(number).IsVisible for number in range(self.shape[1])})

    @column_hidden.setter
    def column_hidden(self, hidden: bool) -> None:
        self.cells.Columns.IsVisible = not hidden

    @property
    def column_width(self) -> float:
        return float(self.cells.Columns.getByIndex(0).Width) / 226

    @column_width.setter
    def column_width(self, characters: float) -> None:
        self.cells.Columns.Width = int(characters * 226)

    @property
    def wrap_text(self) -> bool:
        return bool(self.cells.IsTextWrapped)

    @wrap_text.setter
    def wrap_text(self, wrapped: bool) -> None:
        self.cells.IsTextWrapped = wrapped

    @property
    def vertical_alignment(self) -> str:
        return "top" if self.cells.VertJustify == _TOP else "bottom"

    @vertical_alignment.setter
    def vertical_alignment(self, where: str) -> None:
        assert where == "top"
        self.cells.VertJustify = _TOP

    @property
    def color(self) -> tuple[int, int, int] | None:
        return rgb(self.cells.CellBackColor)

    @color.setter
    def color(self, given: object) -> None:
        self.cells.CellBackColor = colour(given)

    @property
    def font(self) -> Font:
        return Font(self.cells)

    @property
    def characters(self) -> Characters:
        return Characters(self.first)

    @property
    def note(self) -> Note | None:
        annotation = self.first.Annotation
        return Note(self.sheet.cells_of, annotation) if annotation.String else None

    def add_note(self, text: str) -> Note:
        self.sheet.cells_of.Annotations.insertNew(self.first.CellAddress, text)
        return Note(self.sheet.cells_of, self.first.Annotation)

    def select(self) -> None:
        self.sheet.book.document.CurrentController.select(self.cells)

    def __call__(self, row: int, column: int | None = None) -> Range:
        """A cell by its row and column, or by its number along the rows."""
        if column is None:
            row, column = (number + 1 for number in divmod(row - 1, self.shape[1]))
        return Range(self.sheet, self.row + row - 1, self.column + column - 1, 1, 1)

    def _cell(self, row: int, column: int) -> Any:
        return self.sheet.cells_of.getCellByPosition(self.column - 1 + column, self.row - 1 + row)

    def _blocks(self) -> Iterator[Any]:
        blocks = self.cells.getCellFormatRanges()
        return (blocks.getByIndex(number) for number in range(blocks.Count))

    def _kinds(self) -> Iterator[tuple[int, int, int]]:
        """Every cell that shows a number as a moment or a truth value."""
        formats = self.sheet.book.document.NumberFormats
        for block in self._blocks():
            kind = formats.getByKey(block.NumberFormat).Type & ~_DEFINED
            if kind & (_DATE | _TIME | _LOGICAL):
                yield from ((row, column, kind) for row, column in self._inside(block.RangeAddress))

    def _formula_places(self, results: int) -> Iterator[tuple[int, int]]:
        for address in self.cells.queryFormulaCells(results).RangeAddresses:
            yield from self._inside(address)

    def _inside(self, address: Any) -> Iterator[tuple[int, int]]:
        for row in range(address.StartRow, address.EndRow + 1):
            for column in range(address.StartColumn, address.EndColumn + 1):
                yield row - self.row + 1, column - self.column + 1

    def _epoch(self) -> datetime:
        null = self.sheet.book.document.NullDate
        return datetime(null.Year, null.Month, null.Day)

    def _parser(self) -> Any:
        """LibreOffice's own parser of formulas, in the grammar of Excel."""
        parser = self.sheet.book.document.createInstance("com.sun.star.sheet.FormulaParser")
        parser.CompileEnglish, parser.FormulaConvention = True, _EXCEL_GRAMMAR
        return parser


def _agreed(answers: set[bool]) -> bool | None:
    return answers.pop() if len(answers) == 1 else None


def _days(number: float) -> timedelta:
    return timedelta(milliseconds=round(number * 86_400_000))


def _locale() -> Any:
    locale = uno().createUnoStruct("com.sun.star.lang.Locale")
    locale.Language, locale.Country = "en", "US"
    return locale
