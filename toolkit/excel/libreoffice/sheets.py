"""Sheets of LibreOffice as xlwings asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from toolkit.excel.boxes import box_at
from toolkit.excel.libreoffice.cells import Range
from toolkit.excel.libreoffice.looks import Interior

if TYPE_CHECKING:
    from toolkit.excel.libreoffice.engine import Book


class Sheets:
    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def names(self) -> list[str]:
        still = self.book.still
        names = still.names
        if names is None:
            names = list(self.book.app.inside.ask(self.book.raw, "names", ()))
            still.names = names if still.document is not None else None
        return list(names)

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self.book, name) for name in self.names)

    @property
    def active(self) -> Sheet:
        return Sheet(self.book, self.book.app.inside.ask(self.book.raw, "active", ()))

    def __call__(self, key: int | str) -> Sheet:
        for number, name in enumerate(self.names, 1):
            if key == number or (isinstance(key, str) and name.lower() == key.lower()):
                return Sheet(self.book, name)
        raise KeyError(key)

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        place = before.index - 1 if before else after.index if after else 0
        named = name or f"Sheet{len(self) + 1}"
        self.book.app.inside.ask(self.book.raw, "add", (), (named, place))
        self.book.still.names = None
        return Sheet(self.book, named)


class SheetFacts:
    """The sheet as Excel's own object has it."""

    CommentsThreaded = SimpleNamespace(Count=0)

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    @property
    def ProtectContents(self) -> bool:  # noqa: N802  # as Excel calls it
        return bool(self.sheet.ask("protected"))

    @property
    def Visible(self) -> int:  # noqa: N802
        return -1 if self.sheet.visible else 0

    @property
    def Comments(self) -> SimpleNamespace:  # noqa: N802
        return SimpleNamespace(Count=self.sheet.ask("notes"))

    def Range(self, addresses: str) -> SimpleNamespace:  # noqa: N802
        """Several rectangles at once, as Excel takes them."""
        assert len(addresses) <= 255
        areas = [self.sheet.range(each) for each in addresses.split(",")]
        return SimpleNamespace(Interior=Interior(self.sheet, areas))


class Sheet:
    """A sheet is known by its name, because its number changes when others come and go."""

    def __init__(self, book: Book, name: str) -> None:
        self.book, self._name = book, name
        self.freeze_panes = SimpleNamespace(freeze_at=lambda _: None)

    def ask(self, question: str, bounds: tuple[int, ...] = (), given: object = None) -> Any:
        """What is asked of every sheet that is read comes at once, and is kept as long as it stands still."""
        known = self.book.still.of(self._name)
        if known is None or given is not None:
            return self._asked(question, bounds, given)
        if question == "used" and not known:
            for each, where, answer in self._asked("all"):
                known[each, tuple(where)] = answer
        if (question, bounds) not in known:
            return self._asked(question, bounds)
        return known[question, bounds]

    def _asked(self, question: str, bounds: tuple[int, ...] = (), given: object = None) -> Any:
        return self.book.app.inside.ask(self.book.raw, question, (self._name, *bounds), given)

    def post(self, question: str, bounds: tuple[int, ...] = (), given: object = None) -> None:
        self.book.still.forget(self._name)
        self.book.app.inside.post(self.book.raw, question, (self._name, *bounds), given)

    def merged(self) -> Sequence[tuple[int, int, int, int]] | None:
        """All merged ranges, asked once of a book that stands still; None for one that does not."""
        known = self.book.still.of(self._name)
        if known is None:
            return None
        if ("merges", ()) not in known:
            known["merges", ()] = self._asked("merges")
        merges: Sequence[tuple[int, int, int, int]] = known["merges", ()]
        return merges

    @property
    def cells_of(self) -> Any:
        return self.book.document.Sheets.getByName(self._name)

    @property
    def api(self) -> SheetFacts:
        return SheetFacts(self)

    @property
    def name(self) -> str:
        return self._name

    @name.setter
    def name(self, name: str) -> None:
        self.cells_of.Name = name
        self.book.still.forget(self._name)
        self.book.still.names = None
        self._name = name

    @property
    def index(self) -> int:
        return self.book.sheets.names.index(self._name) + 1

    @property
    def visible(self) -> bool:
        return bool(self.ask("visible"))

    @property
    def cells(self) -> Range:
        return Range(self, 1, 1, 1_048_576, 1_024)

    @property
    def used_range(self) -> Range:
        left, top, right, bottom = self.ask("used")
        return Range(self, top + 1, left + 1, bottom - top + 1, right - left + 1)

    def range(self, first: Any, second: Any = None) -> Range:
        if isinstance(first, Range):
            top, left = first.row, first.column
            last: Range = second if isinstance(second, Range) else first
            height, width = last.shape
            return Range(self, top, left, last.row + height - top, last.column + width - left)
        if isinstance(first, tuple):
            (top, left), (bottom, right) = first, second or first
        else:
            top, left, bottom, right = box_at(first)
        return Range(self, top, left, bottom - top + 1, right - left + 1)

    def activate(self) -> None:
        self.ask("activate")

    def delete(self) -> None:
        self.book.app.inside.ask(self.book.raw, "remove", (), self._name)
        self.book.still.forget(self._name)
        self.book.still.names = None
