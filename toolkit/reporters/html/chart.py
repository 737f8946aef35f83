"""The bars of completion against pace: one for each numeric target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from toolkit.display import plain
from toolkit.finding import Finding, Language, Severity
from toolkit.reporters.html.words import STATES
from toolkit.standing import Standing, TargetStanding

SCALE = 150  # percent at the right end of a bar's field
TICKS = (0, 50, 100, 150)
_CODES = {"A006": "breached", "A004": "scale", "A001": "missing", "A007": "behind", "A005": "far"}


class Bar(NamedTuple):
    """One bar. Lengths are percentages of its field's width; None where there is nothing to draw."""

    sheet: str
    row: int
    task: str
    target: str
    figure: str | None
    completion: str | None
    length: str | None
    pace: str | None
    pace_share: str | None
    beyond: bool
    state: str
    label: str


class Place(NamedTuple):
    """Where a finding about a target is: its sheet, its row, and which target of it."""

    sheet: str | None
    row: int | None
    part: str | None


def bars(standing: Iterable[Standing], findings: Iterable[Finding], language: Language) -> Iterator[Bar]:
    """The bars in the order of the rows. What a rule found decides the state, so that both say the same."""
    states: dict[Place, str] = {}
    for finding in findings:
        if finding.code in _CODES:
            place = Place(finding.location.sheet, finding.location.row, finding.part)
            states.setdefault(place, _found(finding))
    for row in standing:
        for target in row.targets:
            yield _bar(row, target, states, language)


def _found(finding: Finding) -> str:
    state = _CODES[finding.code]
    return "slightly" if state == "behind" and finding.severity is Severity.INFO else state


def _bar(row: Standing, target: TargetStanding, states: Mapping[Place, str], language: Language) -> Bar:
    state = states.get(Place(row.sheet, row.row, target.part)) or _unremarkable(target)
    share = target.completion
    return Bar(
        sheet=row.sheet,
        row=row.row,
        task=row.task.text,
        target=f"{target.bound}{target.unit or ''}",
        figure=target.figure,
        completion=None if share is None else _shown(share),
        length=None if share is None else _length(share),
        pace=None if target.elapsed is None else _length(target.elapsed),
        pace_share=None if target.elapsed is None else _shown(target.elapsed),
        beyond=share is not None and share > SCALE,
        state=state,
        label=STATES[state].in_language(language),
    )


def _unremarkable(target: TargetStanding) -> str:
    if target.completion is None:
        return "unknown"
    if target.cap:
        return "within" if target.completion <= 100 else "going"
    return "met" if target.completion >= 100 else "going"


def _length(share: Decimal) -> str:
    inside = min(max(share, Decimal(0)), Decimal(SCALE))
    return f"{inside * 100 / SCALE:.2f}"


def _shown(share: Decimal) -> str:
    """To one decimal; a share of millions of percent stays readable."""
    if abs(share) >= 10**7:
        return f"{share:.1E}"
    return plain(share.quantize(Decimal("0.1"), ROUND_HALF_UP))
