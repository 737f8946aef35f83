"""``indicators template snapshot`` and ``textconv``: a workbook as readable text, for reviews and for git."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded, tell
from toolkit.cli.paths import templates
from toolkit.cli.screen import speak_utf8

if TYPE_CHECKING:
    from toolkit.finding import Language


@click.command(
    short_help="写文本快照 Write a readable text.",
    help="在每份模板旁写一份可读的文本，网页上审阅时看得见改了什么。\n\n"
    "Writes a readable text beside each template, so that a review shows what changed.",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option("--check", "only_check", is_flag=True, help="只核对，不写 Only say which are out of step.")
@options.language
@guarded
def snapshot(*, paths: tuple[str, ...], only_check: bool, lang: Language) -> int:
    """Writes the snapshots; the exit code is 1 where one was out of step."""
    from toolkit.finding import Text
    from toolkit.template.snapshot import beside
    from toolkit.template.snapshot import snapshot as text_of

    stale = 0
    for path in templates(paths):
        target, text = beside(path), text_of(path)
        if target.is_file() and target.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if only_check:
            tell(Text(f"{target} 与模板不同步。", f"{target} is out of step with its template."), lang)
        else:
            target.write_text(text, encoding="utf-8", newline="\n")
            tell(Text(f"已写入 {target}。", f"Wrote {target}."), lang)
    return ExitCode.FINDINGS if stale else ExitCode.CLEAN


@click.command(
    short_help="供 git 比较用 For git diff.",
    help="把工作簿写成文本，供 git diff 使用。两行设置：\n\n\b\n"
    "  git config diff.xlsx.textconv 'indicators template textconv'\n"
    "  echo '*.xlsx diff=xlsx' >> .gitattributes\n\n"
    "Writes a workbook as text for git diff; the two lines above set it up.",
)
@click.argument("path", type=click.Path(), metavar="FILE")
@options.language
@guarded
def textconv(*, path: str, lang: Language) -> int:
    """Writes the text to the screen, or says why there is none."""
    from pathlib import Path

    from toolkit.errors import UnreadableWorkbook
    from toolkit.template.snapshot import snapshot as text_of

    speak_utf8()
    try:
        click.echo(text_of(Path(path)), nl=False)
    except UnreadableWorkbook as refusal:
        click.echo(refusal.reason.in_language(lang))
    return ExitCode.CLEAN
