"""``indicators excel doctor``: why the button does not answer, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded
from toolkit.cli.screen import speak_utf8

if TYPE_CHECKING:
    from toolkit.finding import Language


@click.command(
    short_help="按钮没有反应时，查找原因 Find out why a button does not answer.",
    help="检查按钮没有反应时，逐项查找原因，并说明如何处理。给出工作簿的，连同它的名称和下载标记一起查。"
    "退出码 0 表示没有问题，1 表示有问题。\n\n"
    "Look for the reason why a button does not answer, and say how to mend it; with a workbook also at its "
    "name and its mark of a download. Exit code 0 without a problem, 1 with one.",
)
@click.argument("workbook", type=click.Path(), required=False, metavar="[WORKBOOK]")
@options.reading_format
@options.language
@guarded
def doctor(*, workbook: str | None, form: str, lang: Language) -> int:
    """Answers every question, on the screen or as JSON."""
    import json
    import os
    import sys
    from pathlib import Path

    from toolkit import __version__
    from toolkit.excel.doctor.gather import gather
    from toolkit.excel.doctor.questions import examine
    from toolkit.excel.doctor.report import as_document, as_lines, is_healthy
    from toolkit.excel.doctor.system import readers, where

    asked = _absolute(workbook) if workbook else ""
    answers = examine(gather(sys.platform, where(sys.platform, os.environ, Path.home()), readers(), asked))
    if form == "json":
        speak_utf8()
        click.echo(json.dumps(as_document(answers, __version__), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(as_lines(answers, lang)))
    return ExitCode.CLEAN if is_healthy(answers) else ExitCode.FINDINGS


def _absolute(workbook: str) -> str:
    """The whole path. Raises ToolkitError where there is no such file."""
    from pathlib import Path

    from toolkit.errors import CannotOpen

    path = Path(workbook).absolute()
    if not path.is_file():
        raise CannotOpen(workbook, IsADirectoryError() if path.is_dir() else FileNotFoundError())
    return str(path)
