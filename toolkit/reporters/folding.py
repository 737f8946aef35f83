"""Findings that follow from another one are shown under it: grouped, never dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.finding import Finding


def folded(findings: Sequence[Finding]) -> Iterator[tuple[Finding, tuple[Finding, ...]]]:
    """Every finding that stands by itself, with those that follow from it.

    One whose cause is not among them, known from a former report or left out, stands by itself.
    """
    present = {finding.fingerprint for finding in findings if finding.cause is None}
    for finding in findings:
        if finding.cause is None or finding.cause not in present:
            mark = finding.fingerprint if finding.cause is None else None
            yield finding, tuple(each for each in findings if mark is not None and each.cause == mark)
