"""LibreOffice as an engine of xlwings, for the members that we use: what Excel would say is said for it.

Only the free parts of xlwings are touched: ``xlwings.Engine`` and the names of its implementations.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import xlwings as xw

from tests.excel.libreoffice.cells import CellError, Range
from tests.excel.libreoffice.process import uno

_FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML"}
_CALC = "com.sun.star.sheet.SpreadsheetDocument"


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
        self.status_bar: str | bool = False
        self.screen_updating = True
        self.books = Books(self)

    def activate(self, _steal_focus: bool = False) -> None:  # noqa: FBT001, FBT002  # as xlwings calls it
        return

    @property
    def selection(self) -> Range:
        book = self.books.active
        address = book.document.CurrentSelection.RangeAddress
        return Range(Sheet(book, address.Sheet), *_bounds(address))


class Books:
    def __init__(self, app: App) -> None:
        self.app = app

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
        return next(iter(self))

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
        self.app, self.document = app, document

    @property
    def api(self) -> SimpleNamespace:
        return SimpleNamespace(ProtectStructure=self.document.isProtected())

    @property
    def fullname(self) -> str:
        url = self.document.URL
        return str(uno().fileUrlToSystemPath(url)) if url else str(self.document.Title)

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


class Sheets:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.listed = book.document.Sheets

    def __len__(self) -> int:
        return int(self.listed.Count)

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self.book, number) for number in range(len(self)))

    @property
    def active(self) -> Sheet:
        sheet = self.book.document.CurrentController.ActiveSheet
        return Sheet(self.book, sheet.RangeAddress.Sheet)

    def __call__(self, key: int | str) -> Sheet:
        for number, sheet in enumerate(self, 1):
            if key == number or (isinstance(key, str) and sheet.name.lower() == key.lower()):
                return sheet
        raise KeyError(key)

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        place = before.index - 1 if before else after.index if after else 0
        self.listed.insertNewByName(name or f"Sheet{len(self) + 1}", place)
        return Sheet(self.book, place)


class Sheet:
    def __init__(self, book: Book, number: int) -> None:
        self.book = book
        self.cells_of = book.document.Sheets.getByIndex(number)
        self.freeze_panes = SimpleNamespace(freeze_at=lambda _: None)

    @property
    def api(self) -> SimpleNamespace:
        shown = -1 if self.visible else 0
        return SimpleNamespace(ProtectContents=self.cells_of.isProtected(), Visible=shown)

    @property
    def name(self) -> str:
        return str(self.cells_of.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.cells_of.Name = name

    @property
    def index(self) -> int:
        return int(self.cells_of.RangeAddress.Sheet) + 1

    @property
    def visible(self) -> bool:
        return bool(self.cells_of.IsVisible)

    @property
    def cells(self) -> Range:
        return Range(self, 1, 1, 1_048_576, 1_024)

    @property
    def used_range(self) -> Range:
        cursor = self.cells_of.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return Range(self, *_bounds(cursor.RangeAddress))

    def range(self, first: Any, second: Any = None) -> Range:
        if isinstance(first, Range):
            top, left = first.row, first.column
            last: Range = second if isinstance(second, Range) else first
            height, width = last.shape
            return Range(self, top, left, last.row + height - top, last.column + width - left)
        if isinstance(first, tuple):
            (top, left), (bottom, right) = first, second or first
            return Range(self, top, left, bottom - top + 1, right - left + 1)
        return Range(self, *_bounds(self.cells_of.getCellRangeByName(first.replace("$", "")).RangeAddress))

    def activate(self) -> None:
        self.book.document.CurrentController.ActiveSheet = self.cells_of

    def delete(self) -> None:
        self.book.document.Sheets.removeByName(self.name)


def _bounds(address: Any) -> tuple[int, int, int, int]:
    height, width = address.EndRow - address.StartRow + 1, address.EndColumn - address.StartColumn + 1
    return address.StartRow + 1, address.StartColumn + 1, height, width


def _options(**given: object) -> tuple[Any, ...]:
    def option(name: str, value: object) -> Any:
        made = uno().createUnoStruct("com.sun.star.beans.PropertyValue")
        made.Name, made.Value = name, value
        return made

    return tuple(option(name, value) for name, value in given.items())
