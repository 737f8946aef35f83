"""What the marked copy of each workbook of the zoo keeps, and that it gives its original back."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from tests.ooxml.patch import grafts
from tests.ooxml.patch.marks import LIMITS, MARKED, copied
from tests.ooxml.patch.zoo import FORM, ZOO, animal
from toolkit.ooxml.limits import Meter
from toolkit.ooxml.package import Package
from toolkit.ooxml.patch.facts import facts
from toolkit.ooxml.patch.packing import bodies
from toolkit.ooxml.patch.unmark import unmark
from toolkit.readers import read_workbook

# Whatever else there is in a package, no other part may change.
TOUCHED = {
    "[content_types].xml",
    "docprops/app.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/comments1.xml",
    "xl/drawings/vmldrawing1.vml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/worksheets/sheet1.xml",
}
ALSO_SELECTED = {"another sheet is active": {"xl/worksheets/sheet2.xml"}}


def compressed(data: bytes) -> dict[str, bytes]:
    return {name.lower(): body for name, _, body in bodies(Package(data, Meter(LIMITS)))}


@pytest.mark.parametrize("name", ZOO)
def test_no_part_is_lost_and_no_other_changed(name: str) -> None:
    before, after = compressed(animal(name)), compressed(copied(name))

    assert before.keys() <= after.keys()
    changed = {part for part, body in before.items() if after[part] != body}
    assert changed <= TOUCHED | ALSO_SELECTED.get(name, set())


@pytest.mark.parametrize("name", ZOO)
def test_every_value_formula_and_format_is_read_as_before(name: str) -> None:
    assert read_workbook(copied(name)).sheets == read_workbook(animal(name)).sheets


@pytest.mark.parametrize("name", ZOO)
def test_the_original_comes_back_byte_for_byte(name: str) -> None:
    assert unmark(copied(name), LIMITS) == animal(name)


@pytest.mark.parametrize("name", ZOO)
def test_a_workbook_without_marks_has_none_to_take(name: str) -> None:
    assert unmark(animal(name), LIMITS) is None


@pytest.mark.filterwarnings("ignore:.*will be removed")
@pytest.mark.parametrize("name", [name for name in ZOO if not name.startswith("strict")])
def test_another_reader_sees_the_notes_and_the_list(name: str) -> None:
    book = openpyxl.load_workbook(BytesIO(copied(name)))

    assert book.worksheets[0].title.startswith("检查结果")
    sheet = book[FORM]
    assert [cell for cell in MARKED if sheet[cell].comment is None] == []
    assert sheet["E3"].comment.text.endswith("indicator-toolkit")


def test_what_is_said_of_the_package() -> None:
    known = facts(animal("everything"), LIMITS)

    assert known.conversations == {(FORM, "C2")}
    assert (known.signed, known.locked) == (False, False)
    assert facts(animal("signature"), LIMITS).signed
    assert facts(animal("protected structure"), LIMITS).locked


@pytest.mark.parametrize("name", ["conversations", "everything"])
def test_a_conversation_is_left_alone(name: str) -> None:
    before, after = grafts.parts_of(animal(name)), grafts.parts_of(copied(name))

    old = before["xl/comments1.xml"].decode()
    start = old.index('<comment ref="C2"')
    assert old[start : old.index("</comment>", start)] in after["xl/comments1.xml"].decode()
