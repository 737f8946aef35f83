"""The one handler of faults: an operator's mistake is one sentence, a fault of our own is a log."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.errors import UnreadableWorkbook
    from toolkit.finding import Language, Text


class ExitCode(IntEnum):
    """What the shell gets to know. ``FAULT`` covers an unreadable file and a fault of our own.

    The last two are the shell's own: Ctrl-C, and a pipe whose reader has gone.
    """

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    FAULT = 3
    INTERRUPTED = 130
    NO_READER = 141


def guarded(command: Callable[..., int]) -> Callable[..., int]:
    """The command, with every fault turned into a sentence on stderr and an exit code."""

    @functools.wraps(command)
    def call(*, lang: Language, **options: object) -> int:
        try:
            return command(lang=lang, **options)
        except click.ClickException:
            raise
        except BrokenPipeError:
            # The reader of a pipe has gone; Python would complain once more when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return ExitCode.NO_READER
        except Exception as fault:  # noqa: BLE001 - the last handler: nothing above it would log
            return _answer(fault, lang)

    return call


def language_of(arguments: Sequence[str] | None) -> Language:
    """The language that a command line asks for which could not be read itself."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    asked = [after for word, after in pairwise(words) if word == "--lang"]
    asked += [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    return "en" if (asked or [os.environ.get("INDICATORS_LANG", "")])[-1] == "en" else "zh"


def tell(message: Text, language: Language) -> None:
    """One sentence on stderr."""
    click.echo(message.in_language(language), err=True)


def tell_interrupted(done: int, asked: int, language: Language) -> None:
    """That Ctrl-C ended the check, and how far it had come."""
    from toolkit.finding import Text

    zh = f"检查已中断：共 {asked} 份，以上为已查完的 {done} 份。"
    tell(Text(zh=zh, en=f"Interrupted: {done} of {asked} files were checked."), language)


def tell_unreadable(unreadable: UnreadableWorkbook, language: Language, path: Path) -> None:
    """Which file cannot be read, why, and what to do about it, in one line on stderr."""
    reason, fix = unreadable.reason.in_language(language), unreadable.fix.in_language(language)
    click.echo(f"{path}: {reason} {fix}", err=True)


def _answer(fault: Exception, language: Language) -> ExitCode:
    from toolkit.errors import ToolkitError

    match fault:
        case ToolkitError():
            tell(fault.message, language)
            return ExitCode.USAGE
        case _:
            from toolkit.fault_log import write_log

            tell(_own_fault(write_log(fault)), language)
            return ExitCode.FAULT


def _own_fault(log: str) -> Text:
    from toolkit.finding import Text

    return Text(
        zh=f"程序自身出错，不是报送表的问题。详情已写入 {log}，请将该文件发给维护人员。",
        en=f"A fault of the program itself, not of the workbook. Please report it with the log {log}.",
    )
