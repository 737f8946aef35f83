"""``indicators template verify``: whether a template may be issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded
from toolkit.cli.paths import templates, write
from toolkit.cli.screen import style_for_screen

if TYPE_CHECKING:
    from toolkit.finding import Language


@click.command(
    short_help="核对模板 Check a template.",
    help="核对模板能否下发：与定义一致、锁定和验证齐全、没有残留数据和个人信息。\n\n"
    "Checks that a template may be issued: as its form builds it, guarded, blank, naming nobody.",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option("--schema", metavar="NAME|FILE.py", help="表样 The form. [default: the one it names]")
@click.option(
    "--issue",
    "issue_path",
    type=click.Path(),
    metavar="FILE",
    help="下发的指标 What is issued. [default: the .toml of its name, beside it or in ../issue]",
)
@click.option("--against", metavar="git:REF", help="与 git 中的旧版比较 Compare with the version in git.")
@options.language
@guarded
def verify(
    *, paths: tuple[str, ...], schema: str | None, issue_path: str | None, against: str | None, lang: Language
) -> int:
    """Writes the report; the exit code is 1 where a template may not be issued."""
    from pathlib import Path

    from toolkit import __version__
    from toolkit.finding import Report
    from toolkit.reporters import text
    from toolkit.template.verify import open_template
    from toolkit.template.verify import verify as verified

    files = templates(paths)
    issue = Path(issue_path) if issue_path else None
    reports = [verified(open_template(path, schema, issue)) for path in files]
    if against:
        from toolkit.template.against import with_changes

        reports = [with_changes(report, Path(report.path), against) for report in reports]
    report = Report(tool_version=__version__, round=None, files=tuple(reports))
    write(text.chunks(report, lang, style_for_screen()), None)
    rejected = any(file.verdict == "rejected" for file in reports)
    return ExitCode.FINDINGS if rejected else ExitCode.CLEAN
