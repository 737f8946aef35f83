"""The list of findings that stands in front of a marked workbook: of a copy, or of the open book itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.finding import FileReport, Finding, Language, Severity, Text
from toolkit.marks import MADE_BY, SHEET_NAME, Facts, Line, Listing, free_tab_name
from toolkit.reporters.note import graver_first
from toolkit.reporters.style import GLYPHS, SEVERITIES, VERDICTS
from toolkit.rules import find
from toolkit.workbook import Sheet, Workbook, parse_a1

_COLUMNS = (
    (Text(zh="级别", en="Severity"), 9.0),
    (Text(zh="规则", en="Rule"), 20.0),
    (Text(zh="工作表", en="Sheet"), 14.0),
    (Text(zh="单元格", en="Cell"), 9.0),
    (Text(zh="指标", en="Indicator"), 30.0),
    (Text(zh="填报内容", en="Value"), 24.0),
    (Text(zh="问题", en="Problem"), 46.0),
    (Text(zh="改法", en="Fix"), 46.0),
)
_LINK_COLUMN = 4
_LONGEST_VALUE = 60
_GUIDE = Text(
    zh="点击蓝色的单元格地址可以跳到该处；有问题的单元格加了底色和批注，有问题的词句为红色。"
    "改好后直接报送本文件即可，标注不影响检查。",
    en="Click a blue address to jump to the cell. Cells with problems have a fill and a note, the words "
    "concerned are red. Mend them and send in this very file: the marks do not matter.",
)
_SIGNED = Text(
    zh="原文件带有数字签名；本文件加了标注，签名不再有效，须以原文件为准或改好后重新签名。",
    en="The original has a digital signature. It does not hold for this marked copy: keep the original, or "
    "sign again after mending.",
)
_LOCKED = Text(
    zh="原工作簿设有结构保护，保护不变，因此不能直接删除本工作表；去除标注请用 indicators check --unmark。",
    en="The structure of the workbook is protected and stays so: this sheet cannot be deleted by hand, "
    "indicators check --unmark takes the marks out.",
)


def listing_of(file: FileReport, workbook: Workbook, known: Facts, language: Language) -> Listing:
    """The list of findings of one file, for a copy of it or for the open book itself."""
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    lines = tuple(_lines(_grouped(file.findings), sheets, language))
    return Listing(
        name=free_tab_name(SHEET_NAME.in_language(language), known.tab_names),
        title=f"{SHEET_NAME.in_language(language)}  {_verdict(file, language)}",
        remarks=tuple(_remarks(file, known, language)),
        columns=tuple((title.in_language(language), width) for title, width in _COLUMNS),
        link_column=_LINK_COLUMN,
        lines=lines,
    )


def _verdict(file: FileReport, language: Language) -> str:
    counts = [
        f"{SEVERITIES[severity].in_language(language)} {number}"
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in file.findings))
    ]
    told = ("、" if language == "zh" else ", ").join(counts)
    nothing = Text(zh="没有发现问题", en="nothing found").in_language(language)
    return f"{VERDICTS[file.verdict].in_language(language)}  {told or nothing}"


def _remarks(file: FileReport, known: Facts, language: Language) -> Iterator[str]:
    if file.findings:
        yield _GUIDE.in_language(language)
    if known.signed:
        yield _SIGNED.in_language(language)
    if known.locked:
        yield _LOCKED.in_language(language)
    concerned = {(finding.location.sheet, finding.location.cell) for finding in file.findings}
    if talked := sorted(known.conversations & concerned):
        places = "、".join(f"{sheet}!{cell}" for sheet, cell in talked)
        kept = Text(
            zh=f"已有批注会话的单元格不另加批注，会话原样保留：{places}。",
            en=f"Cells with a conversation keep it as it is and get no note: {places}.",
        )
        yield kept.in_language(language)
    yield f"{MADE_BY.in_language(language)}。" if language == "zh" else f"{MADE_BY.en}."


def _grouped(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """Every finding with the first that says the same, the graver first, what follows behind its cause."""
    listed = list(findings)
    present = {finding.fingerprint for finding in listed}
    following: dict[str, list[Finding]] = {}
    groups: dict[tuple[Severity, str, Text, Text], list[Finding]] = {}
    for finding in graver_first(listed):
        if finding.cause in present and finding.cause is not None:
            following.setdefault(finding.cause, []).append(finding)
        else:
            key = finding.severity, finding.code, finding.message, finding.fix
            groups.setdefault(key, []).append(finding)
    for group in groups.values():
        for finding in group:
            yield finding, group[0]
            for other in following.get(finding.fingerprint, ()):
                yield other, finding


def _lines(
    findings: Iterable[tuple[Finding, Finding]], sheets: dict[str, Sheet], language: Language
) -> Iterator[Line]:
    for finding, first in findings:
        location = finding.location
        sheet = sheets.get(location.sheet or "")
        link = (sheet.name, location.cell) if sheet and location.cell else None
        seen = sheet is None or sheet.visibility == "visible"
        yield Line(
            severity=finding.severity,
            texts=(
                f"{GLYPHS[finding.severity]} {SEVERITIES[finding.severity].in_language(language)}",
                f"{finding.code} {find(finding.code).title.in_language(language)}",
                _sheet_name(finding, sheet, language),
                _cell_name(finding, sheet, language),
                finding.indicator or "",
                _value(finding),
                *_words(finding, first, language),
            ),
            link=link if seen else None,
            repeats=finding is not first,
        )


def _sheet_name(finding: Finding, sheet: Sheet | None, language: Language) -> str:
    hidden = sheet is not None and sheet.visibility != "visible"
    mark = Text(zh="（隐藏的工作表）", en=" (hidden sheet)").in_language(language) if hidden else ""
    return f"{finding.location.sheet or ''}{mark}"


def _cell_name(finding: Finding, sheet: Sheet | None, language: Language) -> str:
    cell = finding.location.cell
    if cell is None:
        return ""
    row, column = parse_a1(cell)
    if sheet is not None and row in sheet.hidden_rows:
        return cell + Text(zh="（隐藏行）", en=" (hidden row)").in_language(language)
    if sheet is not None and column in sheet.hidden_columns:
        return cell + Text(zh="（隐藏列）", en=" (hidden column)").in_language(language)
    return cell


def _value(finding: Finding) -> str:
    text = finding.text or finding.value or ""
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def _words(finding: Finding, first: Finding, language: Language) -> tuple[str, str]:
    """The problem and its mend; what stands above already is only pointed at."""
    message, fix = finding.message.in_language(language), finding.fix.in_language(language)
    place = first.location.cell or first.code
    same = Text(zh=f"同 {place}。", en=f"As for {place}.").in_language(language)
    if finding is first:
        return message, fix
    if finding.cause == first.fingerprint:
        caused = Text(zh=f"（由 {place} 引起）{message}", en=f"(caused by {place}) {message}")
        return caused.in_language(language), fix
    return same if finding.message == first.message else message, same
