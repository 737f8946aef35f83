"""The submissions before these: those that a command is told of, or those of the round before."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.check import Settings


def with_previous(
    asked: Settings, files: Collection[Path], previous: str | None = None, register: str | None = None
) -> Settings:
    """The same check beside the submissions before. Raises ToolkitError for a place that is not there."""
    if previous is None and (asked.round is None or asked.round.previous is None):
        return asked
    from toolkit.inbox.earlier import beside

    return beside(asked, files, previous, register)
