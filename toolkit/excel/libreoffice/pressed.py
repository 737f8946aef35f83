"""What a button of the extension starts: one macro on the document of its window, over a pipe of its own.

What the status bar would show goes to stdout, the sentence of a fault to stderr: the extension shows both.
"""

from __future__ import annotations

import sys
from typing import Any

import xlwings as xw

from toolkit.excel import macros
from toolkit.excel.libreoffice.bridge import NotInstalled, resolved, uno
from toolkit.excel.libreoffice.engine import App, Book, Books, connected
from toolkit.excel.libreoffice.inside import lent

_MACROS = {
    "check": macros.check,
    "clear": macros.clear,
    "next_finding": macros.next_finding,
    "about": macros.about,
}
_NO_BRIDGE = (
    "indicators 所用的 Python {} 不能与这个 LibreOffice 通信：缺少 UNO 接口（Linux 上为 python3-uno），"
    "或两者的 Python 版本不同。"
)


def main() -> None:
    """Run what the arguments name: macro, pipe, identity of the document, folder of the office's bridge."""
    macro, pipe, document, place = sys.argv[1:]
    try:
        uno(place)
    except NotInstalled:
        sys.exit(_NO_BRIDGE.format(".".join(map(str, sys.version_info[:3]))))
    context = resolved(pipe)
    with lent(context):
        book = lent_book(context, document)
        book.set_mock_caller()
        _MACROS[macro]()
        sys.stdout.write(str(book.app.status_bar or ""))


class OneBook(Books):
    """The book of one document is the active one, whatever window is in front by now."""

    def __init__(self, app: App, document: Any) -> None:
        super().__init__(app)
        self._document = document

    @property
    def active(self) -> Book:
        return Book(self.app, self._document)


def lent_book(context: Any, identity: str) -> xw.Book:
    """The book of the document with this identity, as it was given at the start of the office."""
    app: App = connected(context).impl
    document = next(book.document for book in app.books if book.document.RuntimeUID == identity)
    app.books = OneBook(app, document)
    return xw.Book(impl=app.books.active)
