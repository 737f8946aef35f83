"""A report as GitLab's code quality artifact: a JSON list with an entry for each finding."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from toolkit.finding import FileReport, Finding, Language, Report, Severity
from toolkit.reporters.characters import unicode_text
from toolkit.reporters.place import row_and_column, sentence
from toolkit.reporters.style import Style

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The list in pieces, finding by finding."""
    between = "[\n"
    for file in report.files:
        for finding in file.findings:
            yield between + unicode_text(json.dumps(_entry(file, finding, language), ensure_ascii=False))
            between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def _entry(file: FileReport, finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "description": sentence(finding, language),
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": _fingerprint(file, finding),
        "severity": _SEVERITIES[finding.weight],
        "location": {"path": file.path, "lines": {"begin": row_and_column(finding.location)[0]}},
    }


def _fingerprint(file: FileReport, finding: Finding) -> str:
    """Unlike ours it has to differ between files as well."""
    identity = f"{file.path}\x1f{finding.fingerprint}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(identity).hexdigest()[:32]
