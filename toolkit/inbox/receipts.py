"""The words of a receipt: what came, when, with which verdict, and the digest that proves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from toolkit.finding import Language, Text, Verdict
from toolkit.inbox.register import Entry

VERDICTS: dict[Verdict, Text] = {
    "accepted": Text("通过", "accepted"),
    "rejected": Text("退回修改", "rejected"),
    "unreadable": Text("无法读取", "unreadable"),
}
Told = tuple[str, str, str | None, str]


def receipt_lines(entry: Entry, findings: Sequence[Told], zone: tzinfo, language: Language) -> Iterator[str]:
    """A receipt to hand out, the errors that have to be mended at its end."""
    received = entry.received
    facts = (
        (Text("编号", "Number"), f"{entry.id:06d}"),
        (Text("填报轮次", "Round"), entry.round),
        (Text("填报单位", "Unit"), received.unit or "—"),
        (Text("文件", "File"), received.path.replace("\\", "/").rpartition("/")[2]),
        (Text("第几次报送", "Version"), str(entry.version)),
        (Text("收到时间", "Received"), _moment(received.received, zone)),
        (Text("登记时间", "Recorded"), _moment(entry.recorded, zone)),
        (Text("内容摘要", "SHA-256"), received.content),
        (Text("结论", "Verdict"), VERDICTS[received.verdict].in_language(language)),
        (Text("错误、警告、豁免", "Errors, warnings, waived"), _counts(entry)),
    )
    yield Text("报送回执", "Receipt").in_language(language)
    between = Text("：", ": ").in_language(language)
    yield from (f"{label.in_language(language)}{between}{value}" for label, value in facts)
    errors = [each for each in findings if each[1] == "error"]
    if received.verdict != "accepted" and errors:
        yield Text("须修改：", "To be mended:").in_language(language)
        yield from (f"  {cell or ''} {code} {message}".rstrip() for code, _, cell, message in errors)


def history_lines(entries: Sequence[Entry], zone: tzinfo, language: Language) -> Iterator[str]:
    """A line for each submission, oldest first."""
    for entry in entries:
        verdict = VERDICTS[entry.received.verdict].in_language(language)
        moment = _moment(entry.received.received, zone)
        yield f"{moment}  {entry.round}  {entry.version}  {verdict}  {_counts(entry)}  {entry.received.path}"


def _counts(entry: Entry) -> str:
    received = entry.received
    return f"{received.errors}/{received.warnings}/{received.waived}"


def _moment(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).isoformat(" ", "seconds")
