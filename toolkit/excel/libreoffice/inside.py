"""Questions to a running LibreOffice that are answered inside it, by ``inside.bas``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

_SOURCE = Path(__file__).with_name("inside.bas")
_LIBRARY = "IndicatorsInside"
_SCRIPT = f"vnd.sun.star.script:{_LIBRARY}.Inside.Ask?language=Basic&location=application"


def prepare(context: Any) -> None:
    """Give the office the answers, once after its start."""
    name = "com.sun.star.script.ApplicationScriptLibraryContainer"
    libraries = context.ServiceManager.createInstanceWithContext(name, context)
    libraries.createLibrary(_LIBRARY).insertByName("Inside", _SOURCE.read_text(encoding="utf-8"))


class Inside:
    """What can be asked of one office."""

    def __init__(self, context: Any) -> None:
        self._context = context

    def ask(self, document: Any, question: str, place: Sequence[object], given: object = None) -> Any:
        """The answer for a sheet by its name, or for an area of it; see ``inside.bas``."""
        answer, _, _ = self._script.invoke((document, question, tuple(place), given), (), ())
        return answer

    @cached_property
    def _script(self) -> Any:
        name = "com.sun.star.script.provider.MasterScriptProviderFactory"
        factory = self._context.ServiceManager.createInstanceWithContext(name, self._context)
        return factory.createScriptProvider("").getScript(_SCRIPT)
