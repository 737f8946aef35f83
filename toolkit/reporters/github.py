"""A report as the commands that GitHub Actions shows as annotations, one line for each finding."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import FileReport, Finding, Language, Report, Severity
from toolkit.reporters.characters import unicode_text
from toolkit.reporters.place import row_and_column, sentence
from toolkit.reporters.style import Style

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The commands, file by file."""
    for file in report.files:
        yield "".join(_command(file, finding, language) for finding in file.findings)


def _command(file: FileReport, finding: Finding, language: Language) -> str:
    row, column = row_and_column(finding.location)
    facts = {"file": file.path, "line": str(row), "title": f"{finding.code} {finding.name}"}
    if column:
        facts["col"] = str(column)
    written = ",".join(f"{name}={_escaped(fact)}" for name, fact in facts.items())
    data = unicode_text(sentence(finding, language)).translate(_IN_DATA)
    return f"::{_COMMANDS[finding.weight]} {written}::{data}\n"


def _escaped(fact: str) -> str:
    return unicode_text(fact).translate(_IN_PROPERTIES)
