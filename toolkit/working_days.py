"""Which days are worked on, and how many of them are left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """Monday to Friday but for ``holidays``, and the ``workdays`` that make up for them at weekends."""

    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()

    def is_worked(self, day: date) -> bool:
        """Whether people are at work on this day."""
        return day in self.workdays or (day.weekday() < _SATURDAY and day not in self.holidays)

    def days_left(self, today: date, last: date) -> int:
        """The days worked after ``today`` up to ``last``, that one included; 0 where it is past."""
        return sum(self.is_worked(today + timedelta(days=step)) for step in range(1, (last - today).days + 1))
