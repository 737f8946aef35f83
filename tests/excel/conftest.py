"""One LibreOffice for each test module, in a profile of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import xlwings as xw

Opener = Callable[[bytes, str], "xw.Book"]


@contextmanager
def office(folder: Path, environment: Mapping[str, str] | None = None, display: str = "") -> Iterator[Any]:
    """A running LibreOffice; the test is skipped where there is none."""
    from tests.excel.libreoffice.process import running
    from toolkit.excel.libreoffice.bridge import NotInstalled

    try:
        with running(folder, environment, display) as context:
            yield context
    except NotInstalled as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[xw.App]:
    with office(tmp_path_factory.mktemp("office")) as context:
        from toolkit.excel.libreoffice.engine import connected

        yield connected(context)


@pytest.fixture
def opened(app: xw.App, tmp_path: Path) -> Iterator[Opener]:
    """Opens a workbook from its bytes, under a name; all are closed in the end."""
    books: list[xw.Book] = []

    def open_book(data: bytes, name: str) -> xw.Book:
        path = tmp_path / name
        path.write_bytes(data)
        books.append(app.books.open(str(path)))
        return books[-1]

    yield open_book
    for book in books:
        book.close()
