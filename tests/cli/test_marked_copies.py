"""``--format xlsx`` and ``--unmark``: where copies go, and that nobody's file is written over."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import CLEAN, LIMIT, Indicators, Workbook
from toolkit.reporters.xlsx import is_marked_copy

PERIOD = ("--period", "2017-01-01/2017-06-30")
COPY = (*PERIOD, "--format", "xlsx", "-o")


def test_one_copy(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    path, target = submission(LIMIT), tmp_path / "标注.xlsx"
    before = path.read_bytes()

    assert indicators("check", path, *COPY, target) == (1, "", "")

    assert path.read_bytes() == before
    assert openpyxl.load_workbook(target).sheetnames == ["检查结果", "Sheet1"]


def test_a_name_of_a_workbook_asks_for_a_copy(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    target = tmp_path / "标注.xlsx"

    indicators("check", submission(LIMIT), *PERIOD, "-o", target)

    assert is_marked_copy(target)


def test_a_copy_and_a_report_in_one_run(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    path, target = submission(LIMIT), tmp_path / "标注.xlsx"
    alone = indicators("check", path, *PERIOD)

    assert indicators("check", path, *COPY, target, "--format", "text") == alone
    assert is_marked_copy(target)


def test_several_copies_keep_their_names_and_folders(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    submission(LIMIT, "来件/甲局/报送表.xlsx")
    submission(CLEAN, "来件/乙局/报送表.xlsx")
    (tmp_path / "来件/丙.csv").write_text("绩效任务,年度目标,上半年进展情况\n", encoding="utf-8")

    code, output, error = indicators("check", tmp_path / "来件", *COPY, tmp_path / "退回")

    assert (code, output) == (1, "")
    assert error.count("\n") == 1
    assert "丙.csv" in error
    copies = sorted(path.relative_to(tmp_path / "退回") for path in (tmp_path / "退回").rglob("*.*"))
    assert copies == [Path("乙局/报送表.xlsx"), Path("甲局/报送表.xlsx")]


def test_a_copy_of_a_copy_is_the_copy(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    path, first, second = submission(LIMIT), tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    indicators("check", path, *COPY, first)
    indicators("check", first, *COPY, second)

    assert second.read_bytes() == first.read_bytes()
    assert (
        indicators("check", first, *PERIOD)[1].splitlines()[1:]
        == (indicators("check", path, *PERIOD)[1].splitlines()[1:])
    )


def test_an_old_copy_may_be_replaced(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    target = tmp_path / "标注.xlsx"
    indicators("check", submission(CLEAN), *COPY, target)
    before = target.read_bytes()

    assert indicators("check", submission(LIMIT), *COPY, target)[0] == 1
    assert target.read_bytes() != before


def test_unmark(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    path, target, back = submission(LIMIT), tmp_path / "标注.xlsx", tmp_path / "还原.xlsx"
    indicators("check", path, *COPY, target)

    assert indicators("check", target, "--unmark", "-o", back) == (0, "", "")
    assert back.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("options", "word"),
    [
        pytest.param([*COPY, "原.xlsx"], "原.xlsx", id="over the original"),
        pytest.param([*COPY, "./别/../原.xlsx"], "原.xlsx", id="over the original by another way"),
        pytest.param([*COPY, "他人.xlsx"], "已存在", id="over somebody's workbook"),
        pytest.param([*COPY, "说明.docx"], "已存在", id="over somebody's document"),
        pytest.param(["--format", "xlsx"], "--output", id="to the screen"),
        pytest.param(["--unmark"], "--output", id="unmarked to the screen"),
        pytest.param(["--unmark", "-o", "原.xlsx"], "原.xlsx", id="unmarked over the copy"),
    ],
)
def test_nobody_s_file_is_written_over(
    indicators: Indicators,
    submission: Workbook,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    options: list[str],
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("别").mkdir()
    files = [submission(LIMIT, "原.xlsx"), submission(CLEAN, "他人.xlsx"), Path("说明.docx")]
    files[2].write_bytes(b"not ours")
    before = [file.read_bytes() for file in files]

    code, output, error = indicators("check", "原.xlsx", *options)

    assert (code, output) == (2, "")
    assert error.count("\n") == 1
    assert word in error
    assert [file.read_bytes() for file in files] == before


def test_an_unreadable_file_keeps_its_exit_code(indicators: Indicators, tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\3\4")

    code, output, error = indicators("check", path, *COPY, tmp_path / "标注.xlsx")

    assert (code, output, error.count("\n")) == (3, "", 1)
    assert not (tmp_path / "标注.xlsx").exists()


def test_no_copy_can_be_made_of_another_kind(indicators: Indicators, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text("绩效任务,年度目标,上半年进展情况\n", encoding="utf-8")

    code, output, error = indicators("check", path, *COPY, tmp_path / "标注.xlsx")

    assert (code, output, error.count("\n")) == (2, "", 1)
    assert ".csv" in error
    assert not (tmp_path / "标注.xlsx").exists()
