"""What a resident Python answers for a click, and what keeps it out of the way."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.excel.conftest import Opener
from tests.excel.test_build import sources
from tests.excel.test_macros import FAULTY
from toolkit.errors import ToolkitError
from toolkit.excel import macros, resident
from toolkit.excel.build import add_in
from toolkit.excel.vba_project import own_file
from toolkit.finding import Text
from toolkit.testing import workbook

RIBBON = own_file("IndicatorRibbon.bas")
LOADED = "import sys; from toolkit.excel.resident import load; load(); print(*sys.modules)"


def book_of(action: Callable[[], object]) -> Callable[[object], object]:
    return lambda _: action()


@pytest.fixture
def clicked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], str]:
    """What is said to a click on 检查 which does this and nothing else."""

    def click(action: Callable[[], object]) -> str:
        monkeypatch.setattr(macros, "_caller", lambda: None)
        monkeypatch.setattr(macros, "check_book", book_of(action))
        return resident.press("check")

    return click


def test_nothing_is_said_when_all_is_well(clicked: Callable[..., str]) -> None:
    assert clicked(lambda: None) == ""


def test_a_mistake_is_one_sentence_and_python_stays(clicked: Callable[..., str]) -> None:
    def fail() -> None:
        raise ToolkitError(Text(zh="没有这个表样。", en="There is no such form."))

    assert clicked(fail) == "没有这个表样。"
    assert clicked(lambda: None) == ""


def test_a_fault_of_our_own_is_one_sentence_too(clicked: Callable[..., str]) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    said = clicked(fail)
    log = Path(said.partition("详情已写入 ")[2].partition("，请")[0])
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    log.unlink()
    assert len(said.splitlines()) == 1


def test_after_an_upgrade_it_does_nothing(
    clicked: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[bool] = []
    monkeypatch.setattr(resident, "version", lambda _: "99.0")
    assert clicked(lambda: done.append(True)) == resident.STALE
    assert done == []


def test_there_are_four_buttons_and_no_more() -> None:
    with pytest.raises(ValueError, match="check_book"):
        resident.press("check_book")


def test_all_is_loaded_before_the_first_click() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())
    assert {
        "xlwings",
        "polars",
        "pandera.polars",
        "toolkit.excel.marking",
        "toolkit.reporters.listing",
    } <= loaded


def test_pandas_is_not_waited_for(tmp_path: Path) -> None:
    """What the VBA has Windows run, where a pandas is installed that nobody may touch."""
    source = sources(add_in(), tmp_path)["xlwings.bas"]
    (start,) = re.findall(r'-P -c ""(import sys;.*import xlwings\.utils;)xlwings\.utils\.prepare', source)
    (tmp_path / "pandas.py").write_text("raise SystemExit('touched')")
    program = f"import sys; sys.path.append({str(tmp_path)!r}); {start} {LOADED}"
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_ribbon_calls_what_is_there() -> None:
    called = set(re.findall(r'XLPy\.Module\("toolkit\.excel\.resident"\), "(\w+)"', RIBBON))
    assert called == {"press", "warm_up"}
    assert all(callable(getattr(resident, name)) for name in called)
    assert f'If said <> "{resident.STALE}" Then' in RIBBON


def test_whatever_happens_there_is_a_cold_start() -> None:
    """Each way out of the resident Python that is no answer ends it, and leaves the click unserved."""
    (body,) = re.findall(r"Private Function PressedInResident.*?End Function", RIBBON, re.DOTALL)
    trying = body.partition("On Error GoTo Fallen")[2]
    assert "XLPy" not in body.partition("On Error GoTo Fallen")[0]
    assert trying.count("PressedInResident = True") == 1
    assert trying.count("EndResident") == 2
    assert "If PressedInResident(macro) Then Exit Sub\n    RunPython" in RIBBON


def test_excel_warms_it_up() -> None:
    assert "Workbook_Open" in own_file("ThisWorkbook.bas")
    assert "IndicatorRibbon.WarmUp" in own_file("ThisWorkbook.bas")


@pytest.mark.office
def test_a_click_on_an_open_book(opened: Opener) -> None:
    book = opened(workbook(FAULTY), "2017年上半年.xlsx")
    book.set_mock_caller()
    assert resident.press("check") == ""
    assert [sheet.name for sheet in book.sheets] == ["检查结果", "Sheet1"]
    assert resident.press("clear") == ""
    assert [sheet.name for sheet in book.sheets] == ["Sheet1"]
