"""A report as SARIF 2.1.0, the form in which analysis tools hand their results to one another.

A row of the sheet is a line of the file and a column is a column; the logical location is the cell.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.errors import ToolkitError
from toolkit.finding import FileReport, Finding, Language, Location, Report, Severity
from toolkit.reporters.catalogue import generic
from toolkit.reporters.characters import unicode_text
from toolkit.reporters.place import named, row_and_column, uri
from toolkit.reporters.style import Style
from toolkit.rules import find
from toolkit.rules.model import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The document in pieces, the results file by file."""
    rules = list(_rules(report.files))
    head = {"$schema": _SCHEMA, "version": "2.1.0"}
    run = {
        "tool": {"driver": _driver(report.tool_version, rules, language)},
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
    }
    yield f'{_inner(head)},\n"runs": [{_inner(run)},\n"results": ['
    between = "\n"
    positions = {rule.code: position for position, rule in enumerate(rules)}
    for file in report.files:
        for finding in file.findings:
            yield between + _dumped(_result(file, finding, positions, language))
            between = ",\n"
    yield "\n]}]}\n"


def _inner(entries: dict[str, Any]) -> str:
    """An object that has not ended yet."""
    return _dumped(entries).removesuffix("}")


def _dumped(entries: dict[str, Any]) -> str:
    return unicode_text(json.dumps(entries, ensure_ascii=False))


def _rules(files: Iterable[FileReport]) -> Iterator[Rule]:
    """The rules that found something, in the order of their codes."""
    for code in sorted({finding.code for file in files for finding in file.findings}):
        try:
            yield find(code)
        except ToolkitError:
            continue  # a report may hold what this version has no words for


def _driver(version: str, rules: Iterable[Rule], language: Language) -> dict[str, Any]:
    return {
        "name": "indicator-toolkit",
        "version": version,
        "rules": [_rule(rule, language) for rule in rules],
    }


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.in_language(language)},
        "fullDescription": {"text": rule.why.in_language(language)},
        "help": {"text": generic(rule.fix.in_language(language))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    file: FileReport, finding: Finding, positions: dict[str, int], language: Language
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding, language)},
        "locations": [_location(file, finding.location, finding.text)],
        "partialFingerprints": {"indicatorFinding/v1": finding.fingerprint},
        "properties": _properties(finding),
    }
    if finding.code in positions:
        result["ruleIndex"] = positions[finding.code]
    if finding.waived:
        reason, by, until = finding.waived
        result["suppressions"] = [{"kind": "external", "justification": f"{reason} ({by}, {until})"}]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(file, other, None)} for number, other in enumerate(finding.related)
        ]
    return result


def _message(finding: Finding, language: Language) -> str:
    """Fault and mend. Braces would stand for arguments here, and ``[text](0)`` for a link."""
    words = f"{finding.message.in_language(language)} {finding.fix.in_language(language)}"
    return _LINK.sub(r"\\[", words.replace("{", "{{").replace("}", "}}"))


def _location(file: FileReport, location: Location, text: str | None) -> dict[str, Any]:
    row, column = row_and_column(location)
    region: dict[str, Any] = {"startLine": row}
    if column:
        region |= {"startColumn": column, "endColumn": column + 1}
    if text:
        region["snippet"] = {"text": text}
    found: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(file.path)}, "region": region}
    }
    if name := named(location):
        found["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "cell" if column else "sheet"}]
    return found


def _properties(finding: Finding) -> dict[str, Any]:
    facts = {
        "indicator": finding.indicator,
        "column": finding.location.column,
        "span": finding.location.span,
        "value": finding.value,
        "expected": finding.expected,
        "cause": finding.cause,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}
