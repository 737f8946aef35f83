"""``indicators init``: a working repository for an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from toolkit.cli import options
from toolkit.cli.faults import ExitCode, guarded, tell

if TYPE_CHECKING:
    from toolkit.finding import Language


@click.command(
    short_help="新建填报仓库 Start a repository.",
    help="在空文件夹中新建填报仓库：轮次、表样、下发的指标、模板和自动核对。\n\n"
    "Starts a repository in an empty folder: round, form, what is issued, template, checks in CI.",
)
@click.argument("folder", type=click.Path(), metavar="DIR")
@options.language
@guarded
def init(*, folder: str, lang: Language) -> int:
    """Writes the repository and lists its files."""
    from datetime import UTC, datetime
    from pathlib import Path

    from toolkit.finding import Text
    from toolkit.template.starter import start

    root = Path(folder)
    written = start(root, datetime.now(UTC).date())
    click.echo("".join(f"{path.relative_to(root).as_posix()}\n" for path in written), nl=False)
    tell(Text(f"已在 {root} 新建 {len(written)} 个文件。", f"Wrote {len(written)} files to {root}."), lang)
    return ExitCode.CLEAN
