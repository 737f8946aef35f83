"""``indicators check``: checks submissions and says what to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded
from toolkit.cli.paths import workbooks, write
from toolkit.cli.screen import speak_utf8, style_for_screen

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.check import Settings
    from toolkit.finding import Language, Report


@click.command(
    short_help="检查报送表 Check submissions.",
    help="检查报送表，或文件夹中的全部报送表。\n\nChecks workbooks, or all workbooks in a folder.",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@options.form
@click.option(
    "--select",
    multiple=True,
    metavar="RULE,...",
    help="只执行 Run only these rules: A006, limit-breached, or A for a family.",
)
@click.option("--ignore", multiple=True, metavar="RULE,...", help="不执行 Leave out these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="达到该级别时退出码为 1 Exit with 1 from this severity on.",
)
@options.output_format
@options.output
@options.language
@guarded
def check(
    *,
    paths: tuple[str, ...],
    schema: str | None,
    round_path: str | None,
    period: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    form: str,
    output: str | None,
    lang: Language,
) -> int:
    """Checks the files, writes the report and answers with the exit code."""
    files = workbooks(paths)
    asked = options.settings(
        files, schema=schema, round_path=round_path, period=period, select=select, ignore=ignore
    )
    report = _report(files, asked)
    write(_rendered(report, form, lang, to_screen=output is None), output, files)
    return exit_code(report, fail_on)


def exit_code(report: Report, fail_on: str) -> ExitCode:
    """3 for an unreadable file, 1 for a finding at or above ``fail_on``, else 0."""
    from toolkit.finding import Severity

    if any(file.verdict == "unreadable" for file in report.files):
        return ExitCode.FAULT
    if fail_on == "never":
        return ExitCode.CLEAN
    bound = Severity(fail_on).rank
    failing = any(finding.severity.rank >= bound for file in report.files for finding in file.findings)
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN


def _report(files: list[Path], settings: Settings) -> Report:
    from toolkit.check import check as check_files

    return check_files(files, settings)


def _rendered(report: Report, form: str, lang: Language, *, to_screen: bool) -> str:
    if form == "json":
        from toolkit.reporters import json

        speak_utf8()
        return json.render(report, lang)
    from toolkit.reporters import text
    from toolkit.reporters.style import Style

    return text.render(report, lang, style_for_screen() if to_screen else Style())
