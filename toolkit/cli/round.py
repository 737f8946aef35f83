"""``indicators round``: what a round.toml says, and whether it may say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options, rounds
from toolkit.cli.faults import ExitCode, guarded, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from toolkit.collection import Round
    from toolkit.errors import ToolkitError
    from toolkit.finding import Language


@click.group(
    "round",
    short_help="填报轮次 The round.",
    help="填报轮次的设置。\n\nThe settings of a round.",
)
def round_() -> None:
    """The group of what can be done with a round."""


@round_.command(
    "check",
    short_help="检查 round.toml Check a round.toml.",
    help="检查 round.toml 是否有误，并显示读出的内容。\n\nChecks a round.toml and shows what was read.",
)
@click.argument("path", type=click.Path(), default=".", metavar="[FILE|DIR]")
@options.language
@guarded
def round_check(*, path: str, lang: Language) -> int:
    """Names every fault with its line, or shows the round."""
    from pathlib import Path

    from toolkit.round import load_round
    from toolkit.rules import known_words

    file = options.round_file(Path(path))
    faults = list(_faults(file))
    for fault in faults:
        tell(fault.message, lang)
    if faults:
        return ExitCode.USAGE
    click.echo("\n".join(_lines(load_round(file, known_words()), lang)))
    return ExitCode.CLEAN


@round_.command(
    "rules",
    short_help="最常违反的规则 The rules that are broken most.",
    help="列出本轮各单位违反最多的规则。\n\nLists the rules that this round's submissions broke most.",
)
@rounds.collection
@rounds.register
@options.language
@guarded
def round_rules(*, round_path: str | None, register: str | None, lang: Language) -> int:
    """A line for each rule: in how many units, how many times, its code and title."""
    from pathlib import Path

    from toolkit.inbox.register import open_register
    from toolkit.rules import find

    _, collection = rounds.round_settings(Path(), round_path)
    opened = open_register(rounds.register_place(register, collection))
    for code, units, findings in opened.tripped(collection.name):
        click.echo(f"{units:>5} {findings:>6}  {code}  {find(code).title.in_language(lang)}")
    return ExitCode.CLEAN


def _faults(file: Path) -> Iterator[ToolkitError]:
    from toolkit.check import DEFAULT_FORM
    from toolkit.errors import ToolkitError
    from toolkit.form_files import find_form
    from toolkit.round import load_round, round_faults
    from toolkit.rules import known_words
    from toolkit.ruling import threshold_faults

    faults = round_faults(file, known_words())
    yield from faults
    if faults:
        return
    collection = load_round(file, known_words())
    yield from threshold_faults(collection)
    try:
        find_form(collection.schema or DEFAULT_FORM, beside=collection.folder)
    except ToolkitError as fault:
        yield fault


def _lines(collection: Round, lang: Language) -> Iterator[str]:
    """What was read, a line for each setting that is there."""
    from datetime import datetime

    today = datetime.now(collection.zone).date()
    expired = sum(waiver.until < today for waiver in collection.waivers)
    extended = sum(unit.deadline is not None for unit in collection.units)
    zh = lang == "zh"
    yield f"√ {collection.name}"
    if collection.period:
        first, last = collection.period
        yield f"  {'填报期' if zh else 'period'}  {first} – {last}"
    if collection.deadline:
        deadline = collection.deadline.isoformat(" ", "seconds")
        yield f"  {'截止' if zh else 'deadline'}  {deadline}"
    yield f"  {'填报单位' if zh else 'units'}  {len(collection.units)}" + (
        f"{'，其中延期' if zh else ', extended:'} {extended}" if extended else ""
    )
    yield f"  {'豁免' if zh else 'waivers'}  {len(collection.waivers)}" + (
        f"{'，其中已过期' if zh else ', expired:'} {expired}" if expired else ""
    )
