"""Marks taken out of copies that somebody has worked on: the work stays, the marks go."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook import Workbook

from tests.ooxml.patch import grafts
from tests.ooxml.patch.marks import LIMITS, MARKED, copied, marks
from tests.ooxml.patch.zoo import FORM, PROGRESS, animal
from toolkit.marks import MADE_BY
from toolkit.ooxml.patch.colours import FILLS, RED
from toolkit.ooxml.patch.mark import mark
from toolkit.ooxml.patch.signature import CLOSING
from toolkit.ooxml.patch.unmark import unmark
from toolkit.readers import read_workbook

# What openpyxl opens and saves; it does not write strict workbooks, nor pictures without a library.
SAVED = ("plain", "notes", "rich text", "fills", "names", "hidden", "a sheet of that name", "merged", "table")


def saved(data: bytes, work: Callable[[Workbook], object] | None = None) -> bytes:
    """The workbook as openpyxl saves it, after some work on it."""
    book = openpyxl.load_workbook(BytesIO(data), rich_text=True)
    if work:
        work(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def plain(data: bytes) -> bytes:
    found = unmark(data, LIMITS)
    assert found is not None
    return found


def fill(data: bytes, cell: str) -> str:
    return str(openpyxl.load_workbook(BytesIO(data))[FORM][cell].fill.fgColor.rgb)


@pytest.mark.parametrize("name", SAVED)
def test_another_program_has_saved_it(name: str) -> None:
    result = plain(saved(copied(name)))

    assert read_workbook(result).sheets == read_workbook(saved(animal(name))).sheets
    parts = grafts.parts_of(result)
    assert "检查生成" not in parts["xl/workbook.xml"].decode()
    book = openpyxl.load_workbook(BytesIO(result), rich_text=True)
    for cell in MARKED:
        found = book[FORM][cell]
        assert found.fill.fgColor.rgb[2:] not in FILLS.values()
        assert not (found.comment and CLOSING in found.comment.text)
        runs = found.value if isinstance(found.value, CellRichText) else []
        colours = [run.font.color for run in runs if isinstance(run, TextBlock)]
        assert not any(colour is not None and colour.rgb == RED for colour in colours)


def test_work_on_the_copy_stays() -> None:
    def work(book: Workbook) -> None:
        sheet = book[FORM]
        sheet["C4"] = "上半年完成雨污合流管线改造40公里。"
        sheet["C2"] = f"{PROGRESS}已核实。"
        sheet["C3"].comment.text += "\n已与区环保局核对"
        sheet["A9"] = "新增"

    result = plain(saved(copied("plain"), work))

    sheet = read_workbook(result).sheets[0]
    texts = {cell.address: cell.value for row in sheet.rows.values() for cell in row.values()}
    assert (texts["C2"], texts["A9"]) == (f"{PROGRESS}已核实。", "新增")
    notes = openpyxl.load_workbook(BytesIO(result))[FORM]
    assert notes["C2"].comment is None
    assert notes["C3"].comment.text == "\n已与区环保局核对"


def test_a_fill_of_the_office_comes_back() -> None:
    result = plain(saved(copied("fills")))

    assert [fill(result, cell) for cell in ("C2", "C3", "D2")] == ["FFC6EFCE", "FFFF0000", "00000000"]


def test_a_note_that_was_there_stays_as_it_was() -> None:
    result = plain(saved(copied("notes")))

    sheet = openpyxl.load_workbook(BytesIO(result))[FORM]
    assert (sheet["C2"].comment.text, sheet["A1"].comment.text) == ("请附证明材料", "按正式文件填写")
    assert sheet["E3"].comment is None


def test_a_box_grows_with_its_note() -> None:
    def bottom(data: bytes) -> int:
        drawing = grafts.parts_of(data)["xl/drawings/vmlDrawing1.vml"].decode()
        shape = next(each for each in drawing.split("<v:shape ") if "<x:Row>1</x:Row>" in each)
        return int(shape.split("<x:Anchor>")[1].split("</x:Anchor>")[0].split(",")[-2])

    assert bottom(copied("notes")) > bottom(animal("notes"))


def test_words_of_ours_in_a_note_of_others_are_no_mark() -> None:
    parts = grafts.parts_of(animal("notes"))
    grafts.replaced(parts, "xl/comments1.xml", "请附证明材料", "请用 indicator-toolkit 检查【检查结果】")

    assert unmark(grafts.packed(parts), LIMITS) is None


def test_runs_of_the_office_come_back_as_they_were() -> None:
    before, after = (
        openpyxl.load_workbook(BytesIO(data), rich_text=True)[FORM]["C2"].value
        for data in (animal("rich text"), plain(saved(copied("rich text"))))
    )

    assert after == before


def test_the_list_may_be_renamed_moved_or_deleted() -> None:
    def rename(book: Workbook) -> None:
        book.worksheets[0].title = "问题清单"
        book.move_sheet("问题清单", 2)

    def delete(book: Workbook) -> None:
        del book["检查结果"]

    expected = read_workbook(saved(animal("names"))).sheets
    for work in (rename, delete):
        result = plain(saved(copied("names"), work))
        assert read_workbook(result).sheets == expected
        assert CLOSING.encode() not in b"".join(grafts.parts_of(result).values())


def test_names_of_sheets_stay_with_their_sheets() -> None:
    book = openpyxl.load_workbook(BytesIO(copied("names")))
    assert (book.active, book[FORM].print_area, list(book["字典"].defined_names)) == (
        book["检查结果"],
        f"'{FORM}'!$A$1:$D$4",
        ["是否"],
    )

    book = openpyxl.load_workbook(BytesIO(plain(saved(copied("names")))))
    assert (book.active, book[FORM].print_area, list(book["字典"].defined_names)) == (
        book[FORM],
        f"'{FORM}'!$A$1:$D$4",
        ["是否"],
    )


def test_the_copy_is_known_when_another_program_changed_one_part_of_it() -> None:
    parts = grafts.parts_of(copied("plain"))
    grafts.replaced(parts, grafts.STRINGS, "改造68公里", "改造70公里")

    result = plain(grafts.packed(parts))

    assert result != animal("plain")
    assert read_workbook(result).sheets[0].rows[4][2].value == "完成雨污合流管线改造70公里"
    after = grafts.parts_of(result)
    everything = b"".join(content for name, content in after.items() if name != "xl/styles.xml").decode()
    assert [trace for trace in (CLOSING, RED, MADE_BY.zh) if trace in everything] == []


def test_an_original_that_says_something_else_is_not_believed() -> None:
    """A copy put together by hand, whose kept original holds other figures than the sheet shows."""
    parts = grafts.parts_of(copied("plain"))
    other = grafts.parts_of(copied("merged"))
    parts["xl/indicatorToolkit/original.bin"] = other["xl/indicatorToolkit/original.bin"]

    result = plain(grafts.packed(parts))

    assert read_workbook(result).sheets == read_workbook(animal("plain")).sheets


def test_marking_what_was_unmarked_marks_it_once() -> None:
    once = copied("plain")

    assert mark(plain(once), marks(), LIMITS) == once


def test_marks_on_a_worked_copy_replace_the_old_ones() -> None:
    worked = plain(saved(copied("plain"), lambda book: book[FORM].__setitem__("A9", "新增")))

    again = mark(worked, marks(), LIMITS)

    book = openpyxl.load_workbook(BytesIO(again))
    assert book.sheetnames == ["检查结果", FORM, "字典"]
    assert book[FORM]["E3"].comment.text.count(CLOSING) == 1
    assert plain(again) == worked
