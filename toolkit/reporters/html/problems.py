"""The table of problems: every finding with a number of its own, row by row of the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from toolkit.finding import Finding, Language
from toolkit.reporters.folding import by_row, folded
from toolkit.reporters.html.words import words
from toolkit.reporters.style import GLYPHS


class Problem(NamedTuple):
    """One finding as the table shows it. ``excerpt`` is the phrase between its neighbours in the cell."""

    number: int
    sheet: str | None
    cell: str | None
    kind: str
    glyph: str
    severity: str
    code: str
    name: str
    message: str
    fix: str
    excerpt: tuple[str, str, str] | None
    follows: bool
    finding: Finding


class Group(NamedTuple):
    """The problems of one row of the sheet. ``row`` is None for those of the whole file."""

    sheet: str | None
    row: int | None
    heading: str
    indicator: str | None
    problems: tuple[Problem, ...]


def groups(findings: Sequence[Finding], language: Language) -> tuple[Group, ...]:
    """The problems in the order of the sheet, what follows from one right behind it."""
    numbers = count(1)
    return tuple(_group(group, numbers, language) for group in by_row(findings))


def _group(findings: Sequence[Finding], numbers: Iterator[int], language: Language) -> Group:
    said, first = words(language), findings[0]
    row, sheet = first.location.row, first.location.sheet
    heading = said["whole_file"] if row is None else said["row_number"].format(row=row)
    return Group(
        sheet=sheet,
        row=row,
        heading=f"{heading} · {sheet}" if sheet else heading,
        indicator=next((each.indicator for each in findings if each.indicator), None),
        problems=tuple(_problems(findings, numbers, language)),
    )


def _problems(findings: Sequence[Finding], numbers: Iterator[int], language: Language) -> Iterator[Problem]:
    for finding, followers in folded(findings):
        yield _problem(finding, next(numbers), language, follows=False)
        for follower in followers:
            yield _problem(follower, next(numbers), language, follows=True)


def _problem(finding: Finding, number: int, language: Language, *, follows: bool) -> Problem:
    before, behind = finding.around
    marked = bool(finding.text) and bool(before or behind)
    return Problem(
        number=number,
        sheet=finding.location.sheet,
        cell=finding.location.cell,
        kind=finding.severity.value,
        glyph=GLYPHS[finding.severity],
        severity=words(language)[finding.severity.value],
        code=finding.code,
        name=finding.name,
        message=finding.message.in_language(language),
        fix=finding.fix.in_language(language),
        excerpt=(before, finding.text or "", behind) if marked else None,
        follows=follows,
        finding=finding,
    )


def numbered(listed: Iterable[Group]) -> Iterator[Problem]:
    """All problems of a file in the order of their numbers."""
    for group in listed:
        yield from group.problems
