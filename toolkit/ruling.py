"""What a round makes of the findings on a file: its own severities, and what it has waived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from toolkit.collection import Round, Waiver
from toolkit.errors import ToolkitError
from toolkit.finding import FileReport, Finding, Text, Verdict, Waived
from toolkit.findings import is_rejected
from toolkit.header import fold
from toolkit.rules import find
from toolkit.rules.model import FrameCheck


def ruled(report: FileReport, collection: Round, now: datetime | None = None) -> FileReport:
    """The report as this round has it: severities changed, findings waived, and the verdict after that.

    A waiver holds on its last day too, as the day is counted in the round's time zone.
    """
    if not report.findings:
        return report
    unit = collection.roster.called(report.unit)
    findings = ruled_findings(report.findings, collection, unit.name if unit else report.unit, now)
    verdict: Verdict = "rejected" if is_rejected(findings) else "accepted"
    return replace(
        report, findings=findings, verdict="unreadable" if report.verdict == "unreadable" else verdict
    )


def ruled_findings(
    findings: Iterable[Finding], collection: Round, unit: str | None, now: datetime | None = None
) -> tuple[Finding, ...]:
    """Findings on a unit as this round has them. ``unit`` is its name on the list."""
    today = (now or datetime.now(collection.zone)).astimezone(collection.zone).date()
    return tuple(_ruled(finding, collection, unit, today) for finding in findings)


def threshold_faults(collection: Round) -> Iterator[ToolkitError]:
    """The thresholds of the round that its rules do not have. Loads those rules."""
    for code, given in collection.thresholds.items():
        check = find(code).check
        known = sorted(check.thresholds) if isinstance(check, FrameCheck) else []
        for name in given.keys() - known:
            zh = f"thresholds.{code}.{name} 不是规则 {code} 的界限；它的界限有：{'、'.join(known) or '无'}。"
            names = ", ".join(known) or "none"
            en = f"thresholds.{code}.{name} is no threshold of {code}, which has: {names}."
            yield ToolkitError(Text(zh=zh, en=en))


def _ruled(finding: Finding, collection: Round, unit: str | None, today: date) -> Finding:
    severity = collection.severities.get(finding.code, finding.severity)
    waiver = next((each for each in collection.waivers if _holds(each, finding, unit, today)), None)
    waived = Waived(waiver.reason, waiver.by, waiver.until) if waiver else None
    if severity is finding.severity and waived is None:
        return finding
    return replace(finding, severity=severity, waived=waived)


def _holds(waiver: Waiver, finding: Finding, unit: str | None, today: date) -> bool:
    return (
        waiver.rule == finding.code
        and today <= waiver.until
        and waiver.unit in {None, unit}
        and (waiver.indicator is None or fold(waiver.indicator) in fold(finding.indicator or ""))
    )
