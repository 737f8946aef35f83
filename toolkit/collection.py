"""What a round says: who reports what, in which form, until when, and what is accepted in advance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from toolkit.finding import Severity
from toolkit.roster import Roster, Unit
from toolkit.round_fields import BEIJING, Span
from toolkit.working_days import WorkingCalendar

Thresholds: TypeAlias = Mapping[str, Mapping[str, Decimal]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding accepted in advance. ``until`` is the last day on which it holds, in the round's zone."""

    rule: str
    reason: str
    by: str
    until: date
    unit: str | None = None
    indicator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The template that was issued, beside the round's file, and the further versions that it accepts."""

    file: str
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One collection. ``folder`` is where its file stands, and so its ``schemas/`` too."""

    name: str
    period: Span | None = None
    deadline: datetime | None = None
    zone: tzinfo = BEIJING
    schema: str | None = None
    units: tuple[Unit, ...] = ()
    template: Template | None = None
    previous: Path | None = None
    spans: tuple[tuple[str, Span], ...] = ()
    thresholds: Thresholds = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    folder: Path | None = None
    roster: Roster = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "roster", Roster(self.units))

    @property
    def template_path(self) -> Path | None:
        """Where the issued template is, or None where the round has none."""
        return self.folder / self.template.file if self.folder and self.template else None

    def deadline_of(self, unit: Unit | None) -> datetime | None:
        """Until when this unit may report: its extension, or else the deadline of the round."""
        return unit.deadline if unit and unit.deadline else self.deadline
