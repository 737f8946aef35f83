"""``indicators consolidate``: the accepted submissions of a round as one workbook, with its bulletin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options, rounds
from toolkit.cli.before import with_previous
from toolkit.cli.faults import ExitCode, guarded, tell
from toolkit.cli.paths import mistake, output_file, write

if TYPE_CHECKING:
    from toolkit.finding import Language


@click.command(
    short_help="汇总已通过的报送表 Consolidate a round.",
    help="把已通过的报送表汇总成一张表，并写出通报。未通过的不纳入，除非另行指定。\n\n"
    "Puts the accepted submissions of a round into one workbook and writes its bulletin.",
)
@click.argument("folder", type=click.Path(), metavar="DIR")
@rounds.collection
@rounds.at
@rounds.register
@click.option("-o", "--output", type=click.Path(), required=True, metavar="FILE.xlsx", help="汇总表 Summary.")
@click.option(
    "--bulletin", type=click.Path(), metavar="FILE.txt", help="通报；默认显示在屏幕上 The bulletin."
)
@click.option("--include-rejected", is_flag=True, help="未通过的也纳入 Take in rejected ones as well.")
@options.language
@guarded
def consolidate(
    *,
    folder: str,
    round_path: str | None,
    at: str | None,
    register: str | None,
    output: str,
    bulletin: str | None,
    include_rejected: bool,
    lang: Language,
) -> int:
    """Writes the summary and the bulletin; 1 where a unit was left out."""
    from toolkit.cli.inbox import made_board
    from toolkit.finding import Text
    from toolkit.inbox.bulletin import bulletin as words
    from toolkit.inbox.consolidating import consolidate as consolidated
    from toolkit.inbox.folder import settle
    from toolkit.inbox.summary_book import summary_book

    place = rounds.inbox_folder(folder)
    asked, round_ = rounds.round_settings(place, round_path)
    files = settle(place)
    target, text = output_file(output, files, ".xlsx"), output_file(bulletin, files, ".txt")
    board = made_board(
        files, with_previous(asked, files, register=register), round_=round_, register=register, at=at
    )
    summary = consolidated(board, asked, unaccepted=include_rejected)
    for unit, reason in summary.left_out:
        tell(Text(zh=f"未纳入：{unit}（{reason.zh}）。", en=f"Left out: {unit} {reason.en}."), lang)
    if not summary.sources:
        raise mistake("没有可以汇总的报送表。", "There is no submission to consolidate.")
    paragraphs = list(words(summary, round_))
    write([summary_book(summary, paragraphs, board.now)], target)
    write((f"{paragraph}\n" for paragraph in paragraphs), text)
    return ExitCode.FINDINGS if summary.left_out else ExitCode.CLEAN
