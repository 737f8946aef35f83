"""How a person wants findings grouped: by row, and under their cause. Grouped, never dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from toolkit.finding import Finding
from toolkit.workbook import parse_a1


def by_row(findings: Iterable[Finding]) -> list[Sequence[Finding]]:
    """Sheet by sheet, row by row; inside a row cell by cell and along the text."""
    listed = list(findings)
    sheets = {sheet: rank for rank, sheet in enumerate(dict.fromkeys(each.location.sheet for each in listed))}

    def row(finding: Finding) -> tuple[int, int]:
        return sheets[finding.location.sheet], finding.location.row or 0

    def place(finding: Finding) -> tuple[int, int, int, int]:
        column = parse_a1(finding.location.cell)[1] if finding.location.cell else 0
        return *row(finding), column, finding.location.span[0] if finding.location.span else -1

    return [list(group) for _, group in groupby(sorted(listed, key=place), key=row)]


def folded(findings: Sequence[Finding]) -> Iterator[tuple[Finding, tuple[Finding, ...]]]:
    """Every finding that stands by itself, with those that follow from it.

    One whose cause is not among them, known from a former report or left out, stands by itself.
    """
    following = [finding for finding in findings if finding.cause is not None]
    if not following:
        yield from ((finding, ()) for finding in findings)
        return
    marks = [finding.fingerprint if finding.cause is None else None for finding in findings]
    for finding, mark in zip(findings, marks, strict=True):
        if mark is not None:
            yield finding, tuple(each for each in following if each.cause == mark)
        elif finding.cause not in marks:
            yield finding, ()
