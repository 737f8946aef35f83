"""What a click does to an open book, and that nothing of it stays after it is cleared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.excel.appearance import looks, note_of
from tests.excel.conftest import Opener
from toolkit.check import Settings, check
from toolkit.engine import _holds
from toolkit.excel import macros
from toolkit.excel.book import read_book
from toolkit.finding import Severity
from toolkit.marks import is_listing
from toolkit.ooxml.patch.colours import FILLS
from toolkit.readers import read_workbook
from toolkit.reporters.note import cell_marks
from toolkit.reporters.xlsx import marked_copy, unmarked
from toolkit.rules.model import FrameCheck, Rule
from toolkit.testing import workbook

if TYPE_CHECKING:
    import xlwings as xw

pytestmark = pytest.mark.office

EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1" / "submission.xlsx"
CONCERNED = ["C20", "C21", "C28", "C29", "C30"]
FAULTY = """
| 绩效任务 | 年度目标 | 上半年进展情况 |
| 拆违 | 拆除违法建设12处 | 合格率192%。 |
| 植树 | 合格率达到90% | 合格率192%。 |
"""
ERROR = tuple(bytes.fromhex(FILLS[Severity.ERROR]))
RED = (0xD7, 0x00, 0x0F)


def selected(book: xw.Book) -> str:
    cell = book.app.selection
    assert cell is not None
    return cell.address


def heights(sheet: xw.Sheet, count: int) -> list[int]:
    """Of the first rows, in hundredths of a millimetre."""
    rows = sheet.impl.cells_of.Rows
    return [rows.getByIndex(row).Height for row in range(count)]


def first_texts(sheet: xw.Sheet) -> list[str]:
    return [str(value) for value in sheet.range("A1:A4").value]


def test_every_row_of_the_list_is_high_enough_and_not_twice_as_high(opened: Opener) -> None:
    book = opened(EXAMPLE.read_bytes(), EXAMPLE.name)
    report = macros.check_book(book)
    listing, count = book.sheets[0], len(report.findings) + 4
    ours = heights(listing, count)
    listing.impl.cells_of.Rows.OptimalHeight = True
    least = heights(listing, count)
    assert [row for row in range(count) if not least[row] <= ours[row] < 2 * least[row]] == []


def test_a_new_sheet_has_nothing_of_one_of_its_name(opened: Opener) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    book.app.screen_updating = False
    try:
        book.sheets.add(name="别的", before=book.sheets[0])
        assert book.sheets["Sheet1"].used_range.address == "$A$1:$C$3"
        book.sheets["Sheet1"].delete()
        book.sheets.add(name="Sheet1", before=book.sheets[0])
        assert book.sheets["Sheet1"].used_range.address == "$A$1"
    finally:
        book.app.screen_updating = True


def test_a_click_and_back(opened: Opener) -> None:
    book = opened(EXAMPLE.read_bytes(), EXAMPLE.name)
    before, model = looks(book), read_book(book)
    report = macros.check_book(book)
    sheet = book.sheets["进展情况"]
    fills = {address: sheet.range(address).color for address in CONCERNED}
    assert set(fills.values()) <= {tuple(bytes.fromhex(fill)) for fill in FILLS.values()}
    assert fills["C29"] == ERROR
    marks = {(each.row, each.column): each.note for each in cell_marks(report.findings, "zh")["进展情况"]}
    assert {place: note_of(sheet.range(place)) for place in marks} == marks
    assert book.sheets[0].name == "检查结果"
    assert first_texts(book.sheets[0])[0].startswith("检查结果  ")
    assert read_book(book) == model
    macros.clear_book(book)
    assert looks(book) == before


def test_the_phrase_is_red(opened: Opener) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    macros.check_book(book)
    cell = book.sheets["Sheet1"].range("C3")
    inks = [cell.characters[place : place + 1].font.color for place in range(8)]
    assert [ink == RED for ink in inks] == [False] * 3 + [True] * 4 + [False]


def test_what_the_office_has_put_there_comes_back(opened: Opener) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    cell = book.sheets[0].range("C3")
    cell.color = (1, 2, 3)
    cell.add_note("请核对。")
    cell.characters[0:2].font.api.Color = 0x0000FF00
    cell.characters[4:5].font.api.Color = 0x00FF0000
    before = looks(book)
    macros.check_book(book)
    assert note_of(book.sheets["Sheet1"].range("C3")).startswith("请核对。\n\n【检查结果】")
    macros.check_book(book)
    macros.clear_book(book)
    assert looks(book) == before


def test_a_second_click_replaces_the_first(opened: Opener) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    macros.check_book(book)
    once = looks(book)
    macros.check_book(book)
    assert looks(book) == once
    book.sheets["Sheet1"].range("C3").value = "上半年合格率92%。"
    macros.check_book(book)
    assert book.sheets["Sheet1"].range("C3").color != ERROR
    assert [sheet.name for sheet in book.sheets] == ["检查结果", "Sheet1"]


def test_the_copy_of_the_command_line_is_cleared_too(opened: Opener, tmp_path: Path) -> None:
    path = tmp_path / "2017年上半年.xlsx"
    path.write_bytes(workbook(FAULTY))
    (file,) = check([path], Settings()).files
    plain = looks(opened(workbook(FAULTY), path.name))
    book = opened(marked_copy(file), "标注.xlsx")
    macros.clear_book(book)
    assert looks(book) == plain


def test_the_command_line_clears_what_the_button_marked(opened: Opener, tmp_path: Path) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    macros.check_book(book)
    path = tmp_path / "saved.xlsx"
    book.impl.save(str(path))
    (sheet,) = read_workbook(unmarked(path)).sheets
    assert not is_listing(sheet)


def test_next_finding_goes_around(opened: Opener) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    report = macros.check_book(book)
    marked = len(cell_marks(report.findings, "zh")["Sheet1"])
    book.sheets["Sheet1"].activate()
    book.sheets["Sheet1"].range("A1").select()
    visited = []
    for _ in range(marked + 1):
        macros.go_on(book)
        visited.append(selected(book))
    assert visited[0] == visited[-1]
    assert len(set(visited)) == marked


def test_selection_and_sheet_stay(opened: Opener) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    book.sheets[0].range("B2").select()
    macros.check_book(book)
    assert (book.sheets.active.name, selected(book)) == ("Sheet1", "$B$2")


def test_a_protected_sheet_is_listed_only(opened: Opener) -> None:
    book = opened(workbook("## 表 [protected]\n" + FAULTY), "2017年上半年.xlsx")
    before = looks(book)
    macros.check_book(book)
    assert "受保护" in first_texts(book.sheets[0])[1] or "设有保护" in first_texts(book.sheets[0])[1]
    assert {place: look for place, look in looks(book).items() if place[0] == "表"} == before


def test_a_fault_midway_takes_the_marks_out_again(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    before = looks(book)

    def refused(*_: object) -> None:
        raise OSError("the application is busy")

    monkeypatch.setattr("toolkit.excel.looks.redden", refused)
    with pytest.raises(OSError, match="busy"):
        macros.check_book(book)
    assert looks(book) == before


def test_an_equals_sign_in_the_name_is_no_obstacle(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "2017年上半年 西城区=终稿.xlsx"
    book = opened(workbook(FAULTY), name)
    opened(workbook(FAULTY), "2017年上半年 西城区.xlsx")
    monkeypatch.setattr("sys.argv", ["-c", f"--wb={name}", "--from_xl=1", "--app=", "--hwnd=0"])
    monkeypatch.setattr("toolkit.excel.macros._leave", lambda: None)  # the process is not one click's
    macros.check()
    assert [sheet.name for sheet in book.sheets] == ["检查结果", "Sheet1"]
    macros.clear()
    assert [sheet.name for sheet in book.sheets] == ["Sheet1"]


def test_a_fault_is_one_sentence_and_leaves_the_book(
    opened: Opener, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    book.set_mock_caller()
    before = looks(book)

    def broken(rule: Rule, check: FrameCheck) -> object:
        return 1 / 0 if rule.code == "A006" else _holds(rule, check)

    monkeypatch.setattr("toolkit.engine._holds", broken)
    with pytest.raises(SystemExit) as left:
        macros.check()
    told = capsys.readouterr().err
    assert left.value.code == 1
    assert len(told.splitlines()) == 1
    assert "Traceback" not in told
    log = Path(told.partition("详情已写入 ")[2].partition("，请")[0])
    written = log.read_text(encoding="utf-8")
    assert "rule A006 failed" in written
    assert "ZeroDivisionError" in written
    log.unlink()
    assert looks(book) == before
