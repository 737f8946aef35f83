"""``indicators rule``: one rule in full: why it is there, how to mend, and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded
from toolkit.cli.screen import style_for_screen

if TYPE_CHECKING:
    from toolkit.finding import Language


@click.command(
    short_help="解释一条规则 Explain a rule.",
    help="解释一条规则。\n\nExplains a rule, given by code or name.",
)
@click.argument("code")
@options.language
@guarded
def rule(*, code: str, lang: Language) -> int:
    """Writes the rule's page to the screen."""
    from toolkit.reporters.catalogue import explain
    from toolkit.rules import RULES

    click.echo(
        "\n".join(explain(found, lang, style_for_screen()) for found in options.matching(RULES, code)),
        nl=False,
    )
    return ExitCode.CLEAN
