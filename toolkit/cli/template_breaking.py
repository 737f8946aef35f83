"""``indicators template breaking``: what a new version does to copies that are filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded, tell
from toolkit.cli.paths import mistake

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toolkit.finding import Language, Text
    from toolkit.template.breaking import Change
    from toolkit.template.verify import Template


@click.command(
    short_help="比较两个版本 Compare two versions.",
    help="比较模板的两个版本：哪些改动会影响已填报的表，版本号升得够不够。\n\n"
    "Compares two versions: which changes break filled copies, and whether the version rises enough.",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="OLD NEW | NEW")
@click.option("--against", metavar="git:REF", help="旧版取自 git The old version from git.")
@options.language
@guarded
def breaking(*, paths: tuple[str, ...], against: str | None, lang: Language) -> int:
    """Lists the changes; the exit code is 1 where the version does not rise as far as they ask."""
    from toolkit.finding import Text
    from toolkit.template.breaking import changes, is_raised, needed_version, version_of

    old, new = _versions(paths, against)
    if old is None:
        tell(Text("旧版中没有这份模板，无从比较。", "There is no old version to compare with."), lang)
        return ExitCode.CLEAN
    found = changes(old, new)
    asked = needed_version(found, version_of(old))
    click.echo("".join(_lines(found, lang)), nl=False)
    raised = is_raised(asked, version_of(new))
    click.echo(_verdict(asked, version_of(new), raised=raised).in_language(lang))
    return ExitCode.CLEAN if raised else ExitCode.FINDINGS


def _versions(paths: tuple[str, ...], against: str | None) -> tuple[Template | None, Template]:
    from pathlib import Path

    from toolkit.template.against import of_bytes, version_in_git

    if len(paths) != (1 if against else 2):
        raise mistake("请给出新旧两份，或一份加 --against。", "Give two templates, or one and --against.")
    files = [Path(path) for path in paths]
    for file in files:
        if not file.is_file():
            raise mistake(f"找不到 {file}。", f"There is no {file}.")
    new = of_bytes(files[-1], files[-1].read_bytes())
    old = version_in_git(files[0], against) if against else of_bytes(files[0], files[0].read_bytes())
    return old, new


def _lines(found: Iterable[Change], language: Language) -> Iterable[str]:
    from toolkit.workbook import a1

    for change in found:
        place = f"{a1(change.row, change.column)} " if change.row and change.column else ""
        said = change.text.in_language(language)
        yield f"{change.severity.value.upper():<7} {change.kind}: {place}{said}\n"


def _verdict(asked: str | None, version: str, *, raised: bool) -> Text:
    from toolkit.finding import Text

    if asked is None:
        return Text("没有改动。", "Nothing changed.")
    if raised:
        return Text(f"版本 {version} 合适。", f"The version {version} is right.")
    return Text(
        f"版本 {version} 太低，应不低于 {asked}。", f"The version {version} is too low: at least {asked}."
    )
