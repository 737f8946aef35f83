"""Checks files in processes of their own, so that no file can take the run with it.

Files are handed out in groups, since validating takes as long for one as for some. A worker that
dies or runs out of memory costs nothing but time: its group is done again file by file, and a file
that takes its process with it even alone has finding S001. What comes back is in the order of the
paths.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from toolkit.batches import group_size
from toolkit.errand import Errand
from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.rules.fault import RuleFault
from toolkit.worker import Begun, Fault, Group, Made, Message, Ready, Refused, Starved, serve

if TYPE_CHECKING:
    from toolkit.checker import Checker

SECONDS = 30.0  # for one file; the readers stop by themselves before that
MEGABYTES = 1024  # for one process, above what it needs to stand
_TO_STAND = 60.0  # seconds more, until a process has loaded what it needs
_MOST_FALLS = 3  # processes in a row that ended before they could begin
_SAFE_PATH = "PYTHONSAFEPATH"
_AHEAD = 64  # files per worker that may be done before an earlier one is

DIED = Text("处理该文件时进程异常退出", "the process that read the file ended abruptly")
MEND = Text(
    "请用 Excel 或 WPS 打开文件，将报送表另存为新的 .xlsx 文件后重新报送。",
    "Open the file in Excel or WPS, save the table as a new .xlsx file and submit that.",
)
_SLOW = Text("处理该文件超过了时间限制", "the file took longer than the time limit")
_LARGE = Text("处理该文件超过了内存限制", "the file took more than the memory limit")

_NO_WORKERS = Text(
    "无法启动并行检查的进程，请加 --jobs 1 逐个检查。",
    "The processes that check files side by side cannot be started here: use --jobs 1.",
)

T = TypeVar("T")


class WorkerFault(Exception):
    """A bug of ours in a worker process; the message is its traceback there."""


@dataclass(slots=True)
class _Worker:
    """One process, the files of its group that nothing was made of yet, and the one it is at."""

    process: BaseProcess
    connection: Connection
    group: deque[int] = field(default_factory=deque)
    at: int | None = None
    since: float = 0.0
    stood: bool = False


@dataclass(frozen=True, slots=True)
class _Lost:
    """A file that was given up."""

    reason: Text


def check_in_processes(
    paths: Sequence[Path],
    errand: Errand[T],
    jobs: int,
    *,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
) -> Generator[T, None, None]:
    """What is made of every file, in the order of the paths, by ``jobs`` processes.

    Raises what ``checked`` raises, and WorkerFault for a bug of ours in a worker.
    """
    crew = _Crew(paths, errand, min(jobs, len(paths)), seconds, megabytes)
    try:
        for index in range(len(paths)):
            while index not in crew.answers:
                crew.hand_out(index)
                crew.collect()
            yield crew.taken(index)
    finally:
        crew.stop()


class _Crew(Generic[T]):
    """The workers of one run, the files not yet handed out, and the answers not yet asked for."""

    def __init__(
        self, paths: Sequence[Path], errand: Errand[T], jobs: int, seconds: float, megabytes: int
    ) -> None:
        self._paths, self._errand, self._seconds, self._megabytes = paths, errand, seconds, megabytes
        self._given = self._falls = 0
        self._again: deque[int] = deque()
        self._workers = [self._started() for _ in range(jobs)]
        self.answers: dict[int, Made[T] | _Lost | Fault] = {}

    def hand_out(self, wanted: int) -> None:
        """Gives every idle worker files, none far ahead of what is wanted: answers must not pile up."""
        end = min(len(self._paths), wanted + _AHEAD * len(self._workers))
        for worker in self._workers:
            if not worker.group and (group := self._next_group(end)):
                worker.group.extend(group)
                worker.at, worker.since = None, time.monotonic()
                _send(worker.connection, [(index, self._paths[index]) for index in group])

    def collect(self) -> None:
        """Waits for a message or for the next time limit, and replaces the workers that are lost."""
        busy = [worker for worker in self._workers if worker.group]
        patience = min(map(self._deadline, busy)) - time.monotonic()
        ready = wait([worker.connection for worker in busy], max(0.0, patience))
        for worker in busy:
            if worker.connection in ready:
                self._settle(worker, _received(worker.connection))
            elif time.monotonic() >= self._deadline(worker):
                self._give_up(worker, _SLOW)

    def taken(self, index: int) -> T:
        """What was made of a file. Raises what the worker could not."""
        match self.answers.pop(index):
            case Made(of_file=made):
                return made
            case _Lost(reason=reason):
                return self._made_of_lost(self._paths[index], reason)
            case Refused(message=message):
                raise ToolkitError(message)
            case RuleFault() as fault:
                raise fault
            case fault:
                raise WorkerFault(fault)

    def stop(self) -> None:
        """Ends every process, whatever it is at."""
        for worker in self._workers:
            _end(worker)

    def _deadline(self, worker: _Worker) -> float:
        """Until when a message has to come; loading the libraries is not the file's time."""
        return worker.since + self._seconds + (0.0 if worker.stood else _TO_STAND)

    def _next_group(self, end: int) -> list[int]:
        """The next files before ``end``; what was lost with its group comes first, and alone."""
        if self._again:
            return [self._again.popleft()]
        size = group_size(len(self._paths) - self._given, len(self._workers))
        group = list(range(self._given, min(self._given + size, end)))
        self._given += len(group)
        return group

    def _settle(self, worker: _Worker, message: Message | None) -> None:
        worker.since = time.monotonic()
        match message:
            case Ready():
                worker.stood, self._falls = True, 0
            case Begun(index=index):
                worker.at = index
            case None if not worker.stood:
                self._replace_fallen(worker)
            case None:
                self._give_up(worker, DIED)
            case Starved():
                self._give_up(worker, _LARGE)
            case Made():
                self.answers[worker.group.popleft()] = message
            case _:
                self.answers[worker.group.popleft()] = message
                worker.group.clear()

    def _give_up(self, worker: _Worker, reason: Text) -> None:
        """Another worker takes the place of this one, whose files are tried once more, each alone.

        A file that was alone is lost, and so is the one that took too long.
        """
        group = list(worker.group)
        guilty = group[0] if len(group) == 1 else worker.at if reason is _SLOW else None
        if guilty is not None:
            self.answers[guilty] = _Lost(reason)
        self._again.extend(index for index in group if index != guilty)
        self._replace(worker)

    def _replace_fallen(self, worker: _Worker) -> None:
        """One that never stood was not brought down by a file. Raises ToolkitError where none can stand."""
        self._falls += 1
        if self._falls > _MOST_FALLS:
            raise ToolkitError(_NO_WORKERS)
        self._again.extend(worker.group)
        self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        _end(worker)
        self._workers[self._workers.index(worker)] = self._started()

    @cached_property
    def _checker(self) -> Checker:
        from toolkit.checker import checker

        return checker(self._errand)

    def _made_of_lost(self, path: Path, reason: Text) -> T:
        from toolkit.checker import report_on_lost

        return self._errand.shape.put_on(report_on_lost(path, self._checker, reason, MEND))

    def _started(self) -> _Worker:
        context = _context()
        ours, theirs = context.Pipe()
        arguments = theirs, self._errand, self._megabytes
        process = context.Process(target=serve, args=arguments, daemon=False)
        with _alone():
            process.start()
        theirs.close()
        return _Worker(process, ours)


def _context() -> SpawnContext:
    """Never plain fork: a thread of the parent may hold a lock that the child would wait for."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["toolkit.checker"])
    return cast("SpawnContext", context)  # the two differ in name only


@contextmanager
def _alone() -> Iterator[None]:
    """A new process runs nothing but our own code.

    By itself it would run the script again that called us, with its unguarded call of us, and import
    whatever is named like a library in the folder that the user happens to stand in.
    """
    script, safe = sys.modules["__main__"], os.environ.get(_SAFE_PATH)
    sys.modules["__main__"] = ModuleType("__main__")
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        sys.modules["__main__"] = script
        if safe is None:
            del os.environ[_SAFE_PATH]


def _send(connection: Connection, group: Group) -> None:
    """A worker that is gone already is noticed when its answer is waited for."""
    try:
        connection.send(group)
    except OSError:
        return


def _received(connection: Connection) -> Message | None:
    try:
        message: Message = connection.recv()
    except (EOFError, OSError):
        return None
    return message


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()
