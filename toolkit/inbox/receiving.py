"""What comes in is written to the register, and the board is made of what the register has."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.collection import Round
from toolkit.finding import FileReport
from toolkit.inbox.received import Received
from toolkit.inbox.register import Register, open_register


@dataclass(frozen=True, slots=True)
class Intake:
    """The intake of a round, into a register or without one. ``seen`` are the files of this look."""

    round: Round
    register: Register | None
    seen: list[Received] = field(default_factory=list)

    def take(self, received: Received, report: FileReport) -> None:
        """Takes one file in. One of a unit that is not on the list is kept out of the register."""
        self.seen.append(received)
        unit = self.round.roster.called(received.unit)
        if self.register and received.unit and (unit or not self.round.units):
            self.register.record(self.round.name, received, report)

    def received(self) -> list[Received]:
        """All that has come by now: what is registered, and the copies and strangers of this look."""
        if self.register is None:
            return self.seen
        registered = self.register.received(self.round.name)
        known = {_file(each) for each in registered}
        return [*registered, *(each for each in self.seen if _file(each) not in known)]


def opened(place: str | None) -> Register | None:
    """The register at a place, or None for no place."""
    return open_register(place) if place else None


def _file(each: Received) -> tuple[str | None, str, str]:
    """What makes two files the same one, from whatever folder they were looked at."""
    return each.unit, each.path.replace("\\", "/").rpartition("/")[2], each.content
