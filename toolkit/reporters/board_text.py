"""The board on a terminal: a bar of who has reported, then a line for each unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from toolkit.finding import Finding, Language, Text, Verdict
from toolkit.inbox.board import Board, Line, State
from toolkit.reporters.style import GLYPHS, SEVERITIES, Style
from toolkit.reporters.wrapping import one_line, shorten, width

STATES: dict[State, Text] = {
    "missing": Text(zh="○ 未报", en="○ missing"),
    "accepted": Text(zh="√ 通过", en="√ accepted"),
    "rejected": Text(zh="× 退回修改", en="× rejected"),
    "unreadable": Text(zh="× 无法读取", en="× unreadable"),
}
HEADINGS = (
    Text(zh="填报单位", en="Unit"),
    Text(zh="收到时间", en="Received"),
    Text(zh="第几次", en="Version"),
    Text(zh="错误", en="Errors"),
    Text(zh="警告", en="Warnings"),
    Text(zh="结论", en="Verdict"),
    Text(zh="期限", en="Time"),
)
DISAGREEMENTS = Text(zh="单位之间填报不一致", en="Units that tell one thing differently")
_BAR = 40
_UNIT_WIDTH = 28


def chunks(board: Board, language: Language = "zh", style: Style | None = None) -> Iterator[str]:
    """The board line by line."""
    style = style or Style()
    yield from (f"{line}\n" for line in _lines(board, language, style))


def _lines(board: Board, language: Language, style: Style) -> Iterator[str]:
    yield style.bold(f"{one_line(board.round)}  {moment(board.now)}")
    yield _bar(board, language)
    yield ""
    rows = [cells(line, language) for line in board.lines]
    headings = [heading.in_language(language) for heading in HEADINGS]
    widths = [max(map(width, column)) for column in zip(headings, *rows, strict=True)]
    widths[0] = min(widths[0], _UNIT_WIDTH)
    yield style.bold(_row(headings, widths))
    for line, row in zip(board.lines, rows, strict=True):
        words = _row(row, widths)
        painted = row[5] if line.state == "missing" else style.verdict(_verdict(line.state), row[5])
        yield words.replace(row[5], painted, 1) if painted != row[5] else words
    yield from _disagreements(board, language, style)
    yield from _strangers(board, language, style)


def cells(line: Line, language: Language) -> list[str]:
    """The words of one unit, in the order of HEADINGS."""
    return [
        one_line(line.unit),
        moment(line.counting.received.astimezone(line.deadline.tzinfo if line.deadline else None))
        if line.counting
        else "—",
        str(line.version) if line.version else "—",
        str(line.errors),
        str(line.warnings),
        STATES[line.state].in_language(language),
        time_words(line).in_language(language),
    ]


def time_words(line: Line) -> Text:
    """How many days are left, or how late it came or is."""
    if line.lateness is not None:
        zh, en = late_words(line.lateness)
        return Text(zh=f"逾期{zh}", en=f"late by {en}")
    if line.counting and line.state == "accepted":
        return Text(zh="按时", en="in time")
    if line.deadline is None:
        return Text(zh="—", en="—")
    if line.days_left is None:
        return Text(zh="已到期", en="time is up")
    if line.days_left == 0:
        return Text(zh="最后期限", en="due now")
    return Text(zh=f"剩{line.days_left}个工作日", en=f"{line.days_left} working days left")


def late_words(lateness: timedelta) -> tuple[str, str]:
    """A stretch of time in its largest unit, in Chinese and in English."""
    days, minutes = lateness.days, lateness.seconds // 60
    if days:
        return f"{days}天", f"{days} d"
    if minutes >= 60:
        return f"{minutes // 60}小时", f"{minutes // 60} h"
    return (f"{minutes}分钟", f"{minutes} min") if minutes else ("不到1分钟", "less than 1 min")


def moment(when: object) -> str:
    """A moment to the minute: 07-10 17:00 with its year."""
    return str(when)[:16]


def summary(board: Board) -> Text:
    """How many of how many, in one line."""
    total, missing = len(board.lines), board.count("missing")
    accepted, rejected = board.count("accepted"), board.count("rejected", "unreadable")
    return Text(
        zh=f"已报 {total - missing}/{total}：通过 {accepted}，退回 {rejected}，未报 {missing}",
        en=f"{total - missing} of {total}: {accepted} accepted, {rejected} rejected, {missing} missing",
    )


def _bar(board: Board, language: Language) -> str:
    total = len(board.lines) or 1
    full = _BAR * (len(board.lines) - board.count("missing")) // total
    return f"{'■' * (full // 2)}{'□' * (_BAR // 2 - full // 2)} {summary(board).in_language(language)}"


def _row(words: list[str], widths: list[int]) -> str:
    fitted = (shorten(word, size) for word, size in zip(words, widths, strict=True))
    padded = (f"{word}{' ' * (size - width(word))}" for word, size in zip(fitted, widths, strict=True))
    return "  ".join(padded).rstrip()


def _verdict(state: State) -> Verdict:
    return "accepted" if state == "accepted" else "rejected"


def disagreements(board: Board) -> Iterator[tuple[str, Finding]]:
    """What units tell otherwise than others, with the unit: the findings of a board that have a cell."""
    for line in board.lines:
        yield from ((line.unit, finding) for finding in line.findings if finding.location.cell)


def _disagreements(board: Board, language: Language, style: Style) -> Iterator[str]:
    found = list(disagreements(board))
    if not found:
        return
    yield ""
    yield style.bold(DISAGREEMENTS.in_language(language))
    for unit, finding in found:
        words = SEVERITIES[finding.severity].in_language(language)
        sign = style.severity(finding.severity, f"{GLYPHS[finding.severity]} {words}")
        message = one_line(finding.message.in_language(language))
        yield f"  {one_line(unit)}  {finding.location.cell}  {sign} {finding.code}  {message}"


def _strangers(board: Board, language: Language, style: Style) -> Iterator[str]:
    if not board.strangers:
        return
    yield ""
    yield style.bold(
        Text(zh="看不出单位的文件（不计入）", en="Files of no unit (not counted)").in_language(language)
    )
    yield from (f"  {one_line(each.path)}" for each in board.strangers)
