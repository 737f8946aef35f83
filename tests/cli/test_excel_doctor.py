"""``indicators excel doctor``: its exit codes and its forms, on the computer that runs the test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Indicators

QUESTION = "child-processes"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is installed for this user."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def test_faults_answer_1_and_say_what_to_do(indicators: Indicators) -> None:
    code, out, err = indicators("excel", "doctor")
    assert (code, err) == (1, "")
    assert "处理：" in out
    assert "共发现" in out


def test_in_english(indicators: Indicators) -> None:
    _, out, _ = indicators("excel", "doctor", "--lang", "en")
    assert "Mend: " in out
    assert "处理" not in out


def test_as_json(indicators: Indicators) -> None:
    code, out, _ = indicators("excel", "doctor", "--format", "json")
    said = json.loads(out)
    assert (code, said["schema_version"], said["healthy"]) == (1, 1, False)
    assert QUESTION in {answer["question"] for answer in said["answers"]}


def test_a_workbook_is_looked_at_too(indicators: Indicators, tmp_path: Path) -> None:
    workbook = tmp_path / "西城区=终稿.xlsx"
    workbook.touch()
    _, out, _ = indicators("excel", "doctor", workbook)
    assert "等号" in out


@pytest.mark.parametrize("path", ["没有.xlsx", "."], ids=["missing", "a folder"])
def test_no_such_workbook_is_a_mistake(path: str, indicators: Indicators, tmp_path: Path) -> None:
    code, out, err = indicators("excel", "doctor", tmp_path / path)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
