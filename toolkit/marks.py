"""What is put into the marked copy of a workbook, and how its first sheet is told from a submitter's own.

Any reader of any format meets that sheet again when a marked copy is sent in, whatever program has
saved it in between. A sentence near its top gives it away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.finding import Language, Severity, Text
from toolkit.workbook import Sheet

SHEET_NAME = Text(zh="检查结果", en="Check results")
MADE_BY = Text(
    zh="本表由 indicator-toolkit 检查生成，再次报送时自动略过",
    en="This sheet was made by indicator-toolkit and is passed over when the workbook is sent in again",
)
_DEPTH = 10
_LONGEST_NAME = 31  # characters, as Excel has it


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in the text of a cell: where they begin and end in code points, and what they are."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMark:
    """A cell to be marked: its fill goes by the severity, its note says the rest."""

    row: int
    column: int
    severity: Severity
    note: str
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One finding in the list. ``link`` is the sheet and the cell to jump to; ``repeats`` one said above."""

    severity: Severity
    texts: tuple[str, ...]
    link: tuple[str, str] | None = None
    repeats: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The first sheet: its heading, what to know, and the findings under ``columns`` with their widths."""

    name: str
    title: str
    remarks: tuple[str, ...]
    columns: tuple[tuple[str, float], ...]
    link_column: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All that goes into one marked copy; ``cells`` by the name of the sheet."""

    language: Language
    listing: Listing
    cells: dict[str, tuple[CellMark, ...]]


class Facts(NamedTuple):
    """What a submitter has to be told of his workbook beside its findings.

    ``signed``: a signature covers the package. ``locked``: sheets can be neither added nor removed.
    ``conversations`` are the (sheet, cell) on which people talk, so that no note can be put there.
    """

    signed: bool
    locked: bool
    conversations: frozenset[tuple[str, str]]
    tab_names: tuple[str, ...]


def free_tab_name(wanted: str, taken: Iterable[str]) -> str:
    """The name, with a number where a sheet of the office's own has it already."""
    used = {name.casefold() for name in taken}
    name, number = wanted, 1
    while name.casefold() in used:
        number += 1
        name = f"{wanted[: _LONGEST_NAME - 5]} ({number})"
    return name


def is_listing(sheet: Sheet) -> bool:
    """Whether this is the first sheet of a marked copy, be it renamed or moved."""
    for number, cells in sheet.rows.items():
        if number > _DEPTH:
            return False
        for cell in cells.values():
            if isinstance(cell.value, str) and (MADE_BY.zh in cell.value or MADE_BY.en in cell.value):
                return True
    return False
