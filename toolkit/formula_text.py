"""Formulas compared by meaning: relative references as distances, rows of the table by their place in it.

Two formulas are the same when they say the same from where they stand, however the program that
saved the file spells them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.ooxml.formulas import TOKEN
from toolkit.workbook import column_number

_REFERENCE = re.compile(r"(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([0-9]+))?")
_PREFIX = re.compile(r"_xlfn\.|_xlws\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The table that references are told by: its header's rows, its first and last row, its columns.

    ``columns`` gives a column the number it has in the template, where that is another.
    """

    header: int = 0
    first: int = 0
    last: int = 0
    columns: Mapping[int, int] = field(default_factory=dict)


def canonical(formula: str, row: int, column: int, frame: Frame) -> str:
    """The formula as it stands in this cell, in a form that two equal ones share."""
    parts: list[str] = []
    end = 0
    for match in TOKEN.finditer(formula):
        parts.append(_plain(formula[end : match.start()]))
        if match["cell"] or match["columns"] or match["rows"]:
            parts.append(":".join(_reference(each, row, column, frame) for each in match[0].split(":")))
        elif match[0].startswith('"'):
            parts.append(match[0])
        else:
            parts.append(_plain(match[0].replace("'", "")))
        end = match.end()
    parts.append(_plain(formula[end:]))
    return "".join(parts).replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")


def _plain(text: str) -> str:
    return _PREFIX.sub("", re.sub(r"\s+", "", text)).upper()


def _reference(text: str, row: int, column: int, frame: Frame) -> str:
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return text.upper()
    column_anchor, letters, row_anchor, digits = match.groups("")
    said = ""
    if letters:
        number = column_number(letters)
        number = frame.columns.get(number, number)
        own = frame.columns.get(column, column)
        said += f"c{number}" if column_anchor else f"c[{number - own}]"
    if digits:
        said += _row(int(digits), frame) if row_anchor else f"r[{int(digits) - row}]"
    return said


def _row(number: int, frame: Frame) -> str:
    """An anchored row by its place in the table, so that a row more or less in it changes nothing."""
    if number == frame.first:
        return "first"
    if number == frame.last:
        return "last"
    return f"h{number - frame.header}" if number < frame.first else f"r{number}"
