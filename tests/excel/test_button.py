"""The buttons of a workbook, pressed: through the VBA behind them without a window, and once with a mouse.

The workbook is the twin of what is shipped: see ``tests.excel.libreoffice.twin``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import pytest

from tests.excel.appearance import looks, note_of
from tests.excel.buttoned import example
from tests.excel.conftest import office
from tests.excel.libreoffice.twin import Place, twin
from toolkit.ooxml.patch.colours import FILLS
from toolkit.ooxml.patch.signature import opened

if TYPE_CHECKING:
    import xlwings as xw

    from tests.excel.libreoffice.screen import Screen

pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]

ARTIFACTS = Path(__file__).parents[2] / "build" / "artifacts"
CONCERNED = ["C20", "C21", "C28", "C29", "C30"]
MARKS = {tuple(bytes.fromhex(fill)) for fill in FILLS.values()}
SCRIPT = "vnd.sun.star.script:VBAProject.IndicatorButtons.{}?language=Basic&location=document"
NAME = "2017年上半年 西城区=终稿.xlsm"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("place"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("twin")
    return twin(example(folder), folder)


@pytest.fixture(scope="module")
def office_app(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[xw.App]:
    with office(tmp_path_factory.mktemp("office"), place.environment) as context:
        from toolkit.excel.libreoffice.engine import connected

        yield connected(context)


def pressed(book: xw.Book, macro: str) -> None:
    book.impl.document.getScriptProvider().getScript(SCRIPT.format(macro)).invoke((), (), ())


def is_marked(book: xw.Book) -> bool:
    sheet = book.sheets["进展情况"]
    cells = [sheet.range(address) for address in CONCERNED]
    return all(cell.color in MARKS and opened("zh") in note_of(cell) for cell in cells)


@pytest.fixture
def book(office_app: xw.App, place: Place, data: bytes, tmp_path: Path) -> Iterator[xw.Book]:
    place.forget()
    (tmp_path / NAME).write_bytes(data)
    shown = office_app.books.open(str(tmp_path / NAME))
    yield shown
    shown.close()


def test_the_vba_checks_goes_on_and_clears(book: xw.Book, place: Place) -> None:
    before = looks(book)
    pressed(book, "CheckSubmission")
    assert (place.code, place.error) == (0, "")
    assert is_marked(book)
    assert book.sheets[0].name == "检查结果"
    pressed(book, "NextFinding")
    selected = book.app.selection
    assert selected is not None
    assert selected.color in MARKS
    pressed(book, "ClearMarks")
    assert looks(book) == before


def test_the_vba_sees_what_is_not_saved(book: xw.Book) -> None:
    cell = book.sheets["进展情况"].range("C29")
    cell.value = "细颗粒物浓度为58微克/立方米。"
    pressed(book, "CheckSubmission")
    assert "A006" not in str(book.sheets[0].used_range.value)


def test_what_cannot_be_is_one_sentence(book: xw.Book, place: Place) -> None:
    book.impl.document.protect("")
    pressed(book, "CheckSubmission")
    assert place.code == 1
    (sentence,) = place.error.splitlines()
    assert "结构保护" in sentence
    assert [sheet.name for sheet in book.sheets] == ["进展情况"]


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    from tests.excel.libreoffice.screen import screen
    from toolkit.excel.libreoffice.bridge import NotInstalled

    try:
        with screen(tmp_path_factory.mktemp("screen")) as shown:
            yield shown
    except NotInstalled as missing:
        pytest.skip(str(missing))


def test_a_mouse_presses_the_buttons(display: Screen, place: Place, data: bytes, tmp_path: Path) -> None:
    from tests.excel.libreoffice.screen import place_of, until

    path = tmp_path / "西城区.xlsm"
    path.write_bytes(data)
    place.forget()
    with office(tmp_path / "office", place.environment, display.display) as context:
        from toolkit.excel.libreoffice.engine import connected

        book = connected(context, visible=True).books.open(str(path))
        before = looks(book)
        display.picture(ARTIFACTS / "button-before.png")
        display.click(*place_of(book.impl.document, "检查"))
        assert until(60, lambda: place.code is not None), "nothing has heard the click"
        book.impl.document.CurrentController.setFirstVisibleRow(19)
        assert (place.code, place.error) == (0, "")
        assert is_marked(book)
        assert [sheet.name for sheet in book.sheets] == ["检查结果", "进展情况"]
        for name, picture in (("检查结果", "button-results.png"), ("进展情况", "button-marks.png")):
            book.sheets[name].activate()
            sleep(1)  # until it is painted
            display.picture(ARTIFACTS / picture)
        place.forget()
        display.click(*place_of(book.impl.document, "清除标记"))
        assert until(60, lambda: place.code is not None)
        display.picture(ARTIFACTS / "button-cleared.png")
        assert looks(book) == before
