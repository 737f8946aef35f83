"""How much of a file is read before it is refused, and the count of what one reading has used so far."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from toolkit.ooxml.refusals import over

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Every bound a reading keeps. A refusal names the field that stopped it.

    Sizes are bytes; ``*_total`` counts over the whole workbook; ``ratio`` is inflated over compressed
    and holds only for parts past ``ratio_from``. ``rows`` are row elements, ``cells`` filled cells,
    ``slots`` all cell elements; rows of formats only are mostly cut out before they are counted.
    ``patched_part`` is the size of a part other than a sheet that a marked copy changes.
    ``xml_node`` is the XML of one row or one other element, ``formula_text`` that of all shared
    formulas written out. The defaults lie well above the largest honest file known.
    """

    file_bytes: int = 25 * MEBIBYTE
    entries: int = 2_000
    part_bytes: int = 100 * MEBIBYTE
    inflated_total: int = 200 * MEBIBYTE
    ratio: int = 200
    ratio_from: int = 16 * MEBIBYTE
    relationships: int = 10_000
    shared_strings: int = 2_000_000
    styles: int = 500_000
    sheets: int = 500
    rows: int = 3_000_000
    cells: int = 1_000_000
    slots: int = 3_000_000
    merged_ranges: int = 50_000
    text_length: int = 1_000_000
    formula_text: int = 48 * MEBIBYTE
    xml_depth: int = 256
    xml_node: int = 8 * MEBIBYTE
    patched_part: int = 16 * MEBIBYTE
    seconds: float = 25.0
    child_memory: int = 512 * MEBIBYTE
    child_seconds: float = 30.0


class Meter:
    """What one reading has used. Each method adds to one count and raises LimitExceeded past its limit."""

    __slots__ = ("_deadline", "cells", "formula_text", "inflated", "limits", "merges", "rows", "slots")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.inflated = 0
        self.rows = 0
        self.cells = 0
        self.slots = 0
        self.merges = 0
        self.formula_text = 0
        self._deadline = monotonic() + limits.seconds

    def add_inflated(self, size: int) -> None:
        """Count bytes that came out of the zip."""
        self.inflated += size
        if self.inflated > self.limits.inflated_total:
            raise over("inflated_total", self.limits.inflated_total)

    def add_row(self, slots: int, filled: int) -> None:
        """Count a row with its cell elements, and those of them with content."""
        self.rows += 1
        self.slots += slots
        self.cells += filled
        if self.cells > self.limits.cells:
            raise over("cells", self.limits.cells)
        if self.slots > self.limits.slots:
            raise over("slots", self.limits.slots)
        if self.rows > self.limits.rows:
            raise over("rows", self.limits.rows)
        self.check_time()

    def add_formula(self, length: int) -> None:
        """Count the text of a shared formula, written out for one more cell."""
        self.formula_text += length
        if self.formula_text > self.limits.formula_text:
            raise over("formula_text", self.limits.formula_text)

    def add_merge(self) -> None:
        """Count one merged range."""
        self.merges += 1
        if self.merges > self.limits.merged_ranges:
            raise over("merged_ranges", self.limits.merged_ranges)

    def check_time(self) -> None:
        """Stop a reading that has gone on too long."""
        if monotonic() > self._deadline:
            raise over("seconds", self.limits.seconds)
