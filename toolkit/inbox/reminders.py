"""What to write to a unit that has sent nothing, or whose submission has to go back. Never sent by us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from typing import NamedTuple

from toolkit.collection import Round
from toolkit.inbox.board import Board, Line
from toolkit.roster import Contact

Told = tuple[str, str, str | None, str]
_MOST = 20  # errors that are listed; whoever has more gets the checked workbook as well


class Reminder(NamedTuple):
    """One message. ``address`` is empty where the round does not know it."""

    unit: str
    address: str
    subject: str
    body: str


def reminders(board: Board, collection: Round, errors: Mapping[str, Sequence[Told]]) -> Iterator[Reminder]:
    """A message for every unit that is missing or rejected. ``errors`` are those of its submission."""
    contacts = {unit.name: unit.contact for unit in collection.units}
    for line in board.lines:
        if line.state != "accepted":
            contact = contacts.get(line.unit, Contact())
            subject = (
                f"关于{'报送' if line.state == 'missing' else '修改'}{board.round}绩效任务进展情况的提醒"
            )
            body = "\n".join(_body(board, line, contact, errors.get(line.unit, ())))
            yield Reminder(line.unit, contact.email, subject, body)


def as_text(reminder: Reminder) -> str:
    """The message to paste, with whom it is for above it."""
    to = f"（{reminder.address}）" if reminder.address else ""
    return f"收件人：{reminder.unit}{to}\n主题：{reminder.subject}\n\n{reminder.body}\n"


def as_mail(reminder: Reminder) -> bytes:
    """The message as an .eml draft, which a mail program opens ready to be sent."""
    mail = EmailMessage(policy=SMTP)
    if reminder.address:
        mail["To"] = reminder.address
    mail["Subject"] = reminder.subject
    mail["X-Unsent"] = "1"
    mail.set_content(f"{reminder.body}\n", charset="utf-8", cte="base64")
    return mail.as_bytes()


def _body(board: Board, line: Line, contact: Contact, errors: Sequence[Told]) -> Iterator[str]:
    what = f"{board.round}绩效任务进展情况"
    yield f"{contact.name or line.unit}："
    if line.state == "missing":
        yield f"　　截至{_moment(board.now)}，尚未收到{line.unit}的{what}。{_time(line)}"
    elif line.state == "unreadable":
        yield f"　　{line.unit}报送的《{_name(line)}》无法读取，请重新保存后再报送。{_time(line)}"
    else:
        yield f"　　{line.unit}报送的《{_name(line)}》有{line.errors}处错误须修改。{_time(line)}"
        for code, _, cell, message in errors[:_MOST]:
            yield f"　　{cell or '全表'}（{code}）{message}"
        if len(errors) > _MOST:
            yield f"　　其余{len(errors) - _MOST}处见检查报告。"
    yield "　　如有疑问，请与我们联系。"


def _time(line: Line) -> str:
    if line.deadline is None:
        return "请尽快报送。"
    if line.days_left is None:
        return f"报送截止时间{_moment(line.deadline)}已过，请立即报送。"
    left = f"还有{line.days_left}个工作日" if line.days_left else "今天截止"
    return f"报送截止时间为{_moment(line.deadline)}，{left}，请按时报送。"


def _moment(moment: object) -> str:
    return str(moment)[:16]


def _name(line: Line) -> str:
    return line.counting.path.replace("\\", "/").rpartition("/")[2] if line.counting else ""
