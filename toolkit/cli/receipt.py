"""``indicators receipt``: what the register has of a unit: the receipt of its submission, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options, rounds
from toolkit.cli.faults import ExitCode, guarded
from toolkit.cli.paths import mistake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.collection import Round
    from toolkit.finding import Language


@click.command(
    short_help="报送回执 The receipt of a submission.",
    help="出具一个单位的报送回执，或列出它的全部报送。\n\n"
    "Writes the receipt of a unit's submission, or lists all that it has sent.",
)
@click.argument("unit", metavar="UNIT")
@rounds.collection
@rounds.register
@click.option("--history", is_flag=True, help="列出历次报送 List every submission, of all rounds.")
@options.language
@guarded
def receipt(*, unit: str, round_path: str | None, register: str | None, history: bool, lang: Language) -> int:
    """Writes to the screen; 1 where the unit has sent nothing."""
    from pathlib import Path

    from toolkit.inbox.receipts import history_lines, receipt_lines
    from toolkit.inbox.register import open_register

    _, round_ = rounds.round_settings(Path(), round_path)
    opened = open_register(rounds.register_place(register, round_))
    name = _name(unit, round_)
    entries = opened.entries(unit=name, round_name=None if history else round_.name)
    if not entries:
        zh, en = f"台账中没有 {name} 的报送记录。", f"The register has nothing of {name}."
        click.echo(zh if lang == "zh" else en)
        return ExitCode.FINDINGS
    lines: Iterator[str] = (
        history_lines(entries, round_.zone, lang)
        if history
        else receipt_lines(newest := entries[-1], opened.findings(newest.id), round_.zone, lang)
    )
    click.echo("\n".join(lines))
    return ExitCode.CLEAN


def _name(unit: str, round_: Round) -> str:
    found = round_.roster.called(unit)
    if found is None and round_.units:
        raise mistake(f"{unit} 不在本轮填报单位名单上。", f"{unit} is not on this round's list of units.")
    return found.name if found else unit
