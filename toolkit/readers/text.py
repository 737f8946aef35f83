"""A .csv as a workbook of one sheet: UTF-8 or GB18030, comma, semicolon or tab."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

from toolkit.errors import UnreadableWorkbook
from toolkit.finding import Text
from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.refusals import not_a_workbook, over
from toolkit.workbook import LAST_COLUMN, LAST_ROW, Cell, Sheet, Value, Workbook

_UNCHECKED = frozenset({"formats", "formulas", "errors"})
# No leading zeros: 007 is a number of a document, not the number seven.
_NUMERAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")


def read_text(data: bytes, limits: Limits) -> Workbook:
    """Read comma-separated text. Raises UnreadableWorkbook when it is not text."""
    text = _decode(data)
    meter = Meter(limits)
    rows: dict[int, dict[int, Cell]] = {}
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for number, fields in enumerate(lines, 1):
            if number > LAST_ROW or len(fields) > LAST_COLUMN:
                raise over("slots", limits.slots)
            cells = {
                column: Cell(number, column, _value(field)) for column, field in enumerate(fields, 1) if field
            }
            meter.add_row(len(fields), len(cells))
            if cells:
                rows[number] = cells
    except csv.Error:
        raise over("text_length", csv.field_size_limit()) from None
    sheet = Sheet(name="csv", rows=rows)
    return Workbook(sheets=(sheet,), format="csv", unchecked=_UNCHECKED)


def _decode(data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text) is None:
            return text
    raise _not_text()


def _not_text() -> UnreadableWorkbook:
    return not_a_workbook(
        Text(
            zh="文件不是工作簿，也不是 UTF-8 或 GB18030 编码的文本。",
            en="The file is neither a workbook nor text in UTF-8 or GB18030.",
        )
    )


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",\t;", key=first.count)


def _value(field: str) -> Value:
    return Decimal(field) if _NUMERAL.fullmatch(field) else field
