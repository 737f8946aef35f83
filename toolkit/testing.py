"""Workbooks for tests, written as Markdown tables. Public: for authors of rules and of schemas.

The bytes are a real .xlsx as XlsxWriter writes it, the same for the same table on every machine.
XlsxWriter comes with the extras ``test`` and ``template`` and is imported on first use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from toolkit.workbook import Visibility, column_number

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

FIRST_SHEET = "Sheet1"
ABOVE, LEFT = "^", "<"
_WRITTEN = datetime(2017, 7, 1)
_HEADING = re.compile(r"#+\s*(?P<name>[^\[]*?)\s*(?:\[(?P<option>[^\]]*)\])?")
_RULER = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+")
_BAR = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_PERCENT = re.compile(r"(?P<number>-?[0-9]+(?:\.(?P<decimals>[0-9]+))?)%")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ERRORS = frozenset({"#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"})


@dataclass(frozen=True, slots=True)
class _Line:
    cells: tuple[str, ...]
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    option: str
    lines: tuple[_Line, ...]

    @property
    def visibility(self) -> Visibility:
        words: dict[str, Visibility] = {"hidden": "hidden", "very hidden": "veryHidden"}
        return words.get(self.option, "visible")

    @property
    def hidden_columns(self) -> tuple[int, ...]:
        word, *letters = self.option.split() or [""]
        return tuple(column_number(letter) for letter in letters) if word == "hide" else ()


def workbook(markdown: str) -> bytes:
    r"""The bytes of an .xlsx workbook that holds the tables of ``markdown``.

    Every line that begins with a bar is one row of the sheet, from row 1 and column A on; the
    line of dashes under a header is skipped. Other lines but headings are ignored::

        ## 进展情况
        | 绩效任务 | 年度目标          | 上半年进展情况 |
        |---|---|---|
        | 拆违     | 拆除12万平方米    | 拆除8万平方米  |
        | ^        | 整治11187件       | =B5*2 => 10    |
        | 备注     | <                 | 2017-06-30     | hidden

        ## 附表 [hidden]
        | 1 | 92.5% | '007 |

    ========================  ==========================================================
    ``## name``               a new sheet; ``[hidden]``, ``[very hidden]``, ``[protected]`` or
                              ``[hide B D]`` (columns) may follow
    ``^`` and ``<``           one merged block with the cell above, with the cell on the left
    ``=A1*2 => 10``           a formula and its cached value; without ``=>`` never calculated
    ``12``, ``-3.5``          numbers; ``92.5%`` is 0.925 shown as 0.0%
    ``0.5 {0.00}``            a value with a number format
    ``2017-06-30``            a date
    ``TRUE``, ``FALSE``       booleans
    ``#REF!``                 an error value
    ``'007``                  text, whatever it looks like; ``\^`` and ``\<`` too
    ``<br>`` and ``\|``       a line break and a bar inside a cell
    ``hidden``                after the last bar: a hidden row
    ========================  ==========================================================

    Raises ValueError where a mark for merging has nothing to merge with.
    """
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": _WRITTEN})
        for table in _tables(markdown):
            _write_table(book, table)
    return buffer.getvalue()


def _tables(markdown: str) -> Iterator[_Table]:
    name, option = FIRST_SHEET, ""
    lines: list[_Line] = []
    for raw in markdown.splitlines():
        line = raw.strip()
        heading = _HEADING.fullmatch(line)
        if heading:
            if lines:
                yield _Table(name, option, tuple(lines))
            name, option, lines = heading["name"], (heading["option"] or "").strip(), []
        elif line.startswith("|") and not _RULER.fullmatch(line):
            lines.append(_line(line))
    yield _Table(name, option, tuple(lines))


def _line(line: str) -> _Line:
    *cells, rest = _BAR.split(line[1:])
    return _Line(tuple(cell.strip() for cell in cells), rest.strip() == "hidden")


def _write_table(book: xlsxwriter.Workbook, table: _Table) -> None:
    sheet = book.add_worksheet(table.name)
    if table.visibility == "hidden":
        sheet.hide()
    elif table.visibility == "veryHidden":
        sheet.very_hidden()
    elif table.option == "protected":
        sheet.protect()
    for column in table.hidden_columns:
        sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})
    grid = [line.cells for line in table.lines]
    for block in _merged_blocks(grid):
        sheet.merge_range(*block, "")
    for row, line in enumerate(table.lines):
        if line.hidden:
            sheet.set_row(row, None, None, {"hidden": True})
        for column, text in enumerate(line.cells):
            if text not in {"", ABOVE, LEFT}:
                _write_cell(book, sheet, (row, column), text)


def _merged_blocks(grid: list[tuple[str, ...]]) -> Iterator[tuple[int, int, int, int]]:
    """The merged blocks as zero-based first row, first column, last row, last column."""
    reach: dict[tuple[int, int], tuple[int, int]] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(grid):
        for column, text in enumerate(cells):
            place = (row, column)
            neighbour = {ABOVE: (row - 1, column), LEFT: (row, column - 1)}.get(text)
            if neighbour is None:
                owner[place] = place
            elif neighbour not in owner:
                raise ValueError(f"nothing to merge with at row {row + 1}, column {column + 1}")
            else:
                owner[place] = owner[neighbour]
                last_row, last_column = reach.get(owner[place], owner[place])
                reach[owner[place]] = (max(last_row, row), max(last_column, column))
    for first, last in reach.items():
        yield *first, *last


def _write_cell(book: xlsxwriter.Workbook, sheet: Worksheet, place: tuple[int, int], text: str) -> None:
    if text.startswith("="):
        formula, arrow, cached = text.partition("=>")
        sheet.write_formula(*place, formula.strip(), None, _cached(cached.strip()) if arrow else "")
        return
    if text in _ERRORS:
        sheet.write_formula(*place, f"={text}", None, text)
        return
    value, number_format = _value(text)
    style = book.add_format({"num_format": number_format}) if number_format else None
    if isinstance(value, bool):
        sheet.write_boolean(*place, value, style)
    elif isinstance(value, Decimal):
        sheet.write_number(*place, float(value), style)
    elif isinstance(value, str):
        sheet.write_string(*place, value, style)
    else:
        sheet.write_datetime(*place, datetime.combine(value, time()), style)


def _cached(text: str) -> str | float | bool:
    value, _ = _value(text)
    return float(value) if isinstance(value, Decimal) else value if isinstance(value, bool) else text


def _value(text: str) -> tuple[Decimal | date | bool | str, str]:
    """What the text of a cell stands for, and its number format."""
    braces = re.fullmatch(r"(.+?)\s*\{(.+)\}", text)
    if text.startswith(("'", "\\")):
        return _unescaped(text[1:]), ""
    if braces:
        return _plain_value(braces[1])[0], braces[2]
    return _plain_value(text)


def _plain_value(text: str) -> tuple[Decimal | date | bool | str, str]:
    if _NUMBER.fullmatch(text):
        return Decimal(text), ""
    if percent := _PERCENT.fullmatch(text):
        decimals = len(percent["decimals"] or "")
        return Decimal(percent["number"]) / 100, f"0.{'0' * decimals}%" if decimals else "0%"
    if _DATE.fullmatch(text):
        return date.fromisoformat(text), "yyyy-mm-dd"
    if text in {"TRUE", "FALSE"}:
        return text == "TRUE", ""
    return _unescaped(text), ""


def _unescaped(text: str) -> str:
    return text.replace("<br>", "\n").replace("\\|", "|")


def three_columns(rows: Iterable[tuple[str, str, str]], progress: str = "上半年进展情况") -> bytes:
    """A workbook of the three-column form with these (task, target, progress) rows from row 2 on.

    Every value is text, and nothing in it is taken for markup.
    """
    import xlsxwriter

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": _WRITTEN})
        sheet = book.add_worksheet(FIRST_SHEET)
        for number, cells in enumerate([("绩效任务", "年度目标", progress), *rows]):
            for column, text in enumerate(cells):
                if text:
                    sheet.write_string(number, column, text)
    return buffer.getvalue()
