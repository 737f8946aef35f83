"""``indicators rules``: the catalogue, one line a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded

if TYPE_CHECKING:
    from toolkit.finding import Language


@click.command(short_help="列出全部规则 List the rules.", help="列出全部规则。\n\nLists all rules.")
@options.language
@guarded
def rules(*, lang: Language) -> int:
    """Writes the catalogue to the screen."""
    from toolkit.reporters.catalogue import table
    from toolkit.rules import RULES

    click.echo(table(RULES, lang), nl=False)
    return ExitCode.CLEAN
