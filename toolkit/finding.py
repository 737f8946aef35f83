"""What a check says: findings, each with its place, and the report that holds them.

Standard library only, so that every other module may import it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from toolkit.fact import Fact
from toolkit.standing import Standing

Language = Literal["zh", "en"]
Verdict = Literal["accepted", "rejected", "unreadable"]


class Severity(StrEnum):
    """How much a finding weighs: an error blocks, a warning needs a person, an info never blocks."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error: larger is graver."""
        return _RANKS[self]


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages. Wording may change; identity never rests on it."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        """The sentence in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a workbook. ``span`` counts code points of the cell's own text, end excluded."""

    sheet: str | None = None
    cell: str | None = None
    row: int | None = None
    column: str | None = None
    span: tuple[int, int] | None = None


class Waived(NamedTuple):
    """Why a finding does not count in this round, who decided it, and the last day on which it holds."""

    reason: str
    by: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault at one place, with its mend.

    ``text`` is the cell's text cut at ``location.span``; ``indicator`` names the row by its
    task and target; ``around`` is what stands in the cell right before and right behind the text;
    ``part`` tells apart what one rule can find in one column of it, such as the
    number of the target. ``fingerprint`` stays the same when rows move or wording changes;
    ``cause`` is the fingerprint of the finding that this one only follows from. A ``waived`` one was
    accepted in advance: it is told and does not count.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    fix: Text
    location: Location = field(default_factory=Location)
    text: str | None = None
    value: str | None = None
    expected: str | None = None
    related: tuple[Location, ...] = ()
    indicator: str | None = None
    around: tuple[str, str] = ("", "")
    part: str | None = None
    occurrence: int = 0
    cause: str | None = None
    waived: Waived | None = None

    @property
    def weight(self) -> Severity:
        """Its severity, or an info once it is waived."""
        return Severity.INFO if self.waived else self.severity

    @property
    def fingerprint(self) -> str:
        """16 hex digits made of code, indicator, column and part: neither row numbers nor any wording."""
        identity = (self.code, self.indicator, self.location.column, self.part, str(self.occurrence))
        joined = "\x1f".join([part or "" for part in identity])
        return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that did not run on a file, and why not."""

    code: str
    because: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """All that was found in one file. ``unit`` is the reporting unit, where it is known.

    ``known`` are the fingerprints of what is left out because a former report has it.
    ``standing`` shows the indicators themselves, ``facts`` are what other units may tell too; None where
    nobody asked for them.
    """

    path: str
    verdict: Verdict
    unit: str | None = None
    findings: tuple[Finding, ...] = ()
    ran: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    known: tuple[str, ...] = ()
    standing: tuple[Standing, ...] | None = None
    facts: tuple[Fact, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was found in one run, files in the order in which they were asked for."""

    tool_version: str
    round: str | None
    files: Sequence[FileReport]

    def count(self, severity: Severity) -> int:
        """How many findings of this severity the whole run has, those waived left out."""
        return sum(
            finding.severity is severity and finding.waived is None
            for file in self.files
            for finding in file.findings
        )
