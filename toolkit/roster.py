"""Who has to report in a round, under which names, and until when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from toolkit.header import fold

_TAIL = re.compile(r"[((][^()()]*[))]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask in a unit. What is not known is empty."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A reporting unit. ``aliases`` are what it calls itself elsewhere; ``deadline`` is its extension."""

    name: str
    aliases: tuple[str, ...] = ()
    contact: Contact = Contact()
    deadline: datetime | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the official one first."""
        return self.name, *self.aliases


@dataclass(frozen=True, slots=True)
class Roster:
    """A list of units with its names looked up quickly: by the whole name, and inside a longer text."""

    units: tuple[Unit, ...] = ()
    _by_name: Mapping[str, Unit] = field(init=False, repr=False, compare=False)
    _lengths: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, Unit] = {}
        for unit in self.units:
            for name in unit.names:
                by_name.setdefault(_bare(name), unit)
        by_name.pop("", None)
        object.__setattr__(self, "_by_name", by_name)
        object.__setattr__(self, "_lengths", tuple(sorted({len(name) for name in by_name}, reverse=True)))

    def __bool__(self) -> bool:
        return bool(self.units)

    def called(self, text: str | None) -> Unit | None:
        """The unit that this text is a name of, whatever blanks and brackets stand around, or None."""
        return self._by_name.get(_bare(text)) if text else None

    def mentioned(self, text: str) -> tuple[Unit, ...]:
        """The units that a text names, in the order of the text. A longer name hides those inside it."""
        folded = fold(text)
        found: dict[str, Unit] = {}
        place = 0
        while place < len(folded):
            pieces = (folded[place : place + length] for length in self._lengths)
            piece = next((each for each in pieces if each in self._by_name), "")
            if piece:
                unit = self._by_name[piece]
                found.setdefault(unit.name, unit)
            place += len(piece) or 1
        return tuple(found.values())


def _bare(text: str) -> str:
    folded = fold(text)
    return _TAIL.sub("", folded) or folded
