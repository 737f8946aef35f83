"""``indicators template build``: the workbook that units fill in, from a form and what is issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded, tell
from toolkit.cli.paths import output_file

if TYPE_CHECKING:
    from toolkit.finding import Language


@click.command(
    short_help="生成模板 Make a template.",
    help="由表样和下发的指标生成模板，每次生成的文件完全相同。\n\n"
    "Makes a template of a form and the indicators that are issued; always the same bytes.",
)
@click.option(
    "--schema",
    required=True,
    metavar="NAME|FILE.py",
    help="表样 The form: its name, or a file of your own.",
)
@click.option(
    "--issue",
    "issue_path",
    required=True,
    type=click.Path(),
    metavar="FILE",
    help="下发的指标 What is issued: .toml, or the bare table as .csv or .xlsx.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(), metavar="FILE", help="写入 The .xlsx to write."
)
@options.language
@guarded
def build(*, schema: str, issue_path: str, output: str, lang: Language) -> int:
    """Writes the template, and its snapshot beside it."""
    from pathlib import Path

    from toolkit.finding import Text
    from toolkit.template.recipe import made
    from toolkit.template.snapshot import beside, snapshot

    source = Path(issue_path)
    target = output_file(output, [source])
    if target is not None:
        data, count = made(schema, source)
        target.write_bytes(data)
        beside(target).write_text(snapshot(data), encoding="utf-8", newline="\n")
        tell(Text(f"已生成 {target}：{count} 项指标。", f"Wrote {target}: {count} indicators."), lang)
    return ExitCode.CLEAN
