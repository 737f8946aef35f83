"""``indicators excel``: add-in and template written to a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from toolkit.cli.main import call
from toolkit.excel.build import add_in, template_with_buttons
from toolkit.excel.extension import extension
from toolkit.readers import read_workbook
from toolkit.template.recipe import ingredients, sample


def test_build_writes_the_add_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["excel", "build", "-o", str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "indicators.xlam").read_bytes() == add_in()
    assert "已生成" in capsys.readouterr().err


def test_build_writes_a_template_with_buttons(tmp_path: Path) -> None:
    assert call(["excel", "build", "-o", str(tmp_path)]) == 0
    made = tmp_path / "xicheng-2017-summary.xlsm"
    assert made.read_bytes() == template_with_buttons(*ingredients(*sample()))


def test_build_takes_an_issue_of_ones_own(tmp_path: Path) -> None:
    issue = tmp_path / "own-2018.csv"
    issue.write_text("绩效任务,年度目标\n拆违,拆除违法建设12处\n", encoding="utf-8")
    command = ["excel", "build", "-o", str(tmp_path), "--schema", "progress-summary", "--issue", str(issue)]
    assert call(command) == 0
    assert read_workbook(tmp_path / "own-2018.xlsm").format == "xlsm"


def test_a_form_without_an_issue_is_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["excel", "build", "-o", str(tmp_path), "--schema", "progress-form"]) == 2
    assert "--issue" in capsys.readouterr().err


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert call(["excel", "build", "-o", str(tmp_path / "file")]) == 2
    assert "无法写入" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="would install it for the one who tests")
@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_without_any_office_it_says_so(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert call(["excel", command]) == 2
    assert "没有 Excel 也没有 LibreOffice" in capsys.readouterr().err


def test_build_writes_the_extension(tmp_path: Path) -> None:
    assert call(["excel", "build", "-o", str(tmp_path)]) == 0
    assert (tmp_path / "indicators.oxt").read_bytes() == extension()
