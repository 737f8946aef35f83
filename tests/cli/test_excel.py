"""``indicators excel``: the add-in written to a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from toolkit.cli.main import call
from toolkit.excel.build import add_in


def test_build_writes_the_add_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["excel", "build", "-o", str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "indicators.xlam").read_bytes() == add_in()
    assert "已生成" in capsys.readouterr().err


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert call(["excel", "build", "-o", str(tmp_path / "file")]) == 2
    assert "无法写入" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="would install it for the one who tests")
@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_without_excel_it_says_so(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["excel", command]) == 2
    assert "没有 Excel" in capsys.readouterr().err
