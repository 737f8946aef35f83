"""What a process that checks files for another does: group after group, told by messages what it is at."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from toolkit.errand import Errand
from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.garbage import seldom_collected
from toolkit.rules.fault import RuleFault

if TYPE_CHECKING:
    from toolkit.checker import Checker

T = TypeVar("T")

Group: TypeAlias = Sequence[tuple[int, Path]]


@dataclass(frozen=True, slots=True)
class Ready:
    """The process stands and waits for its first group."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The file of this index in the run is being examined."""

    index: int


@dataclass(frozen=True)
class Made(Generic[T]):
    """What was made of the next file of the group."""

    of_file: T


@dataclass(frozen=True, slots=True)
class Refused:
    """An operator's mistake that was found on the way."""

    message: Text


@dataclass(frozen=True, slots=True)
class Starved:
    """The group took more memory than is allowed."""


Fault: TypeAlias = Refused | RuleFault | str  # the last is the traceback of a bug of ours
Message: TypeAlias = Ready | Begun | Made[Any] | Starved | Fault


@seldom_collected()
def serve(connection: Connection, errand: Errand[Any], megabytes: int) -> None:
    """Answers one group of files after another until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["POLARS_MAX_THREADS"] = "1"  # every core has a process of its own
    checker: Checker | Starved | Fault = _stand(errand, megabytes)
    connection.send(Ready())
    while True:
        try:
            group: Group = connection.recv()
        except EOFError:
            return
        message = _check(group, errand, checker, connection)
        if message is not None:
            connection.send(message)  # only now, when no fault holds on to what filled the memory


def _stand(errand: Errand[Any], megabytes: int) -> Checker | Starved | Fault:
    """The checker, once everything is loaded that is loaded in any case; or what kept it from standing."""
    from toolkit.checker import checker, rehearse

    try:
        loaded = checker(errand)
        rehearse(loaded)
    except BaseException as fault:  # noqa: BLE001 - it is raised again where the run is
        return _message(fault)
    _limit_memory(megabytes)
    return loaded


def _check(
    group: Group, errand: Errand[Any], checker: Checker | Starved | Fault, connection: Connection
) -> Starved | Fault | None:
    """Sends what is made of each file of the group; what came between is the answer."""
    from toolkit.checker import Checker, checked

    def begun() -> Iterator[Path]:
        for index, path in group:
            connection.send(Begun(index))
            yield path

    if not isinstance(checker, Checker):
        return checker
    try:
        for made in checked(begun(), errand, checker):
            connection.send(Made(made))
    except BaseException as fault:  # noqa: BLE001 - it is raised again where the run is
        return _message(fault)
    return None


def _message(fault: BaseException) -> Starved | Fault:
    match fault:
        case MemoryError():
            return Starved()
        case ToolkitError():
            return Refused(fault.message)
        case RuleFault():
            return fault
    return "".join(traceback.format_exception(fault))


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
