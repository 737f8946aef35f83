"""Examines files in processes of their own, so that no file can take the run with it.

A worker that dies, hangs or runs out of memory costs the file it was at, which then has finding
S001; another worker takes its place. What comes back is in the order of the paths.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeAlias

from toolkit.errors import ToolkitError
from toolkit.examine import Examined, Plan, examine, unreadable
from toolkit.finding import Text
from toolkit.rules.fault import RuleFault

SECONDS = 30.0  # for one file; the readers stop by themselves before that
MEGABYTES = 1024  # for one file, above what a worker needs to stand
_AHEAD = 32  # files per worker that may be done before an earlier one is

_DIED = Text("处理该文件时进程异常退出", "the process that read the file ended abruptly")
_SLOW = Text("处理该文件超过了时间限制", "the file took longer than the time limit")
_LARGE = Text("处理该文件超过了内存限制", "the file took more than the memory limit")
_MEND = Text(
    "请用 Excel 或 WPS 打开文件，将报送表另存为新的 .xlsx 文件后重新报送。",
    "Open the file in Excel or WPS, save the table as a new .xlsx file and submit that.",
)


class WorkerFault(Exception):  # noqa: N818 - a fault of ours, as against an operator's error
    """A bug of ours in a worker process; the message is its traceback there."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """An operator's mistake that was found in a worker."""

    message: Text


@dataclass(frozen=True, slots=True)
class _Lost:
    """A file whose examination was given up."""

    reason: Text


_Answer: TypeAlias = Examined | _Refused | _Lost | RuleFault | str


@dataclass(slots=True)
class _Worker:
    """One process, and the file it is at: ``index`` in the run, None when it is idle."""

    process: BaseProcess
    connection: Connection
    index: int | None = None
    since: float = 0.0


def examine_in_processes(
    paths: Sequence[Path], plan: Plan, jobs: int, *, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> Iterator[Examined]:
    """Every file examined, in the order of the paths, ``jobs`` at a time.

    Raises what ``examine`` raises, and WorkerFault for a bug of ours in a worker.
    """
    workers = [_start(plan, megabytes) for _ in range(min(jobs, len(paths)))]
    answers: dict[int, _Answer] = {}
    given = 0
    try:
        for index, path in enumerate(paths):
            while index not in answers:
                for worker in workers:
                    if worker.index is None and given < min(len(paths), index + _AHEAD * jobs):
                        given = _give(worker, paths, given)
                for position, worker in enumerate(workers):
                    if worker.index is not None and not worker.process.is_alive() and not worker.connection.poll():
                        answers[worker.index] = _Lost(_DIED)
                        workers[position] = _replaced(worker, plan, megabytes)
                _collect(workers, answers, plan, seconds, megabytes)
            yield _examined(answers.pop(index), path, plan)
    finally:
        for worker in workers:
            _stop(worker)
