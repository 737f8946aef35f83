"""One finding on a terminal: the fault, the phrase underlined where it stands in its cell, and the mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.finding import Finding, Language, Text
from toolkit.reporters.marking import Span, marked_lines
from toolkit.reporters.style import GLYPHS, SEVERITIES, Style
from toolkit.reporters.wrapping import hanging, one_line, shorten, width, wrap

_INDENT = "  "
_LEAST = 4  # columns of the cell's text that have to fit beside a phrase to be worth a line
Told = dict[tuple[str | None, Text], str]


def grade(finding: Finding, language: Language) -> str:
    """Severity as mark and word, which no code page and no pipe takes away."""
    if finding.waived:
        return Text(zh="○ 豁免", en="○ waived").in_language(language)
    return f"{GLYPHS[finding.severity]} {SEVERITIES[finding.severity].in_language(language)}"


def phrase_in(message: str, finding: Finding) -> list[Span]:
    """Where the message quotes the phrase of the finding."""
    phrase = one_line(finding.text or "")
    start = message.find(phrase) if phrase else -1
    return [(start, start + len(phrase))] if start >= 0 else []


def finding_lines(
    finding: Finding, followers: Iterable[Finding], told: Told, language: Language, style: Style
) -> Iterator[str]:
    """Cell, severity and code in the margin; beside them the fault, the place, the mend, what follows."""
    cell = (finding.location.cell or "").ljust(4)
    severity = grade(finding, language)
    margin = f"{_INDENT}{cell} {severity} {finding.code}  "
    room = style.columns - width(margin)
    lines = [
        *_fault(finding, room, language, style),
        *_excerpt(finding, room, language, style),
        *_mend(finding, told, room, language, style),
    ]
    for follower in followers:
        lines += _following(follower, room, language, style)
    yield f"{_INDENT}{cell} {style.severity(finding.severity, severity)} {finding.code}  {lines[0]}"
    blank = hanging(margin)
    yield from (blank + line for line in lines[1:])


def _fault(finding: Finding, room: int, language: Language, style: Style) -> Iterator[str]:
    message = one_line(finding.message.in_language(language))
    spans = phrase_in(message, finding) if style.colour else []
    return marked_lines(message, spans, room, style)


def _excerpt(finding: Finding, room: int, language: Language, style: Style) -> Iterator[str]:
    """The phrase between its neighbours in the cell, and a line of carets below it.

    A cell that is marked as a whole is quoted where the fault does not, as far as it is short.
    """
    before, behind = map(one_line, finding.around)
    phrase = one_line(finding.text or "")
    if not phrase.strip():
        return
    if not before and not behind:
        quoted = f"“{phrase}”"
        if width(quoted) <= room and not phrase_in(one_line(finding.message.in_language(language)), finding):
            yield quoted
        return
    phrase = shorten(phrase, room - _LEAST)
    before = _end_of(before, (room - width(phrase)) // 2)
    behind = shorten(behind, room - width(before) - width(phrase))
    yield f"{before}{style.phrase(phrase)}{behind}".rstrip()
    yield style.severity(finding.severity, f"{hanging(before)}{'^' * len(hanging(phrase))}")


def _end_of(text: str, columns: int) -> str:
    """The end of a text that fits, behind an ellipsis where some of it is left out."""
    if width(text) <= columns:
        return text
    while text and width(text) > columns - width("…"):
        text = text[1:]
    return f"…{text}"


def _mend(finding: Finding, told: Told, room: int, language: Language, style: Style) -> Iterator[str]:
    """How to mend it; words that stand above already are not repeated."""
    if finding.waived:
        reason, by, until = finding.waived
        told_by = Text(zh=f"{reason}（{by}，有效期至 {until}）", en=f"{reason} ({by}, until {until})")
        lead = Text(zh="理由：", en="Reason: ").in_language(language)
        yield from _led(style.dim(lead), width(lead), told_by.in_language(language), room)
        return
    lead = Text(zh="改：", en="Fix: ").in_language(language)
    here = finding.location.cell or finding.code
    place = told.setdefault((finding.location.sheet, finding.fix), here)
    words = finding.fix.in_language(language)
    if place != here:
        words = Text(zh=f"同 {place}。", en=f"as for {place}.").in_language(language)
    yield from _led(style.dim(lead), width(lead), words, room)


def _following(finding: Finding, room: int, language: Language, style: Style) -> Iterator[str]:
    """A finding that the one above explains: mend that one and it is gone."""
    severity = grade(finding, language)
    lead = Text(zh=f"连带 {severity} {finding.code}  ", en=f"Follows: {severity} {finding.code}  ")
    plain = lead.in_language(language)
    painted = plain.replace(severity, style.severity(finding.severity, severity))
    yield from _led(painted, width(plain), finding.message.in_language(language), room)


def _led(lead: str, lead_width: int, words: str, room: int) -> Iterator[str]:
    for number, line in enumerate(wrap(one_line(words), room - lead_width)):
        yield f"{' ' * lead_width if number else lead}{line}"
