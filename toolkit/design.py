"""What the author of a form says of a column beyond its header: who fills it in, how it looks, its limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# The columns that the toolkit reads itself; every further one is the author's own.
READ_ROLES = frozenset(
    {
        "task",
        "target",
        "progress",
        "indicator_id",
        "target_value",
        "unit",
        "direction",
        "actual_value",
        "completion",
        "as_of",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """One limit in pandera's words: ``less_than_or_equal_to`` with ``{"max_value": 100}``."""

    name: str
    limits: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """One column of a form. ``issued`` cells are the office's, all others are filled in by the unit.

    ``filled`` means that no cell may be blank. ``width`` counts characters of half width;
    ``note`` explains the column to the person who fills it in.
    """

    issued: bool = False
    filled: bool = False
    constraints: tuple[Constraint, ...] = ()
    number_format: str | None = None
    width: float | None = None
    note: str | None = None
