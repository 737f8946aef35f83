"""One submission: the file that came back, what could be read of it, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from toolkit.assignment import Claim, Line
from toolkit.display import shown
from toolkit.finding import Text
from toolkit.guards import NOBODY, Identity
from toolkit.header import Heading, fold
from toolkit.reporting_period import Period, period_of
from toolkit.table import Table
from toolkit.workbook import Workbook

if TYPE_CHECKING:
    from toolkit.comparison.model import Difference
    from toolkit.guards import Guards
    from toolkit.issued import Issued
    from toolkit.previous import Previous

_UNIT = re.compile(
    r"(?:填报|报送|填表|责任|上报)(?:单位|部门)(?:[((][^))]*[))])?[::](.{2,40}?)(?=(?:填[报表]|报送|日期|时间|联系|审核|负责人|20\d\d年)|$)"
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file could not be read, and what to do about it."""

    reason: Text
    fix: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """``workbook`` is None where ``unreadable`` says why. ``period`` is None where nobody names it.

    ``aside`` are the tables beside whole ones that lack columns, and so may be another form.

    ``period_given`` tells a period that the round sets from one that the file itself names.
    ``template`` is the issued one, where it is at hand; ``guards`` are this file's own,
    ``identity`` is which template it says it is, ``differences`` what is not as it was issued. Where the
    round has a list of units, ``claims`` are the places that name this one's. ``previous`` is what the
    unit sent before, or why that is not to be had; None where nobody asked.
    """

    path: str
    headings: tuple[Heading, ...]
    workbook: Workbook | None = None
    tables: tuple[Table, ...] = ()
    aside: tuple[Table, ...] = ()
    unreadable: Unreadable | None = None
    unit: str | None = None
    period: Period | None = None
    period_given: bool = False
    template: Issued | None = None
    guards: Guards | None = None
    identity: Identity = NOBODY
    differences: tuple[Difference, ...] = ()
    has_roster: bool = False
    claims: tuple[Claim, ...] = ()
    previous: Previous | Text | None = None

    def heading(self, role: str) -> Heading:
        """The form's heading of this role. Raises StopIteration for a role the form does not have."""
        return next(heading for heading in self.headings if heading.role == role)


def titles(table: Table) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of the cells above a table's header."""
    for number, cells in table.sheet.rows.items():
        if number >= table.header.first_row:
            return
        if number < table.first_row:
            continue
        for column, cell in cells.items():
            if text := shown(cell):
                yield number, column, text


def named_period(path: str, tables: tuple[Table, ...]) -> Period | None:
    """The period that titles, progress headers and the file name state together."""
    above = [text for table in tables for _, _, text in titles(table)]
    headers = [table.header.texts.get("progress", "") for table in tables]
    return period_of([*above, *headers, PurePath(path).stem])


def named_unit(tables: tuple[Table, ...]) -> str | None:
    """The reporting unit as a line above the table states it: 填报单位:某某局."""
    return next((line.stated for line in title_lines(tables) if line.stated), None)


def title_lines(tables: tuple[Table, ...]) -> Iterator[Line]:
    """Every line above the tables, with the unit that it states."""
    for table in tables:
        for row, column, text in titles(table):
            match = _UNIT.search(fold(text))
            yield Line(table.sheet.name, row, column, text, match[1] if match else None)
