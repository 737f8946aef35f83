"""A Python of ours, and the office that it is lent through its pipes. LibreOffice's own Python runs this.

Nothing listens anywhere: only the program that is started here can ask, and only as long as it runs. It is
kept for the next press; where it has died or its toolkit has been replaced, another one is started.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any, NamedTuple

_PROGRAM = (
    "import sys;sys.modules.update(pandas=None);from toolkit.excel.libreoffice.serve import main;main()"
)
_SILENT_SECONDS = 90.0
# What an office sets for its own Python would lead ours astray.
_OF_THE_OFFICE = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP")
_UNO = ("createUnoStruct", "fileUrlToSystemPath", "systemPathToFileUrl")


class Gone(Exception):
    """The Python that was asked does not answer; ``log`` is what it wrote before."""

    def __init__(self, log: str, *, started: bool) -> None:
        super().__init__(log)
        self.log, self.started = log, started


class Outcome(NamedTuple):
    """``done``, ``failed`` or ``stale``, and what is told."""

    kind: str
    text: str


class Handles:
    """The objects of the office that our Python knows by number, and values in JSON."""

    def __init__(self) -> None:
        self._objects: list[Any] = []

    def given(self, value: Any) -> Any:
        """A value on its way out."""
        if value is None or isinstance(value, (bool, int, float, str)):
            return value
        if isinstance(value, (tuple, list)):
            return [self.given(each) for each in value]
        self._objects.append(value)
        return {"object": len(self._objects) - 1}

    def taken(self, value: Any) -> Any:
        """A value on its way in. UNO takes tuples only."""
        if isinstance(value, list):
            return tuple(self.taken(each) for each in value)
        if isinstance(value, dict):
            return self._objects[value["object"]]
        return value


class Worker:
    """One Python of ours, and the pipes to it."""

    def __init__(self, python: str) -> None:
        self.python = python
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  # it is gone with this worker
        self._process = subprocess.Popen(  # noqa: S603  # the user's own Python
            [python, "-E", "-P", "-X", "utf8", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            cwd=str(Path.home()),
            env={name: value for name, value in os.environ.items() if name not in _OF_THE_OFFICE},
            encoding="ascii",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._started = False

    @property
    def pid(self) -> int:
        """Which process it is."""
        return self._process.pid

    def press(self, uno: Any, macro: str, context: Any, document: Any) -> Outcome:
        """Have a button pressed, and answer what is asked meanwhile. Raises Gone."""
        if not self._started:
            self._received()
            self._started = True
        handles = Handles()
        self._send([macro, handles.given(context), handles.given(document)])
        while True:
            message = self._received()
            if message[0] in ("done", "failed", "stale"):
                return Outcome(*message)
            self._send(answered(uno, handles, message))

    def end(self) -> None:
        """Let it go: at the end of its input it leaves by itself."""
        for pipe in (self._process.stdin, self._process.stdout, self._log):
            try:
                if pipe:
                    pipe.close()
            except OSError:
                pass
        # Nobody waits for its farewell, but somebody has to take note of it.
        threading.Thread(target=self._process.wait, daemon=True).start()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()
        self.end()

    def _send(self, message: list[Any]) -> None:
        try:
            self._process.stdin.write(json.dumps(message) + "\n")  # type: ignore[union-attr]
            self._process.stdin.flush()  # type: ignore[union-attr]
        except (OSError, ValueError) as closed:
            raise self._gone() from closed

    def _received(self) -> list[Any]:
        watch = threading.Timer(_SILENT_SECONDS, self._process.kill)
        watch.daemon = True
        watch.start()
        try:
            message = json.loads(self._process.stdout.readline())  # type: ignore[union-attr]
        except (OSError, ValueError) as closed:
            raise self._gone() from closed
        finally:
            watch.cancel()
        return list(message)

    def _gone(self) -> Gone:
        self._process.kill()
        self._process.wait()
        self._log.seek(0)
        told = self._log.read().decode("utf-8", "backslashreplace")
        self.end()
        return Gone(told, started=self._started)


class Keeper:
    """Keeps the Python of one press for the next, if it may."""

    def __init__(self) -> None:
        self._worker: Worker | None = None

    @property
    def pid(self) -> int:
        """The process that is kept, 0 for none."""
        return self._worker.pid if self._worker else 0

    def press(self, settings: dict[str, str], uno: Any, *pressed: Any) -> Outcome:
        """Press a button in the Python that the settings name. Raises Gone where a fresh one fails, too."""
        worker, self._worker = self._worker, None
        if worker is not None and worker.python != settings["INTERPRETER"]:
            worker.end()
            worker = None
        outcome = _tried(worker, uno, pressed) if worker else None
        if worker is None or outcome is None or outcome.kind == "stale":
            worker = Worker(settings["INTERPRETER"])
            outcome = worker.press(uno, *pressed)
        if settings.get("RESIDENT") == "True":
            self._worker = worker
        else:
            worker.end()
        return outcome


def _tried(worker: Worker, uno: Any, pressed: tuple[Any, ...]) -> Outcome | None:
    """What the Python that was kept makes of it, None where it does not answer."""
    try:
        outcome = worker.press(uno, *pressed)
    except Gone:
        return None
    if outcome.kind == "stale":
        worker.end()
    return outcome


def answered(uno: Any, handles: Handles, message: list[Any]) -> list[Any]:
    """The answer to a question: the value of a property, what a method gives, or why there is none."""
    try:
        return ["value", handles.given(_value(uno, *handles.taken(message)))]
    except Exception as fault:  # noqa: BLE001 - whatever it is, our Python has to hear of it
        return ["fault", f"{type(fault).__name__}: {fault}"]


def _value(uno: Any, kind: str, target: Any, *given: Any) -> Any:
    if kind == "get":
        return getattr(target, given[0])
    if kind == "set":
        return setattr(target, given[0], given[1])
    if kind == "call":
        return getattr(target, given[0])(*given[1])
    if kind == "uno" and target in _UNO:
        return getattr(uno, target)(*given)
    raise ValueError(kind)
