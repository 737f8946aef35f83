"""A report as JSON, in the form that other programs rely on. A change of form raises SCHEMA_VERSION."""

from __future__ import annotations

import json
from typing import Any

from toolkit.finding import FileReport, Finding, Language, Report, Severity, Text

SCHEMA_VERSION = 1


def render(report: Report, language: Language = "zh") -> str:
    """The report as indented JSON text with a closing line break.

    Messages and fixes are there in both languages; ``language`` is that of the one-language words.
    """
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": report.tool_version,
            "round": report.round,
            "files": [_file(file, language) for file in report.files],
            "summary": {
                "files": len(report.files),
                "errors": report.count(Severity.ERROR),
                "warnings": report.count(Severity.WARNING),
                "infos": report.count(Severity.INFO),
            },
        }
    )


def dump(document: dict[str, Any]) -> str:
    """Any document as JSON text. Half a surrogate pair, which UTF-8 cannot hold, is written escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _file(file: FileReport, language: Language) -> dict[str, Any]:
    return {
        "path": file.path,
        "unit": file.unit,
        "verdict": file.verdict,
        "findings": [_finding(finding) for finding in file.findings],
        "rules": {
            "ran": list(file.ran),
            "skipped": [
                {"code": skip.code, "because": skip.because.in_language(language)} for skip in file.skipped
            ],
        },
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.location
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": _text(finding.message),
        "fix": _text(finding.fix),
        "sheet": place.sheet,
        "cell": place.cell,
        "row": place.row,
        "column": place.column,
        "span": list(place.span) if place.span else None,
        "text": finding.text,
        "value": finding.value,
        "expected": finding.expected,
        "related": [{"sheet": other.sheet, "cell": other.cell} for other in finding.related],
        "indicator": finding.indicator,
        "fingerprint": finding.fingerprint,
    }


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
