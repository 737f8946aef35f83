"""LibreOffice as an engine of xlwings, for the members that we use: what Excel would say is said for it.

Only the free parts of xlwings are touched: ``xlwings.Engine`` and the names of its implementations.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import xlwings as xw

from toolkit.excel.libreoffice.bridge import uno
from toolkit.excel.libreoffice.cells import CellError, Range
from toolkit.excel.libreoffice.heights import Heights
from toolkit.excel.libreoffice.inside import Inside
from toolkit.excel.libreoffice.sheets import Sheet, Sheets
from toolkit.excel.libreoffice.still import Still

_FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML"}
_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_AREA = "com.sun.star.sheet.SheetCellRange"


def connected(context: Any, *, visible: bool = False) -> xw.App:
    """The running LibreOffice as an app of xlwings, made its active engine."""
    engine = Engine()
    engine.apps.listed.append(App(engine, context, visible=visible))
    wrapped = xw.Engine(impl=engine)
    xw.engines.add(wrapped)
    wrapped.activate()
    return xw.App(impl=engine.apps.listed[0])


class Engine:
    name, type = "libreoffice", "desktop"

    def __init__(self) -> None:
        self.apps = Apps()

    @staticmethod
    def prepare_xl_data_element(element: Any, _options: Any) -> Any:
        return "" if element is None else element

    @staticmethod
    def clean_value_data(
        data: Any, datetime_builder: Any, empty_as: Any, number_builder: Any, err_to_str: Any
    ) -> Any:
        def clean(value: Any) -> Any:
            match value:
                case None | "":
                    return empty_as
                case CellError():
                    return value.text if err_to_str else None
                case datetime():
                    parts = value.year, value.month, value.day, value.hour, value.minute, value.second
                    return datetime_builder(*parts, value.microsecond, None)
                case float() if number_builder is not None:
                    return number_builder(value)
            return value

        return [[clean(value) for value in row] for row in data]


class Apps:
    def __init__(self) -> None:
        self.listed: list[App] = []

    def keys(self) -> list[int]:
        return [app.pid for app in self.listed]

    def __iter__(self) -> Iterator[App]:
        return iter(self.listed)

    def __len__(self) -> int:
        return len(self.listed)

    def __getitem__(self, pid: int) -> App:
        return next(app for app in self.listed if app.pid == pid)


class App:
    pid, hwnd, version = 1, 0, "16.0"

    def __init__(self, engine: Engine, context: Any, *, visible: bool) -> None:
        name = "com.sun.star.frame.Desktop"
        self.visible = visible
        self.engine = engine
        self.api = context.ServiceManager.createInstanceWithContext(name, context)
        self.inside = Inside(context)
        self.status_bar: str | bool = False
        self.still = Still()
        self._written: set[str] = set()
        self.heights = Heights()
        self.books = Books(self)

    def activate(self, _steal_focus: bool = False) -> None:  # noqa: FBT001, FBT002  # as xlwings calls it
        return

    @property
    def screen_updating(self) -> bool:
        return self.still.document is None

    @screen_updating.setter
    def screen_updating(self, updating: bool) -> None:
        """As long as it is off nothing is painted; rows are given the height of their texts in the end."""
        self.inside.deliver()
        if updating and self.still.document is not None:
            self._move(self.still.document)
            self.still = Still()
        elif not updating and self.still.document is None:
            self.still = Still(self.books.active.document)
            self.inside.ask(self.still.document, "hold", ())
        self.inside.waits = not updating

    def has_texts(self, sheet: Sheet) -> None:
        """Its rows may want another height by now."""
        if not self.screen_updating:
            self._written.add(sheet.name)

    def _move(self, document: Any) -> None:
        if self._written:
            document.IsAdjustHeightEnabled = True
        for name in self._written & set(document.Sheets.ElementNames):
            known = self.heights.known(name)
            self.inside.ask(document, "fit" if known is None else "heights", (name,), known)
        self._written.clear()
        self.heights.forget()
        self.inside.ask(document, "release", ())

    @property
    def selection(self) -> Range | None:
        """The selected cells; None for several areas, a picture, a button."""
        book = self.books.active
        selected = self.inside.ask(book.raw, "selection", ())
        if not selected:
            return None
        name, left, top, right, bottom = selected
        return Range(Sheet(book, name), top + 1, left + 1, bottom - top + 1, right - left + 1)


class Books:
    """The open books. ``chosen`` is the document that counts as active, whatever window is in front."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.chosen: Any = None

    def __iter__(self) -> Iterator[Book]:
        listed = self.app.api.Components.createEnumeration()
        while listed.hasMoreElements():
            document = listed.nextElement()
            if document.supportsService(_CALC):
                yield Book(self.app, document)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def active(self) -> Book:
        """The one that stands still, else the chosen one, else the one in front."""
        document = self.chosen or self.app.still.document
        return Book(self.app, document) if document is not None else next(iter(self))

    def __call__(self, key: int | str) -> Book:
        for number, book in enumerate(self, 1):
            if key == number or (isinstance(key, str) and book.name.lower() == key.lower()):
                return book
        raise KeyError(key)

    def open(self, fullname: str, *_: object, **__: object) -> Book:
        url = uno().systemPathToFileUrl(str(Path(fullname).resolve()))
        document = self.app.api.loadComponentFromURL(url, "_blank", 0, _options(Hidden=not self.app.visible))
        return Book(self.app, document)


class Book:
    def __init__(self, app: App, document: Any) -> None:
        self.app, self.raw = app, document
        self._seen: Still | None = None
        self._own = False

    @property
    def still(self) -> Still:
        """What is known of it as long as it stands still."""
        if self._seen is not self.app.still:  # to compare two documents is a call to the office
            self._seen, self._own = self.app.still, self.app.still.document == self.raw
        return self._seen if self._own else Still()

    @property
    def document(self) -> Any:
        """The document with all that was written to it."""
        self.app.inside.deliver()
        return self.raw

    @property
    def api(self) -> SimpleNamespace:
        return SimpleNamespace(ProtectStructure=self.document.isProtected())

    @cached_property
    def fullname(self) -> str:
        """Asked for at every turn: xlwings tells books apart by it."""
        url = self.raw.URL
        return str(uno().fileUrlToSystemPath(url)) if url else str(self.raw.Title)

    @property
    def name(self) -> str:
        return os.path.basename(self.fullname)  # noqa: PTH119  # a title has no folder

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    def activate(self) -> None:
        return

    def close(self) -> None:
        self.document.setModified(False)
        self.document.close(True)

    def save(self, path: str, password: str | None = None) -> None:
        assert password is None
        url = uno().systemPathToFileUrl(str(Path(path).resolve()))
        self.document.storeToURL(url, _options(FilterName=_FILTERS[Path(path).suffix], Overwrite=True))


def _options(**given: object) -> tuple[Any, ...]:
    def option(name: str, value: object) -> Any:
        made = uno().createUnoStruct("com.sun.star.beans.PropertyValue")
        made.Name, made.Value = name, value
        return made

    return tuple(option(name, value) for name, value in given.items())
