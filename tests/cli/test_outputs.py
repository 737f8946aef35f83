from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LIMIT, Indicators, Workbook
from toolkit.cli.outputs import paired

PERIOD = ("--period", "2017-01-01/2017-06-30")


@pytest.mark.parametrize(
    ("line", "wishes"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("-f json", [("json", None)], id="to the screen"),
        pytest.param("-f json -o a", [("json", "a")], id="to a file"),
        pytest.param("-o a -f json", [("json", "a")], id="the file first"),
        pytest.param("-o a", [(None, "a")], id="a file alone"),
        pytest.param("-o a -o b", [(None, "a"), (None, "b")], id="two files alone"),
        pytest.param("-f json -o a -f text", [("json", "a"), ("text", None)], id="the last to the screen"),
        pytest.param("-f text -f json -o a", [("text", None), ("json", "a")], id="the first to the screen"),
        pytest.param("-f text -o a -f json -o b", [("text", "a"), ("json", "b")], id="two pairs"),
        pytest.param("-o a -f json -o b", [(None, "a"), ("json", "b")], id="the file behind a format is its"),
        pytest.param("-f json -o a -o b", [("json", "a"), (None, "b")], id="one file for a format"),
    ],
)
def test_pairs(line: str, wishes: list[tuple[str | None, str | None]]) -> None:
    words = line.split()
    names = {"-f": "forms", "-o": "outputs"}
    given = [(names[option], value) for option, value in zip(words[::2], words[1::2], strict=True)]

    assert list(paired(given)) == wishes


def test_several_forms_in_one_run(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    path, target = submission(LIMIT), tmp_path / "结果.json"
    alone = indicators("check", path, *PERIOD)

    together = indicators("check", path, "--format", "json", "--output", target, "--format", "text", *PERIOD)

    assert together == alone
    assert json.loads(target.read_text(encoding="utf-8"))["summary"]["errors"] == 1


@pytest.mark.parametrize(
    ("form", "name"),
    [("html", "结果.html"), ("json", "结果.json"), ("text", "结果.txt"), ("github", "结果.txt")],
)
def test_a_folder_is_told_a_name_of_its_form(
    indicators: Indicators, submission: Workbook, tmp_path: Path, form: str, name: str
) -> None:
    code, _, error = indicators("check", submission(LIMIT), "--format", form, "--output", tmp_path)

    assert (code, error) == (
        2, f"无法写入 {tmp_path}：这是文件夹，请写明文件名，例如 {tmp_path / name}。\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("结果.json", "{"), ("结果.JSON", "{"), ("结果.txt", "×"), ("结果", "×")],
)
def test_a_name_may_say_the_form(
    indicators: Indicators, submission: Workbook, tmp_path: Path, name: str, beginning: str
) -> None:
    target = tmp_path / name

    indicators("check", submission(LIMIT), *PERIOD, "--output", target)

    lines = target.read_text(encoding="utf-8").splitlines()
    assert (lines[0] if beginning == "{" else lines[1]).startswith(beginning)


@pytest.mark.parametrize(
    ("options", "word"),
    [
        pytest.param(["--format", "text", "--format", "json"], "屏幕", id="two on the screen"),
        pytest.param(["--output", "a.txt", "--output", "./a.txt"], "a.txt", id="two in one file"),
    ],
)
def test_two_forms_never_share_a_place(
    indicators: Indicators,
    submission: Workbook,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    options: list[str],
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    code, output, error = indicators("check", submission(LIMIT), *PERIOD, *options)

    assert (code, output) == (2, "")
    assert word in error
    assert error.count("\n") == 1
    assert not Path("a.txt").exists()


def test_an_unknown_form_is_told_with_those_there_are(indicators: Indicators, submission: Workbook) -> None:
    code, output, error = indicators("check", submission(LIMIT), "--format", "doc")

    assert (code, output) == (2, "")
    assert "json" in error
