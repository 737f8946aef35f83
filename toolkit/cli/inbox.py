"""``indicators inbox``: who has sent what by now, as a board; once, or again whenever a file comes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import click

from toolkit.cli import options, rounds
from toolkit.cli.before import with_previous
from toolkit.cli.faults import ExitCode, guarded
from toolkit.cli.paths import mistake, output_file, write
from toolkit.cli.screen import speak_utf8, style_for_screen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from toolkit.check import Settings
    from toolkit.collection import Round
    from toolkit.finding import Language
    from toolkit.inbox.board import Board
    from toolkit.inbox.folder import Look

Show: TypeAlias = "Callable[[Board], None]"
FORMS = ("text", "json", "html", "xlsx")


@click.command(
    short_help="收件情况 Who has sent what.",
    help="查看收件文件夹的报送情况：谁报了、谁没报、谁要退回。\n\n"
    "Shows the board of a round: who has sent what, who has not, and what has to go back.",
)
@click.argument("folder", type=click.Path(), metavar="DIR")
@rounds.collection
@rounds.at
@rounds.register
@click.option("--no-register", is_flag=True, help="不登记 Record nothing.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="输出格式 Form of the board. [default: text]"
)
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="写入文件 Write to a file.")
@click.option("--watch", is_flag=True, help="有新文件就更新，Ctrl-C 结束 Look again until Ctrl-C.")
@click.option(
    "--every",
    type=click.FloatRange(min=0.1),
    default=2.0,
    show_default=True,
    help="间隔秒数 Seconds between two looks.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="同时读取的文件数 Files read at a time.")
@click.option(
    "--cache", type=click.Path(), metavar="DIR", help="保存结果 Keep results; check only what changed."
)
@options.language
@guarded
def inbox(
    *,
    folder: str,
    round_path: str | None,
    at: str | None,
    register: str | None,
    no_register: bool,
    form: str | None,
    output: str | None,
    watch: bool,
    every: float,
    jobs: int | None,
    cache: str | None,
    lang: Language,
) -> int:
    """Shows the board; 1 where a submission was rejected or is missing, 3 where one cannot be read."""
    from toolkit.inbox.folder import look, settle

    place = rounds.inbox_folder(folder)
    asked, round_ = rounds.round_settings(place, round_path)
    target = output_file(output, (), ".html")
    chosen = form or _form_of(target)
    asked = options.with_means(asked, jobs=jobs, cache=cache, executor=None)
    asked = replace(with_previous(asked, look(place), register=register), standing=chosen == "html")
    show = _shower(chosen, target, lang)
    kept = None if no_register else rounds.register_place(register, round_)
    if watch:
        return _watch(place, partial(made_board, round_=round_, register=kept), asked, every, show)

    board = made_board(settle(place), asked, round_=round_, register=kept, at=at)
    show(board)
    return exit_code(board)


def exit_code(board: Board) -> ExitCode:
    """3 for an unreadable submission, 1 for one that is rejected or overdue, else 0."""
    if board.count("unreadable"):
        return ExitCode.FAULT
    failing = any(line.errors for line in board.lines)
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN


def made_board(
    files: Look, asked: Settings, round_: Round, register: str | None, at: str | None = None
) -> Board:
    """The board after these files are checked and written to the register."""
    from toolkit.cli.progress import progress
    from toolkit.inbox.between import with_disagreements
    from toolkit.inbox.board import board
    from toolkit.inbox.received import receive
    from toolkit.inbox.receiving import Intake, opened, with_tasks

    now = rounds.moment(at, round_)
    intake = Intake(round_, opened(register))
    with progress(len(files)) as step:
        receive(files, replace(asked, now=now, facts=True), intake.take, step)
    received, sent = intake.received()
    made = with_tasks(board(round_, received, now, sent), intake.standings)
    return with_disagreements(made, intake.facts, round_)


def _shower(chosen: str, target: Path | None, lang: Language) -> Show:
    """What shows a board where it is wanted. Raises ToolkitError for a form that a screen cannot show."""
    from importlib import import_module

    from toolkit.reporters.style import Style

    if chosen == "xlsx" and target is None:
        raise mistake("xlsx 格式请用 --output 指定文件。", "A screen cannot show xlsx: give it an --output.")
    reporter = import_module(f"toolkit.reporters.board_{chosen}")

    def show(board: Board) -> None:
        if target is None and chosen != "text":
            speak_utf8()
        style = Style() if target else style_for_screen()
        write(reporter.chunks(board, lang, style), target)

    return show


def _form_of(target: Path | None) -> str:
    suffix = target.suffix.lower().lstrip(".") if target else ""
    return suffix if suffix in FORMS else "text"


def _watch(
    folder: Path, made: Callable[[Look, Settings], Board], asked: Settings, every: float, show: Show
) -> ExitCode:
    """Shows the board at once and again after every change, until Ctrl-C."""
    import tempfile
    from pathlib import Path

    from toolkit.inbox.watching import changes

    with tempfile.TemporaryDirectory(prefix="indicators-") as kept:
        asked = asked if asked.cache else replace(asked, cache=Path(kept))
        try:
            for files in changes(folder, every):
                show(made(files, asked))
        except KeyboardInterrupt:
            return ExitCode.CLEAN
    return ExitCode.CLEAN
