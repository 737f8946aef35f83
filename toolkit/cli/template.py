"""``indicators template``: makes the workbook that units fill in, and watches what happens to it."""

from __future__ import annotations

import click

from toolkit.cli.template_breaking import breaking
from toolkit.cli.template_build import build
from toolkit.cli.template_snapshot import snapshot, textconv
from toolkit.cli.template_verify import verify


@click.group(
    short_help="制作和核对模板 Make and check templates.",
    help="制作和核对下发的模板。\n\nMakes the templates that are issued, and checks them.",
)
def template() -> None:
    """The group of the commands on templates."""


for _command in (build, verify, snapshot, breaking, textconv):
    template.add_command(_command)
