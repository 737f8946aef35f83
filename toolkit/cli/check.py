"""``indicators check``: checks submissions and says what to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import click

from toolkit.cli import options
from toolkit.cli.before import with_previous
from toolkit.cli.faults import ExitCode, guarded, tell_interrupted
from toolkit.cli.marking import place_for_unmarked, write_unmarked
from toolkit.cli.outputs import (
    OutputsCommand,
    Wish,
    in_pieces,
    needs_standing,
    outputs,
    style_of,
    wanted,
    write_pieces,
    write_report,
)
from toolkit.cli.paths import workbooks
from toolkit.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from toolkit.check import Settings
    from toolkit.cli.outputs import Output
    from toolkit.finding import Language
    from toolkit.reporters.style import Style
    from toolkit.shapes import Outline

    Styled: TypeAlias = Sequence[tuple[Output, Style]]


@click.command(
    cls=OutputsCommand,
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
@click.option(
    "--template",
    type=click.Path(),
    metavar="FILE",
    help="下发的模板 The issued template to compare with. [default: the round's]",
)
@click.option("--ignore", multiple=True, metavar="RULE,...", help="不执行 Leave out these rules.")
@click.option("--statistics", is_flag=True, help="附各规则的问题数 Add a summary by rule to the text.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="达到该级别时退出码为 1 Exit with 1 from this severity on.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), help="同时读取的文件数 Files read at a time. [default: the cores]"
)
@click.option(
    "--cache",
    type=click.Path(),
    metavar="DIR",
    help="保存结果，只查有变化的文件 Keep results; check only what changed.",
)
@click.option(
    "--baseline",
    type=click.Path(),
    metavar="FILE",
    help="只报上次报告（json）之后的新问题 Only what is new since a former JSON report.",
)
@click.option(
    "--previous",
    type=click.Path(),
    metavar="FILE|DIR",
    help="上次的报送表 The previous submission, or a folder of them. [default: the round's]",
)
@click.option("--executor", metavar="dask://HOST:PORT", help="在集群上读取 Read the files on a cluster.")
@click.option(
    "--unmark",
    is_flag=True,
    help="去除标注副本中的标注，不作检查 Take the marks out of marked copies; nothing is checked.",
)
@wanted
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
    template: str | None,
    statistics: bool,
    fail_on: str,
    jobs: int | None,
    cache: str | None,
    baseline: str | None,
    previous: str | None,
    executor: str | None,
    unmark: bool,
    wishes: tuple[Wish, ...],
    lang: Language,
) -> int:
    """Checks the files, writes the report and answers with the exit code."""
    files = workbooks(paths)
    if unmark:
        write_unmarked(files, place_for_unmarked([wish.output for wish in wishes], files), lang)
        return ExitCode.CLEAN
    places = outputs(wishes, files)
    asked = options.settings(
        files,
        schema=schema,
        round_path=round_path,
        period=period,
        select=select,
        ignore=ignore,
        template=template,
    )
    asked = options.with_means(asked, jobs=jobs, cache=cache, executor=executor)
    asked = with_previous(asked, files, previous)
    asked = _with_scope(asked, standing=needs_standing(places), baseline=baseline, files=len(files))
    from toolkit.check import changes_reports

    styled = [(place, style_of(place, statistics=statistics)) for place in places]
    answer = _in_pieces if in_pieces(places) and not changes_reports(asked) else _as_reports
    outlines, interrupted = answer(files, asked, styled, lang)
    if interrupted:
        tell_interrupted(len(outlines), len(files), lang)
        return ExitCode.INTERRUPTED
    return exit_code(outlines, fail_on)


def exit_code(outlines: Iterable[Outline], fail_on: str) -> ExitCode:
    """3 for an unreadable file, 1 for a finding at or above ``fail_on``, else 0."""
    from toolkit.finding import Severity

    bound = None if fail_on == "never" else Severity(fail_on).rank
    failing = False
    for file in outlines:
        if file.verdict == "unreadable":
            return ExitCode.FAULT
        failing |= bound is not None and any(severity.rank >= bound for _, _, severity, _ in file.rules)
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN


def _with_scope(asked: Settings, *, standing: bool, baseline: str | None, files: int) -> Settings:
    """The same check with what its report is about. Raises ToolkitError for a baseline that is none."""
    from dataclasses import replace
    from pathlib import Path

    from toolkit.baseline import load_baseline

    known = load_baseline(Path(baseline), one_file=files == 1) if baseline else None
    return replace(asked, standing=standing, baseline=known)


def _as_reports(
    files: list[Path], settings: Settings, styled: Styled, language: Language
) -> tuple[list[Outline], bool]:
    """Checks the files and writes the report; what came of each, and whether Ctrl-C ended it early."""
    from toolkit.check import Interrupted
    from toolkit.check import check as check_files
    from toolkit.shapes import outline_of

    interrupted = False
    try:
        with progress(len(files)) as step:
            report = check_files(files, settings, step)
    except Interrupted as stopped:
        report, interrupted = stopped.report, True
    write_report(report, styled, language)
    return [outline_of(file) for file in report.files], interrupted


def _in_pieces(
    files: list[Path], settings: Settings, styled: Styled, language: Language
) -> tuple[list[Outline], bool]:
    """The same, with the words on each file made where the file is read."""
    from toolkit.check import check_as, gathered, report_of
    from toolkit.reporters.pieces import Words

    words = Words(forms=tuple((output.form, style) for output, style in styled), language=language)
    with progress(len(files)) as step:
        pieces, interrupted = gathered(check_as(words, files, settings), step)
    write_pieces(report_of(settings), pieces, styled, language)
    return [piece.outline for piece in pieces], interrupted
