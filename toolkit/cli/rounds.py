"""What the commands about a whole round share: its options, its moment, and the settings of its check."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from toolkit.cli import options
from toolkit.cli.paths import mistake

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from toolkit.check import Settings
    from toolkit.collection import Round

Command = TypeVar("Command", bound=Callable[..., Any])

collection = click.option(
    "--round",
    "round_path",
    type=click.Path(),
    metavar="FILE",
    help="填报轮次 The round.toml; else the one in the folder or above it.",
)
at = click.option(
    "--at",
    metavar="MOMENT",
    help="以该时刻为准 As of this moment, such as 2017-07-10T17:00. [default: now]",
)


register = click.option(
    "--register",
    metavar="FILE|URL",
    help="台账 The register: a file, or postgresql://… [default: register.db beside round.toml]",
)


def register_place(place: str | None, round_: Round) -> str:
    """Where the register is: as asked for, or beside the round's file."""
    from pathlib import Path

    return place or str(Path(round_.folder or ".", "register.db"))


def inbox_folder(name: str) -> Path:
    """The folder of this name. Raises ToolkitError where there is none."""
    from pathlib import Path

    folder = Path(name)
    if not folder.is_dir():
        raise mistake(f"找不到文件夹 {name}。", f"There is no folder {name}.")
    return folder


def round_settings(folder: Path, round_path: str | None) -> tuple[Settings, Round]:
    """The settings of a check for this round. Raises ToolkitError where there is no round.toml."""
    asked = options.settings([folder], schema=None, round_path=round_path, period=None)
    if asked.round is None:
        raise mistake(
            f"{folder} 及其上级文件夹中没有 round.toml，请用 --round 指明，或用 indicators init 新建。",
            f"There is no round.toml in {folder} or above it: name it with --round.",
        )
    return asked, asked.round


def moment(text: str | None, round_: Round) -> datetime:
    """The moment that an option names, in the round's time zone; now without one."""
    from datetime import datetime

    if text is None:
        return datetime.now(round_.zone)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise mistake(
            f"--at {text} 写法有误，应如 2017-07-10T17:00。",
            f"--at {text} should be a moment such as 2017-07-10T17:00.",
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=round_.zone)
