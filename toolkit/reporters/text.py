"""A report for a person: every finding under its row, with its cell, the phrase, the fault and the mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from toolkit.finding import FileReport, Finding, Language, Report, Severity, Skipped, Text, Verdict
from toolkit.reporters.marking import marked_lines
from toolkit.reporters.style import GLYPHS, SEVERITIES, VERDICTS, Style
from toolkit.reporters.wrapping import hanging, one_line, shorten, width, wrap
from toolkit.workbook import parse_a1

_INDENT = "  "
_Told = dict[tuple[str | None, Text], str]


@dataclass(frozen=True, slots=True)
class _Printer:
    language: Language
    style: Style

    def say(self, zh: str, en: str) -> str:
        return Text(zh=zh, en=en).in_language(self.language)


def render(report: Report, language: Language = "zh", style: Style | None = None) -> str:
    """The report as text with a closing line break, files in the report's order."""
    return "".join(chunks(report, language, style))


def chunks(report: Report, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The same text file by file, so that a large run never stands in memory as a whole."""
    printer = _Printer(language, style or Style())
    counts: Counter[Verdict | Severity] = Counter()
    for file in report.files:
        counts[file.verdict] += 1
        counts.update(finding.severity for finding in file.findings)
        yield "".join(f"{line}\n" for line in (*_file(printer, file), ""))
    yield _total(printer, counts) + "\n"


def _file(printer: _Printer, file: FileReport) -> Iterator[str]:
    style = printer.style
    yield style.bold(one_line(file.path))
    yield _verdict(printer, file)
    told: _Told = {}
    for group in _rows(file.findings):
        yield ""
        yield style.bold(_heading(printer, group[0]))
        for finding in group:
            yield from _finding(printer, finding, told)
    if file.skipped:
        yield ""
        yield from _skipped(printer, file.skipped)


def _verdict(printer: _Printer, file: FileReport) -> str:
    verdict = VERDICTS[file.verdict].in_language(printer.language)
    counts = [
        f"{SEVERITIES[severity].in_language(printer.language)} {number}"
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in file.findings))
    ]
    told = printer.say("、", ", ").join(counts) or printer.say("没有发现问题", "nothing found")
    owner = f"{one_line(file.unit)}  " if file.unit else ""
    return f"{owner}{printer.style.verdict(file.verdict, verdict)}  {told}"


def _rows(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Sheet by sheet, row by row; inside a row cell by cell and along the text."""
    listed = list(findings)
    sheets = {sheet: rank for rank, sheet in enumerate(dict.fromkeys(each.location.sheet for each in listed))}

    def row(finding: Finding) -> tuple[int, int]:
        return sheets[finding.location.sheet], finding.location.row or 0

    def place(finding: Finding) -> tuple[int, int, int, int]:
        column = parse_a1(finding.location.cell)[1] if finding.location.cell else 0
        return *row(finding), column, finding.location.span[0] if finding.location.span else -1

    return [list(group) for _, group in groupby(sorted(listed, key=place), key=row)]


def _heading(printer: _Printer, finding: Finding) -> str:
    row, sheet = finding.location.row, finding.location.sheet or ""
    if row is None:
        return one_line(sheet) or printer.say("整个文件", "The whole file")
    label = printer.say(f"第 {row} 行", f"Row {row}")
    if finding.indicator is None:
        return f"{label}  {one_line(sheet)}".rstrip()
    return f"{label}  {shorten(one_line(finding.indicator), printer.style.columns - width(label) - 2)}"


def _finding(printer: _Printer, finding: Finding, told: _Told) -> Iterator[str]:
    """Cell, severity and code in the margin; the fault beside them, and the mend below it."""
    style = printer.style
    severity = SEVERITIES[finding.severity].in_language(printer.language)
    grade = f"{GLYPHS[finding.severity]} {severity}"
    cell = (finding.location.cell or "").ljust(4)
    margin = f"{_INDENT}{cell} {grade} {finding.code}  "
    room = style.columns - width(margin)
    lines = [*_fault(printer, finding, room), *_mend(printer, finding, told, room)]
    yield f"{_INDENT}{cell} {style.severity(finding.severity, grade)} {finding.code}  {lines[0]}"
    for line in lines[1:]:
        yield hanging(margin) + line


def _fault(printer: _Printer, finding: Finding, room: int) -> Iterator[str]:
    """What is wrong, with the phrase from the cell marked in it, or before it where it is not in it."""
    message = one_line(finding.message.in_language(printer.language))
    phrase = one_line(finding.text or "")
    start = message.find(phrase) if phrase else -1
    if phrase and start < 0 and width(phrase) <= room - width("“”"):
        yield f"“{printer.style.phrase(phrase)}”"
    spans = [(start, start + len(phrase))] if phrase and start >= 0 and printer.style.colour else []
    yield from marked_lines(message, spans, room, printer.style)


def _mend(printer: _Printer, finding: Finding, told: _Told, room: int) -> Iterator[str]:
    """How to mend it; words that stand above already are not repeated."""
    lead = printer.say("改：", "Fix: ")
    here = finding.location.cell or finding.code
    place = told.setdefault((finding.location.sheet, finding.fix), here)
    words = finding.fix.in_language(printer.language)
    if place != here:
        words = printer.say(f"同 {place}。", f"as for {place}.")
    for number, line in enumerate(wrap(one_line(words), room - width(lead))):
        yield f"{' ' * width(lead) if number else printer.style.dim(lead)}{line}"


def _skipped(printer: _Printer, skipped: Iterable[Skipped]) -> Iterator[str]:
    """What did not run, the rules with one reason together."""
    yield printer.style.bold(printer.say("没有执行的规则", "Rules that did not run"))
    reasons: dict[str, list[str]] = {}
    for skip in skipped:
        reasons.setdefault(skip.because.in_language(printer.language), []).append(skip.code)
    for reason, codes in reasons.items():
        lead = " ".join(codes) + printer.say("：", ": ")
        for number, line in enumerate(wrap(lead + one_line(reason), printer.style.columns - 4)):
            yield f"{_INDENT}{'  ' if number else ''}{line}"


def _total(printer: _Printer, counts: Mapping[Verdict | Severity, int]) -> str:
    accepted, rejected, unreadable = (counts[verdict] for verdict in VERDICTS)
    errors, warnings, infos = (counts[severity] for severity in Severity)
    files = accepted + rejected + unreadable
    return printer.say(
        f"共 {files} 份：通过 {accepted}，退回修改 {rejected}，无法读取 {unreadable}；"
        f"错误 {errors}，警告 {warnings}，提示 {infos}。",
        f"{files} files: {accepted} accepted, {rejected} rejected, {unreadable} unreadable; "
        f"{errors} errors, {warnings} warnings, {infos} infos.",
    )
