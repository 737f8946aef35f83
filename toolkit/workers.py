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
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeAlias, cast

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


class WorkerFault(Exception):
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
) -> Generator[Examined, None, None]:
    """Every file examined, in the order of the paths, ``jobs`` at a time.

    Raises what ``examine`` raises, and WorkerFault for a bug of ours in a worker.
    """
    crew = _Crew(plan, min(jobs, len(paths)), seconds, megabytes)
    try:
        for index, path in enumerate(paths):
            while index not in crew.answers:
                crew.hand_out(paths, index + _AHEAD * jobs)
                crew.collect()
            yield _examined(crew.answers.pop(index), path, plan)
    finally:
        crew.stop()


def lost(path: Path, plan: Plan) -> Examined:
    """A file whose process ended abruptly, wherever that was."""
    return unreadable(path, plan, _DIED, _MEND)


class _Crew:
    """The workers of one run, the files handed out to them, and the answers not yet asked for."""

    def __init__(self, plan: Plan, jobs: int, seconds: float, megabytes: int) -> None:
        self._plan, self._seconds, self._megabytes = plan, seconds, megabytes
        self._given = 0
        self._workers = [self._started() for _ in range(jobs)]
        self.answers: dict[int, _Answer] = {}

    def hand_out(self, paths: Sequence[Path], end: int) -> None:
        """Gives every idle worker its next file, none from ``end`` on: answers must not pile up."""
        for worker in self._workers:
            if worker.index is None and self._given < min(len(paths), end):
                worker.connection.send(paths[self._given])
                worker.index, worker.since = self._given, time.monotonic()
                self._given += 1

    def collect(self) -> None:
        """Waits for an answer or for the next time limit, and replaces the workers that are lost."""
        busy = [worker for worker in self._workers if worker.index is not None]
        now = time.monotonic()
        patience = max(0.0, min(worker.since for worker in busy) + self._seconds - now)
        ready = wait([worker.connection for worker in busy], patience)
        for worker in busy:
            if worker.connection in ready:
                self._settle(worker, _received(worker.connection))
            elif time.monotonic() - worker.since >= self._seconds:
                self._settle(worker, _Lost(_SLOW))

    def stop(self) -> None:
        """Ends every process, whatever it is at."""
        for worker in self._workers:
            _end(worker)

    def _settle(self, worker: _Worker, answer: _Answer) -> None:
        if worker.index is not None:
            self.answers[worker.index] = answer
        worker.index = None
        if isinstance(answer, _Lost):
            _end(worker)
            self._workers[self._workers.index(worker)] = self._started()

    def _started(self) -> _Worker:
        context = _context()
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._plan, self._megabytes), daemon=False)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _context() -> SpawnContext:
    """Never plain fork: a thread of the parent may hold a lock that the child would wait for."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["toolkit.examine"])
    return cast("SpawnContext", context)  # the two differ in name only


def _serve(connection: Connection, plan: Plan, megabytes: int) -> None:
    """What a worker does: one file after another until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(megabytes)
    while True:
        try:
            path = connection.recv()
        except EOFError:
            return
        connection.send(_answer(path, plan))


def _answer(path: Path, plan: Plan) -> _Answer:
    try:
        return examine(path, plan)
    except MemoryError:
        return _Lost(_LARGE)
    except ToolkitError as error:
        return _Refused(error.message)
    except RuleFault as fault:
        return fault
    except Exception:  # noqa: BLE001 - it is raised again where the run is
        return traceback.format_exc()


def _examined(answer: _Answer, path: Path, plan: Plan) -> Examined:
    """The answer as the run wants it. Raises what the worker could not."""
    match answer:
        case _Lost():
            return unreadable(path, plan, answer.reason, _MEND)
        case _Refused():
            raise ToolkitError(answer.message)
        case RuleFault():
            raise answer
        case str():
            raise WorkerFault(answer)
        case _:
            return answer


def _received(connection: Connection) -> _Answer:
    try:
        answer: _Answer = connection.recv()
    except (EOFError, OSError):
        return _Lost(_DIED)
    return answer


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def _limit_memory(megabytes: int) -> None:
    """Caps the address space of this process, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    standing = _address_space()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = standing + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))


def _address_space() -> int:
    """The bytes that this process has reserved so far."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text(encoding="ascii").split()[0]) * 4096 if statm.exists() else 2**30
