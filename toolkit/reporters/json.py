"""A report as JSON, in the form that other programs rely on. A change of form raises SCHEMA_VERSION."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from toolkit.finding import FileReport, Finding, Language, Report, Severity, Text, Waived
from toolkit.reporters.style import Style
from toolkit.shapes import Outline, Run, outline_of

Entries: TypeAlias = dict[str, Any]

SCHEMA_VERSION = 1
_encoded = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes one anew for every entry


def render(report: Report, language: Language = "zh") -> str:
    """The report as indented JSON text with a closing line break.

    Messages and fixes are there in both languages; ``language`` is that of the one-language words.
    """
    return "".join(chunks(report, language))


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The same text file by file, so that a large run never stands in memory as a whole."""
    files = ((outline_of(file), body(file, language, style)) for file in report.files)
    return assembled(report, files, language, style)


def assembled(
    run: Run,
    files: Iterable[tuple[Outline, str]],
    language: Language = "zh",
    style: Style | None = None,
) -> Iterator[str]:
    """The report of files whose bodies were made before."""
    severities: Counter[Severity] = Counter()
    rules: Counter[str] = Counter()
    done = waived = 0

    def objects() -> Iterator[str]:
        nonlocal done, waived
        for file, words in files:
            for code, _, severity, count in file.rules:
                severities[severity] += count
                rules[code] += count
            done += 1
            waived += file.waived
            yield f'{{\n      "path": {_plain(file.path)},\n{words}\n    }}'

    def summary() -> Entries:
        errors, warnings, infos = (severities[severity] for severity in Severity)
        numbers = {"files": done, "errors": errors, "warnings": warnings, "infos": infos}
        numbers["waived"] = waived
        return {"summary": {**numbers, "rules": dict(sorted(rules.items()))}}

    head = {"schema_version": SCHEMA_VERSION, "tool_version": run.tool_version, "round": run.round}
    return _object(head, objects(), summary)


def body(file: FileReport, language: Language = "zh", style: Style | None = None) -> str:
    """The entries of a file's object after its path."""
    entries = file_entry(file, language)
    del entries["path"]
    return _lines(entries)


def document(head: Entries, files: Iterable[Entries], tail: Callable[[], Entries]) -> Iterator[str]:
    """A JSON object in pieces: the entries of ``head``, the list ``files``, and ``tail`` after them."""
    return _object(head, (f"{{\n{_lines(file)}\n    }}" for file in files), tail)


def _object(head: Entries, files: Iterable[str], tail: Callable[[], Entries]) -> Iterator[str]:
    yield f'{{\n{_entries(head)},\n  "files": ['
    between = "\n"
    for file in files:
        yield f"{between}    {file}"
        between = ",\n"
    yield "]" if between == "\n" else "\n  ]"
    rest = tail()
    yield f",\n{_entries(rest)}\n}}\n" if rest else "\n}\n"


def _lines(file: Entries) -> str:
    """The inside of one file's object: a line for each entry, and for each finding or row in its lists.

    Deeper than that it is not indented: the indenting encoder is a slow one, written in Python.
    """
    return ",\n".join(f'      "{name}": {_value(entry)}' for name, entry in file.items())


def _value(entry: object) -> str:
    if isinstance(entry, list) and entry and isinstance(entry[0], dict):
        return "[\n" + ",\n".join(f"        {_plain(each)}" for each in entry) + "\n      ]"
    return _plain(entry)


def _plain(entry: object) -> str:
    return _escaped(_encoded(entry))


def _entries(entries: Entries) -> str:
    """The lines of an object without its braces."""
    return _dumped(entries).removeprefix("{\n").removesuffix("\n}")


def _dumped(entries: Entries) -> str:
    return _escaped(json.dumps(entries, ensure_ascii=False, indent=2))


def _escaped(text: str) -> str:
    """Half a surrogate pair, which UTF-8 cannot hold, is written escaped."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def file_entry(file: FileReport, language: Language) -> Entries:
    """One file as the form has it."""
    return {
        "path": file.path,
        "unit": file.unit,
        "verdict": file.verdict,
        "findings": [entry(finding) for finding in file.findings],
        "rules": {
            "ran": list(file.ran),
            "skipped": [
                {"code": skip.code, "because": skip.because.in_language(language)} for skip in file.skipped
            ],
        },
        "known": list(file.known),
    }


def entry(finding: Finding) -> Entries:
    """One finding as the form has it."""
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
        "cause": finding.cause,
        "waived": _waived(finding.waived),
    }


def _waived(waived: Waived | None) -> dict[str, str] | None:
    return {"reason": waived.reason, "by": waived.by, "until": waived.until.isoformat()} if waived else None


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
