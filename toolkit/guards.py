"""What holds a workbook in shape besides its cells: protection, validations, names, properties.

Read apart from the cells, because only a comparison with a template asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.workbook import Merge


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """One data validation. Formulas are as they stand for the first cell of ``ranges``, without ``=``."""

    ranges: tuple[Merge, ...]
    kind: str
    operator: str = "between"
    first: str = ""
    second: str = ""
    title: str = ""
    prompt: str = ""
    error: str = ""

    def __contains__(self, place: tuple[int, int]) -> bool:
        return any(place in each for each in self.ranges)


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """One conditional format with a formula."""

    ranges: tuple[Merge, ...]
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetGuards:
    """The guards of one sheet. ``open_cells`` may be typed into while it is protected."""

    protected: bool = False
    allowed: frozenset[str] = frozenset()
    validations: tuple[Validation, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    open_cells: frozenset[tuple[int, int]] = frozenset()

    def is_open(self, row: int, column: int) -> bool:
        """Whether a cell is left open in a sheet that is protected."""
        return self.protected and (row, column) in self.open_cells

    def validation(self, row: int, column: int) -> Validation | None:
        """The validation on a cell, or None."""
        return next((each for each in self.validations if (row, column) in each), None)


class Identity(NamedTuple):
    """Which template a workbook says it is, and for which period; None for what it does not say."""

    id: str | None = None
    version: str | None = None
    period: str | None = None


NOBODY = Identity()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guards:
    """The guards of a workbook, sheets by name. ``properties`` are the custom ones of the document.

    ``people`` are the author, last editor and company where they are given; ``links`` are the other
    workbooks that it reads; ``macros`` is a digest of its VBA, or None without any.
    """

    sheets: Mapping[str, SheetGuards] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    macros: str | None = None

    def sheet(self, name: str) -> SheetGuards:
        """The guards of a sheet; none at all for one that is not there."""
        return self.sheets.get(name, SheetGuards())
