"""A report as JUnit XML: a file is a suite, and a rule on it is a case that holds or fails.

An info never blocks, so it stands in the output of a case that holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from toolkit.finding import FileReport, Finding, Language, Report, Severity
from toolkit.reporters.characters import xml_text
from toolkit.reporters.place import named
from toolkit.reporters.style import Style


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The document, suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="indicator-toolkit">\n'
    for file in report.files:
        yield "".join(f"{line}\n" for line in _suite(file, language))
    yield "</testsuites>\n"


def _suite(file: FileReport, language: Language) -> Iterator[str]:
    cases = [*_cases(file, language), *_skipped(file, language)]
    failing = sum(finding.weight is not Severity.INFO for finding in file.findings)
    unread = file.verdict == "unreadable"
    counts = {
        "tests": len(cases),
        "failures": 0 if unread else failing,
        "errors": failing if unread else 0,
        "skipped": len(file.skipped),
    }
    numbers = " ".join(f'{name}="{count}"' for name, count in counts.items())
    yield f'<testsuite name={_attribute(file.path)} {numbers} time="0">'
    yield from cases
    yield "</testsuite>"


def _cases(file: FileReport, language: Language) -> Iterator[str]:
    """A case for each finding, and one for each rule that has none."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in file.findings:
        found[finding.code].append(finding)
    for code in dict.fromkeys((*file.ran, *found)):
        if code not in found:
            yield f"{_case(file, code)}/>"
        for finding in found[code]:
            place = named(finding.location)
            name = " ".join(filter(None, (code, finding.name, place, finding.fingerprint)))
            yield f"{_case(file, name)}>{_outcome(file, finding, language)}</testcase>"


def _skipped(file: FileReport, language: Language) -> Iterator[str]:
    for skip in file.skipped:
        because = _attribute(skip.because.in_language(language))
        yield f"{_case(file, skip.code)}><skipped message={because}/></testcase>"


def _case(file: FileReport, name: str) -> str:
    return f'<testcase classname={_attribute(file.path)} name={_attribute(name)} time="0"'


def _outcome(file: FileReport, finding: Finding, language: Language) -> str:
    message = finding.message.in_language(language)
    words = [finding.indicator, message, finding.fix.in_language(language)]
    text = escape(xml_text("\n".join(word for word in words if word)))
    if finding.weight is Severity.INFO:
        return f"<system-out>{text}</system-out>"
    tag = "error" if file.verdict == "unreadable" else "failure"
    return f'<{tag} type="{finding.weight.value}" message={_attribute(message)}>{text}</{tag}>'


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))
