"""How the files of a run are read, one by one or many at a time, and how many are validated together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from toolkit.examine import Examined, Plan, examine

CHUNK = 5_000  # indicator rows that are validated together
CHUNK_FILES = 500
MANY = 16  # files from which on processes of their own cost less than they save


def examined(
    paths: Sequence[Path], plan: Plan, *, jobs: int | None = None, executor: str | None = None
) -> Iterator[Examined]:
    """Every file examined, in order: few of them here, many in processes of their own, or on a cluster."""
    if executor:
        from toolkit.cluster import examine_on_cluster

        return examine_on_cluster(paths, plan, executor)
    jobs = jobs or ((os.cpu_count() or 1) if len(paths) >= MANY else 1)
    if jobs == 1:
        return (examine(path, plan) for path in paths)
    from toolkit.workers import examine_in_processes

    return examine_in_processes(paths, plan, jobs)


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
