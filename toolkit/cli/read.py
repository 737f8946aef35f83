"""``indicators read``: shows what was understood of a submission, so that nobody has to trust it blindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded, tell_unreadable
from toolkit.cli.paths import output_file, workbooks, write
from toolkit.cli.screen import speak_utf8, style_for_screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.check import ReadFile, Settings
    from toolkit.finding import Language


@click.command(
    short_help="显示读出的内容 Show what was understood.",
    help="显示从报送表中读出的目标、数字和百分比。\n\nShows what was read: targets, figures, percentages.",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@options.form
@options.reading_format
@options.reading_output
@options.language
@guarded
def read(
    *,
    paths: tuple[str, ...],
    schema: str | None,
    round_path: str | None,
    period: str | None,
    form: str,
    output: str | None,
    lang: Language,
) -> int:
    """Reads the files and writes what was understood."""
    inputs = workbooks(paths)
    target = output_file(output, inputs)
    asked = options.settings(inputs, schema=schema, round_path=round_path, period=period)
    unreadable: list[Path] = []
    files = _readable(inputs, asked, lang, unreadable)
    if form == "json":
        from toolkit.reporters import reading_json

        speak_utf8()
        write(reading_json.chunks(files), target)
    else:
        from toolkit.reporters import reading
        from toolkit.reporters.style import Style

        write(reading.chunks(files, lang, Style() if target else style_for_screen()), target)
    return ExitCode.FAULT if unreadable else ExitCode.CLEAN


def _readable(
    paths: list[Path], asked: Settings, lang: Language, unreadable: list[Path]
) -> Iterator[ReadFile]:
    """What was understood of each file; one that cannot be read is told on stderr and noted."""
    from toolkit.check import read as read_file
    from toolkit.errors import UnreadableWorkbook

    for path in paths:
        try:
            yield read_file(path, asked)
        except UnreadableWorkbook as refusal:
            unreadable.append(path)
            tell_unreadable(refusal, lang, path)
