from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, Indicators, Workbook
from toolkit.cli.paths import workbooks
from toolkit.errors import ToolkitError


def test_a_folder_stands_for_its_workbooks(submission: Workbook, tmp_path: Path) -> None:
    for name in ("乙.xlsx", "甲.XLSM", "子/丙.xlsx", "~$乙.xlsx", ".隐藏.xlsx", ".git/丁.xlsx", "说明.docx"):
        submission(CLEAN, name)

    names = [path.relative_to(tmp_path).as_posix() for path in workbooks([str(tmp_path)])]

    assert names == sorted(["乙.xlsx", "甲.XLSM", "子/丙.xlsx"])


def test_a_folder_named_from_where_one_stands(
    submission: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission(CLEAN, "inbox/子/甲.xlsx")
    monkeypatch.chdir(tmp_path)

    assert workbooks(["inbox"]) == [Path("inbox/子/甲.xlsx")]


def test_each_file_once_in_the_order_asked_for(submission: Workbook, tmp_path: Path) -> None:
    first, second = submission(CLEAN, "乙.xlsx"), submission(CLEAN, "甲.xlsx")

    assert workbooks([str(first), str(tmp_path), str(first)]) == [first, second]


def test_a_link_back_to_the_folder_ends(submission: Workbook, tmp_path: Path) -> None:
    path = submission(CLEAN, "inbox/甲.xlsx")
    (tmp_path / "inbox" / "again").symlink_to(tmp_path / "inbox", target_is_directory=True)

    assert workbooks([str(tmp_path)]) == [path]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        pytest.param("nothing.xlsx", "There is no", id="missing"),
        pytest.param("empty", "no workbook in", id="empty folder"),
        pytest.param("pipe", "not a regular file", id="named pipe"),
    ],
)
def test_a_wrong_path_is_one_sentence(
    indicators: Indicators, tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(ToolkitError, match=sentence):
        workbooks([str(tmp_path / name)])

    code, output, error = indicators("check", tmp_path / name)
    assert (code, output, error.count("\n")) == (2, "", 1)
    assert str(tmp_path / name) in error
