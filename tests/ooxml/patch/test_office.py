"""Marked copies in LibreOffice: every one opens and shows its notes, and comes back with its marks known."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock

from tests.ooxml.patch.marks import LIMITS, MARKED, copied, marks
from tests.ooxml.patch.office import Opened, converted, opened
from tests.ooxml.patch.zoo import FORM, ZOO, animal
from toolkit.ooxml.patch.colours import FILLS, RED
from toolkit.ooxml.patch.mark import mark
from toolkit.ooxml.patch.signature import CLOSING
from toolkit.ooxml.patch.unmark import unmark
from toolkit.readers import read_workbook
from toolkit.workbook import parse_a1

pytestmark = [pytest.mark.office, pytest.mark.timeout(900)]
# A conversation keeps its own words, which the office shows as an old note.
CONVERSATIONS = {"conversations": {"C2"}, "everything": {"C2"}}


# Written anew is written anew: what differs is what has to be taken out.
SAVED = (
    "plain",
    "a sheet of that name",
    "conversations",
    "everything",
    "fills",
    "hidden",
    "names",
    "notes",
    "phonetics",
    "rich text",
    "strict",
    "table",
)


class Pair(NamedTuple):
    """One thing of a marked copy, and the same of its original."""

    copy: Any
    original: Any


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """What the office shows."""
    found = both(ZOO, "fods", tmp_path_factory.mktemp("shown"))
    return {name: Pair(opened(copy), opened(original)) for name, (copy, original) in found.items()}


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """The workbooks as the office saves them."""
    return both(SAVED, "xlsx", tmp_path_factory.mktemp("saved"))


def both(names: Iterable[str], kind: str, folder: Path) -> dict[str, Pair]:
    files = {
        f"{word} {name}": file(name) for name in names for word, file in (("copy", copied), ("as is", animal))
    }
    found = converted(files, kind, folder)
    return {name: Pair(found[f"copy {name}"], found[f"as is {name}"]) for name in names}


@pytest.mark.parametrize("name", ZOO)
def test_every_note_is_shown(name: str, shown: dict[str, Pair]) -> None:
    cells = shown[name].copy.sheets[FORM]

    expected = {cell for cell in MARKED if cell not in CONVERSATIONS.get(name, ())}
    notes = {cell: cells[parse_a1(cell)].note for cell in MARKED}
    assert {cell for cell, note in notes.items() if note.endswith(CLOSING)} == expected


@pytest.mark.parametrize("name", ZOO)
def test_every_other_note_is_shown_as_before(name: str, shown: dict[str, Pair]) -> None:
    copy, original = shown[name]
    for sheet, cells in original.sheets.items():
        for place, cell in cells.items():
            assert copy.sheets[sheet][place].note.startswith(cell.note)


@pytest.mark.parametrize("name", ZOO)
def test_every_value_is_shown_as_before(name: str, shown: dict[str, Pair]) -> None:
    copy, original = shown[name]

    assert next(iter(copy.sheets)).startswith("检查结果")
    assert list(copy.sheets)[1:] == list(original.sheets)
    assert {sheet: values(copy, sheet) for sheet in original.sheets} == {
        sheet: values(original, sheet) for sheet in original.sheets
    }


def values(book: Opened, sheet: str) -> dict[tuple[int, int], tuple[str, str]]:
    cells = book.sheets[sheet]
    return {place: (cell.text, cell.value) for place, cell in cells.items() if cell.text or cell.value}


@pytest.mark.parametrize("name", SAVED)
def test_a_copy_that_was_saved_is_read_without_its_marks(name: str, saved: dict[str, Pair]) -> None:
    copy, original = saved[name]

    assert read_workbook(copy).sheets == read_workbook(original).sheets


@pytest.mark.filterwarnings("ignore:.*will be removed")
@pytest.mark.parametrize("name", SAVED)
def test_marks_are_taken_out_of_a_copy_that_was_saved(name: str, saved: dict[str, Pair]) -> None:
    plain = unmark(saved[name].copy, LIMITS)

    assert plain is not None
    assert unmark(plain, LIMITS) is None
    assert read_workbook(plain).sheets == read_workbook(saved[name].original).sheets
    if name in {"fills", "everything"}:
        # What the office makes of a hatched fill is another one; the copy has kept the one that was there.
        assert looks(plain)["C2"][0] == "FFC6EFCE"
        assert {fill[2:] for fill, *_ in looks(plain).values()}.isdisjoint(FILLS.values())
    else:
        assert looks(plain) == looks(saved[name].original)


def looks(data: bytes) -> dict[str, tuple[str, bool, str]]:
    """Of each cell of the form its fill, whether anything in it is in our red, and its note."""
    book = openpyxl.load_workbook(BytesIO(data), rich_text=True)
    sheet = book[FORM]
    return {
        cell.coordinate: (
            cell.fill.fgColor.rgb if cell.fill.patternType else "",
            isinstance(cell.value, CellRichText) and any(map(is_red, cell.value)),
            cell.comment.text if cell.comment else "",
        )
        for row in sheet.iter_rows(max_row=12, max_col=8)
        for cell in row
    }


def is_red(run: object) -> bool:
    return isinstance(run, TextBlock) and run.font.color is not None and run.font.color.rgb == RED


def test_marks_can_be_put_on_what_was_saved(saved: dict[str, Pair]) -> None:
    plain = unmark(saved["plain"].copy, LIMITS)
    assert plain is not None

    again = mark(plain, marks(), LIMITS)

    assert unmark(again, LIMITS) == plain
