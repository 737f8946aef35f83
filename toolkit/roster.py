"""Who has to report in a round, under which names, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
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


def called(text: str, units: Iterable[Unit]) -> Unit | None:
    """The unit that this text is a name of, whatever blanks and brackets stand around; None for no unit."""
    wanted = _bare(text)
    return next((unit for unit in units if any(_bare(name) == wanted for name in unit.names)), None)


def mentioned(text: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units that a text names, in the order of the text. A longer name hides those inside it."""
    folded = fold(text)
    names = sorted(
        ((fold(name), unit) for unit in units for name in unit.names), key=lambda each: -len(each[0])
    )
    found: dict[int, Unit] = {}
    for name, unit in names:
        start = folded.find(name)
        while name and start >= 0:
            found[start] = unit
            folded = folded[:start] + "\0" * len(name) + folded[start + len(name) :]
            start = folded.find(name, start + len(name))
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def _bare(text: str) -> str:
    return _TAIL.sub("", fold(text))
