"""The office at the other end of a pair of pipes: what is asked of it goes out as a line of JSON.

So our Python needs no bridge of LibreOffice's, which fits one version of Python only; and nothing listens
that anybody else could call. The other end is ``extension/pythonpath/indicators_relay.py``.
"""

from __future__ import annotations

import json
from functools import partial
from typing import IO, Any


class OfficeFault(Exception):
    """What LibreOffice says when it cannot do what is asked."""


class OfficeGone(BaseException):
    """Nobody answers any more: there is nothing to tidy up, and nobody to tell."""


class Wire:
    """Lines to and from the office."""

    def __init__(self, incoming: IO[str], outgoing: IO[str]) -> None:
        self._incoming, self._outgoing = incoming, outgoing

    def send(self, *message: object) -> None:
        """A message of our own accord."""
        self._outgoing.write(json.dumps(message, default=_handle) + "\n")
        self._outgoing.flush()

    def receive(self) -> Any:
        """The next message, its objects as remote ones. Raises OfficeGone at the end."""
        line = self._incoming.readline()
        if not line:
            raise OfficeGone
        return self._taken(json.loads(line))

    def ask(self, *question: object) -> Any:
        """The answer to a question. Raises OfficeFault and OfficeGone."""
        self.send(*question)
        kind, answer = self.receive()
        if kind == "fault":
            raise OfficeFault(answer)
        return answer

    def _taken(self, value: Any) -> Any:
        match value:
            case list():
                return tuple(map(self._taken, value))
            case {"object": number}:
                return Remote(self, number)
        return value


class Remote:
    """An object of the office. UNO writes methods with a small letter and everything else with a capital."""

    __slots__ = ("_number", "_wire")
    _number: int

    def __init__(self, wire: Wire, number: int) -> None:
        object.__setattr__(self, "_wire", wire)
        object.__setattr__(self, "_number", number)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if name[0].islower():
            return partial(self._called, name)
        return self._wire.ask("get", self, name)

    def __setattr__(self, name: str, value: object) -> None:
        self._wire.ask("set", self, name, value)

    def _called(self, name: str, *given: object) -> Any:
        return self._wire.ask("call", self, name, given)


class RemoteUno:
    """Stands for the module ``uno``, as far as the engine needs it."""

    def __init__(self, wire: Wire) -> None:
        for name in ("createUnoStruct", "fileUrlToSystemPath", "systemPathToFileUrl"):
            setattr(self, name, partial(wire.ask, "uno", name))


def _handle(value: object) -> dict[str, int]:
    if isinstance(value, Remote):
        return {"object": value._number}  # noqa: SLF001  # its own kind
    raise TypeError(f"nothing that can be sent: {value!r}")
