"""``indicators read``: shows what was understood of a submission, so that nobody has to trust it blindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded, tell_unreadable
from toolkit.cli.paths import workbooks, write
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
@options.output_format
@options.output
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
    asked = options.settings(inputs, schema=schema, round_path=round_path, period=period)
    files = list(_readable(inputs, asked, lang))
    if form == "json":
        from toolkit.reporters import reading_json

        speak_utf8()
        write(reading_json.render(files), output, inputs)
    else:
        from toolkit.reporters import reading
        from toolkit.reporters.style import Style

        write(reading.render(files, lang, Style() if output else style_for_screen()), output, inputs)
    return ExitCode.CLEAN if len(files) == len(inputs) else ExitCode.FAULT


def _readable(paths: list[Path], asked: Settings, lang: Language) -> Iterator[ReadFile]:
    """What was understood of each file; of one that cannot be read, the reason on stderr."""
    from toolkit.check import read as read_file
    from toolkit.errors import UnreadableWorkbook

    for path in paths:
        try:
            yield read_file(path, asked)
        except UnreadableWorkbook as unreadable:
            tell_unreadable(unreadable, lang, path)
