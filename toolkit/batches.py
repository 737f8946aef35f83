"""How many files are validated together, and how many are handed to a process at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.examine import Examined

CHUNK = 5_000  # indicator rows that are validated together
CHUNK_FILES = 500
MANY = 16  # files from which on processes of their own cost less than they save
_MOST, _LEAST = 32, 8  # files that go to a process together: validating takes as long for one as for some


def jobs_for(asked: int | None, files: int) -> int:
    """How many processes read: as many as were asked for, else one, or the cores where files are many."""
    return asked or ((os.cpu_count() or 1) if files >= MANY else 1)


def group_size(waiting: int, jobs: int) -> int:
    """How many of the waiting files a process is given: fewer towards the end, so that all end together."""
    fair = -(-waiting // jobs)
    return min(fair, max(_LEAST, min(_MOST, fair // 2)))


def batches(files: Iterable[Examined]) -> Iterator[list[Examined]]:
    """Files in their order, as many together as fill a chunk; on an interrupt, first those that are there."""
    batch: list[Examined] = []
    rows = 0
    try:
        for file in files:
            batch.append(file)
            rows += len(file.places)
            if rows >= CHUNK or len(batch) >= CHUNK_FILES:
                yield batch
                batch, rows = [], 0
    except KeyboardInterrupt:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
