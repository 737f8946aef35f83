"""A report as lines of JSON: one for each file, and behind it one for each of its findings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from toolkit.finding import FileReport, Language, Report
from toolkit.reporters.json import entry, file_entry
from toolkit.reporters.style import Style


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The lines, file by file. ``kind`` says what a line is; a finding carries the path of its file."""
    for file in report.files:
        yield "".join(_line(each) for each in _entries(file, language))


def _entries(file: FileReport, language: Language) -> Iterator[dict[str, Any]]:
    own = file_entry(file, language)
    del own["findings"]
    yield {"kind": "file", **own}
    for finding in file.findings:
        yield {"kind": "finding", "path": file.path, **entry(finding)}


def _line(entries: dict[str, Any]) -> str:
    """One line whatever is in it: JSON escapes line breaks, and here the odd ones of Unicode as well."""
    text = json.dumps(entries, ensure_ascii=False)
    for odd in ("\x85", "\u2028", "\u2029"):
        text = text.replace(odd, f"\\u{ord(odd):04x}")
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
