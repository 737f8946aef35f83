"""A report for a person: every finding under its row, with its cell, the phrase, the fault and the mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.finding import FileReport, Finding, Language, Report, Severity, Skipped, Text
from toolkit.reporters.fault import Told, finding_lines
from toolkit.reporters.folding import by_row, folded
from toolkit.reporters.style import SEVERITIES, VERDICTS, Style
from toolkit.reporters.totals import Tally
from toolkit.reporters.wrapping import one_line, shorten, width, wrap
from toolkit.shapes import Outline, Run, outline_of

_MOST_CODES = 24
_INDENT = "  "


def render(report: Report, language: Language = "zh", style: Style | None = None) -> str:
    """The report as text with a closing line break, files in the report's order."""
    return "".join(chunks(report, language, style))


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
    style = style or Style()
    tally = Tally(language)
    for file, words in files:
        tally.add(file)
        yield f"{style.bold(one_line(file.path))}\n{words}\n"
    yield from (f"{line}\n" for line in tally.lines(style))


def body(file: FileReport, language: Language = "zh", style: Style | None = None) -> str:
    """What is said of a file below its path."""
    return "".join(f"{line}\n" for line in _file(file, language, style or Style()))


def _file(file: FileReport, language: Language, style: Style) -> Iterator[str]:
    yield _verdict(file, language, style)
    told: Told = {}
    for group in by_row(file.findings):
        yield ""
        yield style.bold(_heading(group[0], language, style))
        for finding, followers in folded(group):
            yield from finding_lines(finding, followers, told, language, style)
    if file.skipped:
        yield ""
        yield from _skipped(file.skipped, language, style)


def _verdict(file: FileReport, language: Language, style: Style) -> str:
    verdict = VERDICTS[file.verdict].in_language(language)
    counts = [
        f"{SEVERITIES[severity].in_language(language)} {number}"
        for severity in Severity
        if (number := sum(each.severity is severity and each.waived is None for each in file.findings))
    ]
    if waived := sum(finding.waived is not None for finding in file.findings):
        counts.append(Text(zh=f"已豁免 {waived}", en=f"waived {waived}").in_language(language))
    nothing = (
        Text(zh="没有新问题", en="nothing new") if file.known else Text(zh="没有发现问题", en="nothing found")
    )
    told = Text(zh="、", en=", ").in_language(language).join(counts) or nothing.in_language(language)
    known = len(file.known)
    if known:
        told += Text(zh=f"（另有 {known} 个已知）", en=f" ({known} known)").in_language(language)
    owner = f"{one_line(file.unit)}  " if file.unit else ""
    return f"{owner}{style.verdict(file.verdict, verdict)}  {told}"


def _heading(finding: Finding, language: Language, style: Style) -> str:
    row, sheet = finding.location.row, finding.location.sheet or ""
    if row is None:
        return one_line(sheet) or Text(zh="整个文件", en="The whole file").in_language(language)
    label = Text(zh=f"第 {row} 行", en=f"Row {row}").in_language(language)
    if finding.indicator is None:
        return f"{label}  {one_line(sheet)}".rstrip()
    return f"{label}  {shorten(one_line(finding.indicator), style.columns - width(label) - 2)}"


def _skipped(skipped: Iterable[Skipped], language: Language, style: Style) -> Iterator[str]:
    """What did not run, the rules with one reason together; so many that nobody reads them are counted."""
    yield style.bold(Text(zh="没有执行的规则", en="Rules that did not run").in_language(language))
    reasons: dict[str, list[str]] = {}
    for skip in skipped:
        reasons.setdefault(skip.because.in_language(language), []).append(skip.code)
    for reason, codes in reasons.items():
        many = Text(zh=f"{len(codes)} 条规则", en=f"{len(codes)} rules").in_language(language)
        lead = (many if len(codes) > _MOST_CODES else " ".join(codes)) + Text(zh="：", en=": ").in_language(
            language
        )
        for number, line in enumerate(wrap(lead + one_line(reason), style.columns - 4)):
            yield f"{_INDENT}{'  ' if number else ''}{line}"
