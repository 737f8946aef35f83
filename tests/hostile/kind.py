"""What a hostile workbook is: its bytes, and what must come of reading it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["accept", "flag", "refuse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of hostile file.

    ``accept``: it is read, and every cell of ``holds`` has that value. ``flag``: the same, and the
    value shows what is wrong, for a rule to say so. ``refuse``: UnreadableWorkbook, by the setting
    ``limit`` where one is named; ``says`` is a word of the reason.
    """

    name: str
    outcome: Outcome
    build: Callable[[], bytes]
    suffix: str = ".xlsx"
    limit: str | None = None
    says: str = ""
    holds: Mapping[str, str | None] = field(default_factory=dict)


def accept(name: str, build: Callable[[], bytes], suffix: str = ".xlsx", **holds: str | None) -> Kind:
    """A kind that must be read, with these values at these addresses."""
    return Kind(name=name, outcome="accept", build=build, suffix=suffix, holds=holds)


def flag(name: str, build: Callable[[], bytes], **holds: str | None) -> Kind:
    """A kind that is read with its fault in plain sight."""
    return Kind(name=name, outcome="flag", build=build, holds=holds)


def refuse(
    name: str, build: Callable[[], bytes], *, limit: str | None = None, says: str = "", suffix: str = ".xlsx"
) -> Kind:
    """A kind that must be refused."""
    return Kind(name=name, outcome="refuse", build=build, suffix=suffix, limit=limit, says=says)
