"""Where the file of a round lies: beside the submissions or in a folder above them. Reads nothing."""

from __future__ import annotations

from pathlib import Path

FILE_NAME = "round.toml"


def find_round(path: Path) -> Path | None:
    """The nearest ``round.toml`` beside ``path`` (a file or a folder) or above it, or None."""
    start = path.resolve()
    folders = (start, *start.parents) if start.is_dir() else start.parents
    return next((folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file()), None)
