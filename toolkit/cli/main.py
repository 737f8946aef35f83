"""The command ``indicators`` and its way out.

Importing this module and every command costs click and nothing else: each command imports what
it needs when it runs.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import click

from toolkit import __version__
from toolkit.cli.check import check
from toolkit.cli.consolidate import consolidate
from toolkit.cli.excel import excel
from toolkit.cli.faults import ExitCode, language_of, tell
from toolkit.cli.inbox import inbox
from toolkit.cli.init import init
from toolkit.cli.read import read
from toolkit.cli.receipt import receipt
from toolkit.cli.remind import remind
from toolkit.cli.round import round_
from toolkit.cli.rule import rule
from toolkit.cli.rules import rules
from toolkit.cli.screen import prepare_streams
from toolkit.cli.template import template

_SELDOM = 1_000_000


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="检查绩效任务报送表。\n\nChecks the workbooks in which offices report their yearly targets.",
    epilog="退出码 Exit codes: 0 通过 clean · 1 有问题 findings · 2 用法 usage · 3 读不了 unreadable",
)
@click.version_option(__version__, prog_name="indicators", message="%(prog)s %(version)s")
def commands() -> None:
    """The group of all commands."""


for _command in (
    init,
    check,
    consolidate,
    inbox,
    read,
    receipt,
    remind,
    round_,
    rules,
    rule,
    template,
    excel,
):
    commands.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> None:
    """The entry point: runs one command and leaves with its exit code.

    What a start loads stays, so that looking through it for garbage is in vain; and taking the
    libraries down in good order at the end costs a fifth of a short check. Both are left out.
    """
    gc.set_threshold(_SELDOM)
    prepare_streams()
    code = call(arguments)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = ExitCode.NO_READER
    os._exit(code)


def call(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Its exit code is 0, 1, 2, 3, or 130 after Ctrl-C."""
    try:
        code: int | None = commands.main(arguments, prog_name="indicators", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return ExitCode.USAGE
    except click.ClickException as error:
        from toolkit.cli.usage import explained

        tell(explained(error), language_of(arguments))
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    return code or ExitCode.CLEAN
