"""What the template is given: the verdict, then the problems, the progress, the indicators, the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from toolkit.errors import ToolkitError
from toolkit.finding import FileReport, Language, Report, Severity, Verdict
from toolkit.reporters.html.cells import Block, blocks
from toolkit.reporters.html.chart import SCALE, TICKS, Bar, bars
from toolkit.reporters.html.problems import Group, groups, numbered
from toolkit.reporters.html.words import STATES, words
from toolkit.rules import find

_LANGUAGES = {"zh": "zh-CN", "en": "en"}


class Counts(NamedTuple):
    """How many findings of each severity a file has."""

    error: int
    warning: int
    info: int


class Line(NamedTuple):
    """One file in the overview."""

    number: int
    path: str
    unit: str | None
    verdict: Verdict
    counts: Counts


class RuleLine(NamedTuple):
    """One rule that ran, and how often it found something."""

    code: str
    title: str
    found: int


class File(NamedTuple):
    """One file with everything that is shown of it."""

    line: Line
    sentence: str
    known: int
    groups: tuple[Group, ...]
    bars: tuple[Bar, ...]
    blocks: tuple[Block, ...]
    rows: Mapping[tuple[str | None, int | None], int]
    ran: tuple[RuleLine, ...]
    skipped: Mapping[str, list[str]]


def page(report: Report, language: Language) -> dict[str, Any]:
    """The facts of the template. ``files`` is made while the page is written, file by file."""
    overview = [_line(number, file) for number, file in enumerate(report.files, start=1)]
    return {
        "lang": _LANGUAGES[language],
        "words": words(language),
        "states": {state: text.in_language(language) for state, text in STATES.items()},
        "round": report.round,
        "version": report.tool_version,
        "overview": overview,
        "verdicts": Counter(line.verdict for line in overview),
        "files": _files(report.files, overview, language),
        "ticks": [(f"{tick * 100 / SCALE:.2f}", tick) for tick in TICKS],
        "goal": f"{100 * 100 / SCALE:.2f}",
    }


def _line(number: int, file: FileReport) -> Line:
    severities = Counter(finding.severity for finding in file.findings)
    counts = Counts(*(severities[severity] for severity in Severity))
    return Line(number, file.path, file.unit, file.verdict, counts)


def _files(files: Iterable[FileReport], overview: Iterable[Line], language: Language) -> Iterator[File]:
    for file, line in zip(files, overview, strict=True):
        listed = groups(file.findings, language)
        standing = file.standing or ()
        yield File(
            line=line,
            sentence=_sentence(line, len(file.known), language),
            known=len(file.known),
            groups=listed,
            bars=tuple(bars(standing, file.findings, language)),
            blocks=tuple(blocks(standing, numbered(listed))),
            rows={(row.sheet, row.row): number for number, row in enumerate(standing, start=1)},
            ran=tuple(_rules(file, language)),
            skipped=_skipped(file, language),
        )


def _sentence(line: Line, known: int, language: Language) -> str:
    said, counts = words(language), line.counts
    parts = [said["must"].format(errors=counts.error) if counts.error else said["must_not"]]
    parts += [said["look"].format(warnings=counts.warning)] if counts.warning else []
    parts += [said["know"].format(infos=counts.info)] if counts.info else []
    parts += [said["known"].format(known=known)] if known else []
    comma, stop = ("，", "。") if language == "zh" else ("; ", ".")
    joined = comma.join(parts)
    return f"{joined[:1].upper()}{joined[1:]}{stop}"


def _rules(file: FileReport, language: Language) -> Iterator[RuleLine]:
    found = Counter(finding.code for finding in file.findings)
    for code in file.ran:
        yield RuleLine(code, _title(code, language), found[code])


def _title(code: str, language: Language) -> str:
    try:
        return find(code).title.in_language(language)
    except ToolkitError:
        return ""  # a report may hold what this version has no words for


def _skipped(file: FileReport, language: Language) -> dict[str, list[str]]:
    """The rules that did not run, by their reason."""
    reasons: dict[str, list[str]] = {}
    for skip in file.skipped:
        named = f"{skip.code} {_title(skip.code, language)}".rstrip()
        reasons.setdefault(skip.because.in_language(language), []).append(named)
    return reasons
