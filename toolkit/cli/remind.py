"""``indicators remind``: a message for every unit that is missing or rejected, to paste or to send."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from toolkit.cli import options, rounds
from toolkit.cli.before import with_previous
from toolkit.cli.faults import ExitCode, guarded
from toolkit.cli.paths import mistake, write

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from toolkit.collection import Round
    from toolkit.finding import Language
    from toolkit.inbox.board import Board
    from toolkit.inbox.reminders import Reminder

_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@click.command(
    short_help="写出催报、退改提醒 Write reminders.",
    help="为没有报送或须退回修改的单位各写一份提醒；只写出文字，不会发送。\n\n"
    "Writes a reminder for every unit that is missing or rejected. Nothing is sent.",
)
@click.argument("folder", type=click.Path(), metavar="DIR")
@rounds.collection
@rounds.at
@rounds.register
@click.option(
    "--format",
    "form",
    type=click.Choice(["txt", "eml"]),
    default="txt",
    show_default=True,
    help="文字或邮件草稿 Text to paste, or drafts for a mail program.",
)
@click.option(
    "-o", "--output", type=click.Path(), metavar="DIR", help="每个单位一个文件 A file for each unit."
)
@options.language
@guarded
def remind(
    *,
    folder: str,
    round_path: str | None,
    at: str | None,
    register: str | None,
    form: str,
    output: str | None,
    lang: Language,  # noqa: ARG001 - reminders are written in the language of the units
) -> int:
    """Writes the reminders; 1 where there are any."""
    from toolkit.cli.inbox import made_board
    from toolkit.inbox.folder import settle
    from toolkit.inbox.reminders import as_text, reminders

    place = rounds.inbox_folder(folder)
    asked, round_ = rounds.round_settings(place, round_path)
    target = _folder(output, form)
    kept = rounds.register_place(register, round_)
    files = settle(place)
    asked = with_previous(asked, files, register=register)
    board = made_board(files, asked, round_=round_, register=kept, at=at)
    written = list(reminders(board, round_, _errors(board, round_, kept)))
    if target:
        _write_files(written, target, form)
    else:
        write(("\n".join(map(as_text, written)),), None)
    return ExitCode.FINDINGS if written else ExitCode.CLEAN


def _folder(output: str | None, form: str) -> Path | None:
    from pathlib import Path

    if output is None:
        if form == "eml":
            raise mistake("邮件草稿请用 --output 指定文件夹。", "Name a folder for the drafts with --output.")
        return None
    if not Path(output).is_dir():
        raise mistake(f"找不到文件夹 {output}。", f"There is no folder {output}.")
    return Path(output)


def _errors(board: Board, round_: Round, place: str) -> dict[str, list[tuple[str, str, str | None, str]]]:
    """The errors of every rejected submission, as the register has them."""
    from toolkit.inbox.register import open_register

    opened = open_register(place)
    rejected = {line.unit: line.counting for line in board.lines if line.state == "rejected"}
    found = {}
    for entry in opened.entries(round_name=round_.name):
        counting = rejected.get(entry.received.unit or "")
        if counting and counting.content == entry.received.content:
            listed = opened.findings(entry.id)
            found[counting.unit or ""] = [each for each in listed if each[1] == "error"]
    return found


def _write_files(written: Iterable[Reminder], target: Path, form: str) -> None:
    from toolkit.inbox.reminders import as_mail, as_text

    for each in written:
        path = target / f"{_NOT_IN_A_NAME.sub('_', each.unit)}.{form}"
        write((as_mail(each) if form == "eml" else as_text(each),), path)
