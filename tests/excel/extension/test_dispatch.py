"""Presses without a mouse, one after the other: who serves them, and what happens when he is gone."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.excel.appearance import looks
from tests.excel.conftest import office
from tests.excel.extension.pressing import has_listing, has_none
from tests.excel.test_button import is_marked
from toolkit import __version__
from toolkit.excel.doctor.gather import Readers, gather
from toolkit.excel.doctor.system import where

if TYPE_CHECKING:
    import xlwings as xw

pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]

EXAMPLE = Path(__file__).parents[3] / "examples" / "xicheng-2017-h1" / "submission.xlsx"


@pytest.fixture
def book(folder: Path, home: Path) -> Iterator[xw.Book]:
    path = home / "2017年上半年 西城区=终稿.xlsx"
    path.write_bytes(EXAMPLE.read_bytes())
    with office(folder, {"HOME": str(home)}) as context:
        from toolkit.excel.libreoffice.engine import connected

        yield connected(context).books.open(str(path))


def dispatched(book: xw.Book, macro: str) -> None:
    """What a press of the button has the office do; one that comes before the last is over is not heard."""
    document = book.impl.document
    context = book.app.impl.inside._context  # noqa: SLF001  # the office that the test is connected to
    name = "com.sun.star.frame.DispatchHelper"
    helper = context.ServiceManager.createInstanceWithContext(name, context)
    frame = document.CurrentController.Frame
    helper.executeDispatch(frame, f"org.indicator-toolkit:{macro}", "", 0, ())


def cleared(book: xw.Book) -> bool:
    """Ask again every few seconds: the end of a press is not told."""
    from tests.excel.libreoffice.screen import until

    dispatched(book, "clear")
    return until(3, lambda: has_none(book))


def servers(folder: Path) -> set[int]:
    """The Pythons of ours that the office with this user has started."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = b"toolkit.excel.libreoffice.serve" in (process / "cmdline").read_bytes()
            if is_ours and str(folder).encode() in (process / "environ").read_bytes():
                found.add(int(process.name))
        except OSError:
            continue
    return found


def test_one_python_checks_and_clears(book: xw.Book, home: Path) -> None:
    from tests.excel.libreoffice.screen import until

    before = looks(book)
    dispatched(book, "check")
    assert until(60, lambda: has_listing(book))
    assert is_marked(book)
    first = servers(home)
    assert len(first) == 1
    assert until(60, lambda: cleared(book))
    assert servers(home) == first
    assert looks(book) == before


def test_one_that_was_killed_is_replaced(book: xw.Book, home: Path) -> None:
    from tests.excel.libreoffice.screen import until

    dispatched(book, "check")
    assert until(60, lambda: has_listing(book))
    assert is_marked(book)
    (first,) = servers(home)
    os.kill(first, signal.SIGKILL)
    assert until(60, lambda: cleared(book))
    assert servers(home)
    assert first not in servers(home)


def test_the_doctor_finds_it(folder: Path, home: Path) -> None:
    place = where("linux", {}, home)._replace(
        extensions=folder / "profile" / "user" / "uno_packages" / "cache" / "uno_packages"
    )
    readers = Readers(registry=lambda *_: None, ask=lambda _: None, which=shutil.which)
    found = gather("linux", place, readers).office
    assert found.button is not None
    assert (found.there, found.button.toolkit, found.python) == (True, __version__, sys.executable)
    assert found.resident
