"""How a broken rule becomes a finding: its place, the text it points at, and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from toolkit.finding import Finding, Location, Severity, Text
from toolkit.rules.fault import RuleFault
from toolkit.rules.model import FrameCheck, Mark, Row, Rule, Spot
from toolkit.rules.wording import fill
from toolkit.workbook import a1, column_number

_column = cache(column_number)

_AROUND = 24
_CELL_MARKS = frozenset({"task", "target", "progress", "target_value", "actual_value", "completion"})
_PREFIXES = {
    ("targets", "target_text"): "",
    ("targets", "figure"): "figure_",
}
_TYPED = frozenset({"figure", "told", "total", "answer", "percentage"})  # marks that a typed column may take


class Place(NamedTuple):
    """One indicator row: where it is, its name, and per role the cell (row, column) with its text.

    ``indicator``, the row's name, is its task and its target, whatever row it stands on.
    """

    sheet: str
    row: int
    indicator: str
    cells: Mapping[str, tuple[int, int, str]]

    def location(self, role: str, span: tuple[int, int] | None = None) -> tuple[Location, str]:
        """The place of a role's cell and its text cut at the span; the whole cell without one."""
        row, column, text = self.cells[role]
        start, end = span or (0, len(text))
        return (
            Location(sheet=self.sheet, cell=a1(row, column), row=row, column=role, span=(start, end)),
            text[start:end],
        )

    def around(self, role: str, span: tuple[int, int] | None) -> tuple[str, str]:
        """A few characters before and behind the span; an ellipsis where there is more."""
        if span is None:
            return "", ""
        text, (start, end) = self.cells[role][2], span
        before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        return (
            f"…{before}" if start > _AROUND else before,
            f"{behind}…" if end + _AROUND < len(text) else behind,
        )


def row_finding(rule: Rule, check: FrameCheck, facts: Row, place: Place) -> Finding:
    """The finding for one row of a frame. Raises RuleFault where the rule's words or grade do not fit."""
    try:
        role, span = _marked(check.frame, check.mark, facts)
        location, text = place.location(role, span)
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=check.grade(facts) if check.grade else rule.severity,
            message=filled(rule.message, facts),
            fix=filled(rule.fix, facts),
            location=location,
            text=text,
            value=fill(check.value, facts) if check.value else None,
            expected=fill(check.expected, facts) if check.expected else None,
            related=tuple(_related(check, facts, place)) if check.related else (),
            indicator=place.indicator,
            around=place.around(role, span),
            part=_part(facts),
        )
    except (KeyError, ValueError, TypeError, ArithmeticError) as error:
        raise RuleFault(rule.code, repr(error)) from error


def spot_finding(rule: Rule, spot: Spot, indicator: str | None = None) -> Finding:
    """The finding for a place that a structure rule points at, in the row of ``indicator`` or in none.

    Raises RuleFault as ``row_finding`` does.
    """
    place = a1(spot.row, spot.column) if spot.row and spot.column else None
    try:
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=spot.severity or rule.severity,
            message=filled(rule.message, spot.facts),
            fix=filled(rule.fix, spot.facts),
            location=Location(
                sheet=spot.sheet,
                cell=place,
                row=spot.row,
                column=spot.role,
                span=None if spot.text is None else (0, len(spot.text)),
            ),
            text=spot.text,
            value=spot.value,
            expected=spot.expected,
            indicator=indicator,
            part=spot.text if indicator is None else None,
        )
    except (KeyError, ValueError, TypeError) as error:
        raise RuleFault(rule.code, repr(error)) from error


def arranged(findings: Iterable[Finding], sheets: Sequence[str]) -> tuple[Finding, ...]:
    """Findings by sheet, row, column, span and code, each once, equal ones numbered by ``occurrence``.

    Two rows that share a merged cell say the same of it: that is one finding. Two findings of one
    rule on one place stay in the order of the row's targets.
    """
    order = {sheet: position for position, sheet in enumerate(sheets)}
    once = {(_place_key(each, order), each.code, each.message): each for each in findings}
    seen: Counter[tuple[str, str | None, str | None, str | None]] = Counter()
    numbered = []
    for _, finding in sorted(once.items(), key=lambda item: item[0][:2]):
        identity = (finding.code, finding.indicator, finding.location.column, finding.part)
        numbered.append(replace(finding, occurrence=seen[identity]) if seen[identity] else finding)
        seen[identity] += 1
    return tuple(numbered)


def is_rejected(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings blocks the submission; one that is waived does not."""
    return any(finding.severity is Severity.ERROR and finding.waived is None for finding in findings)


def filled(text: Text, facts: Mapping[str, object]) -> Text:
    """Both languages of a text with its ``{names}`` replaced; a text without any is used as it is."""
    if "{" not in text.zh and "{" not in text.en:
        return text
    return Text(fill(text.zh, facts), fill(text.en, facts))


def _related(check: FrameCheck, facts: Row, place: Place) -> Iterable[Location]:
    for mark in check.related:
        role, span = _marked(check.frame, mark, facts)
        if role in place.cells:
            yield place.location(role, span)[0]


def _marked(frame: str, mark: Mark, facts: Row) -> tuple[str, tuple[int, int] | None]:
    """The role of the marked cell, and the marked span in it; no span for the whole cell."""
    if mark in _CELL_MARKS:
        return mark, None
    if mark == "answer" or (mark in _TYPED and facts.get("typed_column")):
        return facts.get("typed_column") or "progress", None
    if mark == "phrase":
        role = str(facts["column"])
    else:
        role = "target" if mark == "target_text" else "progress"
    prefix = f"{mark}_" if mark in {"told", "total", "echo", "stated"} else _PREFIXES.get((frame, mark), "")
    start, end = facts[f"{prefix}start"], facts[f"{prefix}end"]
    return role, None if start is None else (start, end)


def _part(facts: Row) -> str | None:
    """The number of the target that a row of a frame is about; None where it is about none."""
    number = facts.get("index", facts.get("target_index"))
    return None if number is None else str(number)


def _place_key(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int, int, int]:
    location = finding.location
    column = _column(location.cell.rstrip("0123456789")) if location.cell else 0
    start, end = location.span or (-1, -1)
    sheet = -1 if location.sheet is None else order.get(location.sheet, len(order))
    return sheet, location.row or 0, column, start, end
