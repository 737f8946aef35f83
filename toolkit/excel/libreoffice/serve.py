"""The Python behind the extension: started by it, fed through pipes, gone with it or after half an hour.

One line asks for one press of a button; see ``wire`` for what goes to and fro until it is done.
"""

from __future__ import annotations

import io
import os
import sys
import threading
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from toolkit import __version__
from toolkit.excel import macros, resident
from toolkit.excel.libreoffice.wire import OfficeGone, RemoteUno, Wire

if TYPE_CHECKING:
    import xlwings as xw

    from toolkit.excel.libreoffice.engine import Engine

_IDLE_SECONDS = 1800.0


def main() -> None:
    """Serve until the office has gone, or has not called for a long time."""
    wire = _own_pipes()
    sys.modules["uno"] = cast("Any", RemoteUno(wire))
    wire.send("ready", __version__, os.getpid())
    try:
        while True:
            macro, context, document = _next(wire)
            wire.send(*press(macro, context, document))
    except OfficeGone:
        return


def press(macro: str, context: Any, document: Any) -> tuple[str, str]:
    """Press a button on a document: ``done`` with what the status bar would say, ``failed``, or ``stale``."""
    if resident.is_stale():
        return "stale", ""
    from toolkit.excel.libreoffice.inside import lent

    try:
        with lent(context):
            book = lent_book(context, document)
            book.set_mock_caller()
            said = resident.press(macro)
            return ("failed", said) if said else ("done", str(book.app.status_bar or ""))
    except Exception as fault:  # noqa: BLE001 - the last handler: the office would hear of nothing
        return "failed", macros.own_fault(fault)


def lent_book(context: Any, document: Any) -> xw.Book:
    """The book of a document, which counts as the active one whatever window is in front by now."""
    import xlwings as xw

    from toolkit.excel.libreoffice.engine import App, Book

    engine = _engine()
    app = App(engine, context, visible=True)
    app.books.chosen = document
    engine.apps.listed[:] = [app]
    return xw.Book(impl=Book(app, document))


@cache
def _engine() -> Engine:
    """The engine of this process, the active one for good."""
    import xlwings as xw

    from toolkit.excel.libreoffice.engine import Engine

    engine = Engine()
    wrapped = xw.Engine(impl=engine)
    xw.engines.add(wrapped)
    wrapped.activate()
    return engine


def _next(wire: Wire) -> tuple[str, Any, Any]:
    """The next press; who is not called for long enough leaves, to be started anew when needed."""
    leaving = threading.Timer(_IDLE_SECONDS, os._exit, [0])
    leaving.daemon = True
    leaving.start()
    try:
        return cast("tuple[str, Any, Any]", wire.receive())
    finally:
        leaving.cancel()


def _own_pipes() -> Wire:
    """The pipes that we were started with; whatever else is printed goes to stderr."""
    incoming = os.fdopen(os.dup(0), encoding="utf-8")
    outgoing = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdin = io.StringIO()
    return Wire(incoming, outgoing)
