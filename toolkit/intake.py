"""What a round knows of one reporting unit at one moment: whether anything has come, and whether in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """``received`` is when the submission that counts came; all moments have a time zone."""

    unit: str
    now: datetime
    deadline: datetime | None = None
    received: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether the unit's time is up."""
        return self.deadline is not None and is_late(self.now, self.deadline)

    @property
    def lateness(self) -> timedelta | None:
        """How long after the deadline it came; None where it was in time, or nothing came."""
        if self.received is None or self.deadline is None or not is_late(self.received, self.deadline):
            return None
        return self.received - self.deadline


def is_late(moment: datetime, deadline: datetime) -> bool:
    """Whether the deadline has passed. The whole second that it names is still in time."""
    return moment >= deadline.replace(microsecond=0) + _SECOND
