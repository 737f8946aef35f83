"""The workbooks in a folder that people and programs are writing to at the same time.

What Excel leaves while it works is none: its lock (``~$``), the nameless file it saves to before it
renames it, a download that is still coming. A file counts once it has kept its size and time from one
look to the next.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods", ".csv"})
_TEMPORARY = ("~$", ".", "~")
_FRESH = 2.0  # seconds: a file that was written to more recently may not be whole


class Stamp(NamedTuple):
    """What tells one state of a file from the next. ``written`` is in nanoseconds."""

    size: int
    written: int

    @property
    def moment(self) -> datetime:
        """When the file was last written to."""
        return datetime.fromtimestamp(self.written / 1_000_000_000, UTC)


Look: TypeAlias = Mapping[Path, Stamp]


def look(folder: Path) -> Look:
    """Every workbook below the folder, by path, with its state. What vanishes meanwhile is left out."""
    return dict(sorted(_walk(folder)))


def settled(before: Look, now: Look) -> Look:
    """The files that are as they were at the look before."""
    return {path: stamp for path, stamp in now.items() if before.get(path) == stamp}


def settle(folder: Path, wait: float = _FRESH) -> Look:
    """The files of a folder, those written to just now only if they stay as they are for ``wait`` seconds."""
    first = look(folder)
    newest = max((stamp.written for stamp in first.values()), default=0) / 1_000_000_000
    if time.time() - newest > wait:
        return first
    time.sleep(wait)
    return settled(first, look(folder))


def _walk(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if path.suffix.lower() in WORKBOOKS and not name.startswith(_TEMPORARY):
                try:
                    found = path.stat()
                except OSError:
                    continue
                if path.is_file():
                    yield path, Stamp(found.st_size, found.st_mtime_ns)
