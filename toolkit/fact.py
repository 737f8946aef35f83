"""What a unit tells of a thing that another unit may tell of too."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Fact(NamedTuple):
    """One number about a work of its own name. ``key`` is the same wherever the same thing is measured.

    ``issued``: it answers a target that the office gave to several units, else the words of the progress
    name the work. ``low`` and ``high`` are in base units, or percent. ``cell`` is the row and the column
    of the cell of ``role`` with its ``told`` text, where ``text`` stands at ``span``; a typed cell has no
    span. ``part`` is the number of the target.
    """

    key: str
    issued: bool
    text: str
    low: Decimal
    high: Decimal
    sheet: str
    row: int
    indicator: str
    role: str
    cell: tuple[int, int]
    told: str
    span: tuple[int, int] | None = None
    part: int | None = None
