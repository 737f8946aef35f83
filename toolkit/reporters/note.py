"""The note on a cell: every fault there, the gravest first, each with its mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.finding import Finding, Language, Severity, Text
from toolkit.marks import CellMark, Phrase
from toolkit.ooxml.patch.signature import CLOSING, opened
from toolkit.reporters.style import GLYPHS, SEVERITIES
from toolkit.workbook import parse_a1

_LONGEST = 900
_FIX = Text(zh="改：", en="Fix: ")


def cell_marks(findings: Iterable[Finding], language: Language) -> dict[str, tuple[CellMark, ...]]:
    """The marks of a file by sheet, one for each cell that something was found in."""
    cells: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        sheet, cell = finding.location.sheet, finding.location.cell
        if sheet is not None and cell is not None:
            cells.setdefault((sheet, cell), []).append(finding)
    marks: dict[str, list[CellMark]] = {}
    for (sheet, cell), found in cells.items():
        marks.setdefault(sheet, []).append(_mark(cell, graver_first(found), language))
    return {sheet: tuple(listed) for sheet, listed in marks.items()}


def graver_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, warnings, infos; within each in the order in which they came."""
    return sorted(findings, key=lambda finding: -finding.severity.rank)


def _mark(cell: str, found: Sequence[Finding], language: Language) -> CellMark:
    row, column = parse_a1(cell)
    own = [finding for finding in found if finding.cause is None]
    phrases = (
        Phrase(*finding.location.span, finding.text)
        for finding in found
        if finding.location.span and finding.text
    )
    return CellMark(
        row=row,
        column=column,
        severity=max((finding.severity for finding in own or found), key=_rank),
        note=_note(own or found, len(found) - len(own or found), language),
        phrases=tuple(dict.fromkeys(phrases)),
    )


def _rank(severity: Severity) -> int:
    return severity.rank


def _note(found: Sequence[Finding], following: int, language: Language) -> str:
    lines = [opened(language)]
    length = 0
    for number, finding in enumerate(found):
        words = _words(finding, language)
        length += len(words)
        if number and length > _LONGEST:
            following += len(found) - number
            break
        lines.append(words)
    if following:
        more = Text(
            zh=f"另有 {following} 条，见工作表“检查结果”。",
            en=f"{following} more: see the sheet of check results.",
        )
        lines.append(more.in_language(language))
    return "\n".join([*lines, CLOSING])


def _words(finding: Finding, language: Language) -> str:
    severity = SEVERITIES[finding.severity].in_language(language)
    message, fix = finding.message.in_language(language), finding.fix.in_language(language)
    head = f"{GLYPHS[finding.severity]} {severity} {finding.code}  {_short(message)}"
    return f"{head}\n{_FIX.in_language(language)}{_short(fix)}".replace(CLOSING, "")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
