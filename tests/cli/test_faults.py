from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Indicators
from toolkit.cli.faults import ExitCode, guarded
from toolkit.errors import ToolkitError
from toolkit.finding import Language, Text


@guarded
def failing(*, lang: Language, fault: Exception) -> int:
    assert lang
    raise fault


@pytest.mark.parametrize(("language", "sentence"), [("zh", "写错了。\n"), ("en", "That is wrong.\n")])
def test_an_operators_mistake(capsys: pytest.CaptureFixture[str], language: str, sentence: str) -> None:
    code = failing(lang=language, fault=ToolkitError(Text(zh="写错了。", en="That is wrong.")))

    assert code == ExitCode.USAGE
    assert capsys.readouterr().err == sentence


def test_a_fault_of_our_own_is_a_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    code = failing(lang="en", fault=ZeroDivisionError("in the middle of a rule"))

    error = capsys.readouterr().err
    (log,) = tmp_path.glob("indicators-*.log")
    assert code == ExitCode.FAULT
    assert error.count("\n") == 1
    assert str(log) in error
    assert "Traceback" not in error
    assert "ZeroDivisionError: in the middle of a rule" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param([], 2, id="nothing"),
        pytest.param(["check"], 2, id="no path"),
        pytest.param(["chekc"], 2, id="no such command"),
        pytest.param(["check", "--colour"], 2, id="no such option"),
        pytest.param(["check", "--fail-on", "fatal", "a.xlsx"], 2, id="no such severity"),
        pytest.param(["--help"], 0, id="help"),
        pytest.param(["check", "-h"], 0, id="help of a command"),
        pytest.param(["--version"], 0, id="version"),
    ],
)
def test_usage(indicators: Indicators, arguments: list[str], code: int) -> None:
    answer, output, error = indicators(*arguments)

    assert answer == code
    assert "Traceback" not in output + error
    assert (output if code == 0 else error) != ""


def test_version(indicators: Indicators) -> None:
    assert re.fullmatch(r"indicators \d+\.\d+\.\d+\n", indicators("--version")[1])
