"""Questions to a running LibreOffice that are answered inside it, by ``inside.bas``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

Writing: TypeAlias = tuple[Any, str, Sequence[Any], object]  # document, question, place, what is given

_SOURCE = Path(__file__).with_name("inside.bas")
_BY_THE_HUNDRED = {"add note": "add notes", "ink": "set inks"}
_LIBRARY = "IndicatorsInside"
_SCRIPT = f"vnd.sun.star.script:{_LIBRARY}.Inside.{{}}?language=Basic&location=application"


def prepare(context: Any) -> None:
    """Give the office the answers, once after its start."""
    _libraries(context).createLibrary(_LIBRARY).insertByName("Inside", _SOURCE.read_text(encoding="utf-8"))


class Inside:
    """What can be asked of one office, and what is written to it.

    While it ``waits`` writings are gathered, and sent before the next question: nobody sees the difference,
    and a way to another process and back is what they cost.
    """

    def __init__(self, context: Any) -> None:
        self._context = context
        self._written: list[Writing] = []
        self.waits = False

    def ask(self, document: Any, question: str, place: Sequence[object], given: object = None) -> Any:
        """The answer for a sheet by its name, or for an area of it; see ``inside.bas``."""
        self.deliver()
        answer, _, _ = self._ask.invoke((document, question, tuple(place), given), (), ())
        return answer

    def post(self, document: Any, question: str, place: Sequence[object], given: object) -> None:
        """The same for what has no answer."""
        self._written.append((document, question, tuple(place), given))
        if not self.waits:
            self.deliver()

    def deliver(self) -> None:
        """Send what was gathered."""
        written, self._written = self._written, []
        if written:
            self._ask_all.invoke((tuple(_together(written)),), (), ())

    @cached_property
    def _ask(self) -> Any:
        return self._provider.getScript(_SCRIPT.format("Ask"))

    @cached_property
    def _ask_all(self) -> Any:
        return self._provider.getScript(_SCRIPT.format("AskAll"))

    @cached_property
    def _provider(self) -> Any:
        name = "com.sun.star.script.provider.MasterScriptProviderFactory"
        return self._context.ServiceManager.createInstanceWithContext(
            name, self._context
        ).createScriptProvider("")


def _together(written: Sequence[Writing]) -> Iterator[Writing]:
    """Notes and colours of one sheet in one writing: to take each apart costs as much as to write it."""
    for (_, question, sheet), group in groupby(written, key=lambda each: (id(each[0]), each[1], each[2][0])):
        listed = list(group)
        if question not in _BY_THE_HUNDRED:
            yield from listed
            continue
        entries = tuple((place[1], place[2], *_parts(given)) for _, _, place, given in listed)
        yield listed[0][0], _BY_THE_HUNDRED[question], (sheet,), entries


def _parts(given: object) -> tuple[object, ...]:
    return given if isinstance(given, tuple) else (given,)


@contextmanager
def lent(context: Any) -> Iterator[None]:
    """Give the office the answers where it has none, and leave nothing of them behind."""
    libraries = _libraries(context)
    had_them = libraries.hasByName(_LIBRARY)
    if not had_them:
        prepare(context)
    try:
        yield
    finally:
        if not had_them:
            libraries.removeLibrary(_LIBRARY)


def _libraries(context: Any) -> Any:
    name = "com.sun.star.script.ApplicationScriptLibraryContainer"
    return context.ServiceManager.createInstanceWithContext(name, context)
