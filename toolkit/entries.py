"""A file's report as entries of JSON, and back: how the cache keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from toolkit.fact import Fact
from toolkit.finding import FileReport, Finding, Location, Severity, Skipped, Text
from toolkit.standing import Standing, TargetStanding, Told


def entry_of(report: FileReport) -> dict[str, Any]:
    """The report without its path, as JSON has it."""
    return {
        "verdict": report.verdict,
        "unit": report.unit,
        "ran": report.ran,
        "skipped": [(each.code, each.because.zh, each.because.en) for each in report.skipped],
        "findings": [_finding_entry(finding) for finding in report.findings],
        "standing": None if report.standing is None else [_standing_entry(row) for row in report.standing],
        "facts": None if report.facts is None else [_fact_entry(fact) for fact in report.facts],
    }


def _finding_entry(finding: Finding) -> list[Any]:
    return [
        finding.code,
        finding.name,
        finding.severity.value,
        (finding.message.zh, finding.message.en),
        (finding.fix.zh, finding.fix.en),
        _location_entry(finding.location),
        finding.text,
        finding.value,
        finding.expected,
        [_location_entry(location) for location in finding.related],
        finding.indicator,
        finding.around,
        finding.part,
        finding.occurrence,
        finding.cause,
    ]


def _location_entry(location: Location) -> list[Any]:
    return [location.sheet, location.cell, location.row, location.column, location.span]


def report_of(entry: Mapping[str, Any], path: str) -> FileReport:
    """The report of an entry, for a file at this path.

    Raises KeyError, TypeError or ValueError for what is no entry.
    """
    return FileReport(
        path=path,
        verdict=entry["verdict"],
        unit=entry["unit"],
        findings=tuple(_finding(*each) for each in entry["findings"]),
        ran=tuple(entry["ran"]),
        skipped=tuple(Skipped(code, Text(zh, en)) for code, zh, en in entry["skipped"]),
        standing=None if entry["standing"] is None else tuple(_standing(*row) for row in entry["standing"]),
        facts=None if entry["facts"] is None else tuple(_fact(*each) for each in entry["facts"]),
    )


def _finding(  # noqa: PLR0913, PLR0917 - the fields of an entry, in their order
    code: str,
    name: str,
    severity: str,
    message: list[str],
    fix: list[str],
    location: list[Any],
    text: str | None,
    value: str | None,
    expected: str | None,
    related: list[list[Any]],
    indicator: str | None,
    around: list[str],
    part: str | None,
    occurrence: int,
    cause: str | None,
) -> Finding:
    return Finding(
        code=code,
        name=name,
        severity=Severity(severity),
        message=Text(*message),
        fix=Text(*fix),
        location=_location(*location),
        text=text,
        value=value,
        expected=expected,
        related=tuple(_location(*each) for each in related),
        indicator=indicator,
        around=(around[0], around[1]),
        part=part,
        occurrence=occurrence,
        cause=cause,
    )


def _location(
    sheet: str | None, cell: str | None, row: int | None, column: str | None, span: list[int] | None
) -> Location:
    return Location(sheet=sheet, cell=cell, row=row, column=column, span=_span(span))


def _standing_entry(standing: Standing) -> list[Any]:
    targets = [
        [*target[:-2], *(None if number is None else str(number) for number in target[-2:])]
        for target in standing.targets
    ]
    return [*standing[:-1], targets]


def _standing(sheet: str, row: int, *rest: list[Any]) -> Standing:
    *told, targets = rest
    task, target, progress = (Told(*each) for each in told)
    return Standing(sheet, row, task, target, progress, tuple(_target_standing(*each) for each in targets))


def _target_standing(part: str, text: str, span: list[int], *rest: Any) -> TargetStanding:  # noqa: ANN401
    bound, unit, cap, figure, figure_span, *numbers = rest
    completion, elapsed = (None if number is None else Decimal(number) for number in numbers)
    spans = _span(span) or (0, 0), _span(figure_span)
    return TargetStanding(part, text, spans[0], bound, unit, cap, figure, spans[1], completion, elapsed)


def _fact_entry(fact: Fact) -> list[Any]:
    return [str(each) if isinstance(each, Decimal) else each for each in fact]


def _fact(*entry: Any) -> Fact:  # noqa: ANN401 - the fields of an entry, in their order
    fact = Fact(*entry)
    return fact._replace(
        low=Decimal(fact.low),
        high=Decimal(fact.high),
        cell=(fact.cell[0], fact.cell[1]),
        span=fact.span and (fact.span[0], fact.span[1]),
    )


def _span(entry: list[int] | None) -> tuple[int, int] | None:
    return (entry[0], entry[1]) if entry else None
