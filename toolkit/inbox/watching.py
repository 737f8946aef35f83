"""Looking at a folder again and again, and telling when what counts in it has changed.

A file counts once two looks in a row have found it the same. One that counted and is gone stays
until the second look without it: Excel removes a workbook for a moment while it saves it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from toolkit.inbox.folder import Look, look, settled

_AT_LEAST = 60.0  # seconds: the board tells the time that is left


class Watch(NamedTuple):
    """What the last look saw, what counts, and which counting files the last look missed."""

    seen: Look
    counting: Look
    missed: frozenset[Path] = frozenset()


def step(watch: Watch, now: Look) -> Watch:
    """The watch after one more look."""
    gone = watch.counting.keys() - now.keys()
    kept = {path: stamp for path, stamp in watch.counting.items() if path in now or path not in watch.missed}
    counting = {**kept, **settled(watch.seen, now)}
    return Watch(now, dict(sorted(counting.items())), frozenset(gone - watch.missed))


def changes(folder: Path, every: float) -> Iterator[Look]:
    """What counts in the folder: as soon as it is known, after every change, and every minute."""
    watch = Watch(look(folder), {})
    told: Look | None = None
    since = 0.0
    while True:
        time.sleep(every)
        watch = step(watch, look(folder))
        if watch.counting != told or time.monotonic() - since >= _AT_LEAST:
            told, since = watch.counting, time.monotonic()
            yield told
