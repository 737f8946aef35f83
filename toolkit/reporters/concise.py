"""A report for a person in a hurry: one line for each finding, with its place, severity, rule and fault."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import FileReport, Finding, Language, Report
from toolkit.reporters.fault import grade, phrase_in
from toolkit.reporters.marking import marked_lines
from toolkit.reporters.place import named
from toolkit.reporters.style import Style
from toolkit.reporters.totals import Tally
from toolkit.reporters.wrapping import one_line
from toolkit.shapes import outline_of

_UNBROKEN = 1_000_000


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The lines, file by file, and the total."""
    style = style or Style()
    tally = Tally(language)
    for file in report.files:
        tally.add(outline_of(file))
        yield "".join(f"{_line(file, finding, language, style)}\n" for finding in file.findings)
    blank = "\n" if style.statistics else ""
    yield blank + "".join(f"{line}\n" for line in tally.lines(style))


def _line(file: FileReport, finding: Finding, language: Language, style: Style) -> str:
    path = style.bold(one_line(file.path))
    place = named(finding.location)
    severity = style.severity(finding.severity, grade(finding, language))
    message = one_line(finding.message.in_language(language))
    spans = phrase_in(message, finding) if style.colour else []
    words = "".join(marked_lines(message, spans, _UNBROKEN, style))
    return f"{path}:{f' {one_line(place)}:' if place else ''} {severity} {finding.code} {words}"
