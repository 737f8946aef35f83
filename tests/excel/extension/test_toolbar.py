"""The toolbar in a LibreOffice of its own: the extension is installed as users do, then pressed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any

import pytest

from tests.excel.appearance import looks
from tests.excel.conftest import office
from tests.excel.extension.pressing import has_listing, has_none
from tests.excel.test_button import ARTIFACTS, is_marked

if TYPE_CHECKING:
    import xlwings as xw

    from tests.excel.libreoffice.screen import Screen

pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]

EXAMPLE = Path(__file__).parents[3] / "examples" / "xicheng-2017-h1" / "submission.xlsx"
TOOLBAR = "private:resource/toolbar/addon_org.indicator-toolkit.Toolbar"
NAMES = {"check": ("检查", "检查 Check"), "clear": ("清除标记", "清除标记 Clear marks")}


@pytest.fixture
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    from tests.excel.libreoffice.screen import screen
    from toolkit.excel.libreoffice.bridge import NotInstalled

    try:
        with screen(tmp_path_factory.mktemp("screen")) as shown:
            yield shown
    except NotInstalled as missing:
        pytest.skip(str(missing))


def opened(context: Any, folder: Path) -> xw.Book:  # noqa: ANN401 - UNO has no types
    from toolkit.excel.libreoffice.engine import connected

    path = folder / "2017年上半年 西城区=终稿.xlsx"
    path.write_bytes(EXAMPLE.read_bytes())
    return connected(context, visible=True).books.open(str(path))


def place_of(document: Any, macro: str) -> tuple[int, int]:  # noqa: ANN401 - UNO has no types
    """The middle of a button of the toolbar, as the application says where it has drawn it."""
    layout = document.CurrentController.Frame.LayoutManager
    bar = layout.getElement(TOOLBAR).getRealInterface().AccessibleContext
    every = range(bar.AccessibleChildCount)
    children = (bar.getAccessibleChild(number).AccessibleContext for number in every)
    button = next(child for child in children if child.AccessibleName in NAMES[macro])
    corner, size = button.getLocationOnScreen(), button.getSize()
    return corner.X + size.Width // 2, corner.Y + size.Height // 2


def test_a_mouse_presses_the_toolbar(display: Screen, folder: Path, home: Path) -> None:
    from tests.excel.libreoffice.screen import until

    with office(folder, {"HOME": str(home)}, display.display) as context:
        book = opened(context, home)
        before = looks(book)
        display.click(*place_of(book.impl.document, "check"))
        assert until(60, lambda: has_listing(book)), "nobody heard the click"
        assert is_marked(book)
        sleep(1)  # until it is painted
        display.picture(ARTIFACTS / "toolbar-results.png")
        book.sheets["进展情况"].activate()
        book.impl.document.CurrentController.setFirstVisibleRow(19)
        sleep(1)
        display.picture(ARTIFACTS / "toolbar-marks.png")
        display.click(*place_of(book.impl.document, "clear"))
        assert until(60, lambda: has_none(book))
        assert looks(book) == before
        display.picture(ARTIFACTS / "toolbar-cleared.png")


def test_without_a_python_it_is_one_sentence(display: Screen, folder: Path, tmp_path: Path) -> None:
    from tests.excel.libreoffice.screen import until

    bare = tmp_path / "bare"
    bare.mkdir()
    path = os.pathsep.join(each for each in ("/usr/bin", "/bin") if Path(each).is_dir())
    with office(folder, {"HOME": str(bare), "PATH": path}, display.display) as context:
        book = opened(context, bare)
        display.click(*place_of(book.impl.document, "check"))
        toolkit = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
        assert until(30, lambda: "indicators excel install" in _boxes(toolkit))
        display.picture(ARTIFACTS / "toolbar-no-python.png")
        assert has_none(book)


def _boxes(toolkit: Any) -> str:  # noqa: ANN401 - UNO has no types
    """All texts of the windows that are open."""
    return " ".join(
        _texts(toolkit.getTopWindow(number).AccessibleContext) for number in range(toolkit.TopWindowCount)
    )


def _texts(context: Any, depth: int = 4) -> str:  # noqa: ANN401 - UNO has no types
    below = range(min(context.AccessibleChildCount, 30)) if depth else range(0)
    inside = (_texts(context.getAccessibleChild(number).AccessibleContext, depth - 1) for number in below)
    return " ".join([context.AccessibleName, *inside])
