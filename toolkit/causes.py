"""Which findings only follow from another one, so that a report can show them under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from toolkit.finding import Finding, Location
from toolkit.rules import find
from toolkit.rules.model import Cause


def linked(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same findings in the same order; ``cause`` is the fingerprint of what one follows from.

    A cause is never less grave than what follows, and never follows from something itself.
    """
    rows: defaultdict[tuple[str | None, int | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        rows[finding.location.sheet, finding.location.row].append(finding)
    return tuple(
        _with_cause(finding, rows[finding.location.sheet, finding.location.row]) for finding in findings
    )


def _with_cause(finding: Finding, row: Iterable[Finding]) -> Finding:
    for cause in _causes(finding.code):
        for other in row:
            if other.code == cause.code and _explains(other, finding, cause):
                return replace(finding, cause=other.fingerprint)
    return finding


def _explains(cause: Finding, effect: Finding, how: Cause) -> bool:
    if cause.severity.rank < effect.severity.rank or _causes(cause.code):
        return False
    match how.within:
        case "row":
            return True
        case "cell":
            return cause.location.cell == effect.location.cell
        case "part":
            return cause.part is not None and cause.part == effect.part
        case "phrase":
            places = (cause.location, *cause.related)
            return any(_overlap(place, effect.location) for place in places)


@cache
def _causes(code: str) -> tuple[Cause, ...]:
    return find(code).follows


def _overlap(one: Location, other: Location) -> bool:
    if one.cell != other.cell or one.span is None or other.span is None:
        return False
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]
