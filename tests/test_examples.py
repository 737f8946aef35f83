"""The example, whole: the workbook that its script builds, and the output that its check gives."""

from __future__ import annotations

import json
import runpy
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "xicheng-2017-h1"
SUBMISSION = EXAMPLE / "submission.xlsx"
INDICATORS = str(Path(sysconfig.get_path("scripts"), "indicators"))


def checked(*options: str) -> str:
    done = subprocess.run(
        [INDICATORS, "check", SUBMISSION.relative_to(ROOT).as_posix(), *options],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(checked("--format", "json"))
    return parsed


def test_the_script_builds_this_very_workbook(tmp_path: Path) -> None:
    script = runpy.run_path(str(EXAMPLE / "build.py"))
    built = tmp_path / "submission.xlsx"

    script["build"](*script["content"](), built)

    assert built.read_bytes() == SUBMISSION.read_bytes()


def test_the_whole_text() -> None:
    assert checked() == (EXAMPLE / "check.txt").read_text(encoding="utf-8")


def test_the_whole_json(document: dict[str, Any]) -> None:
    assert document == json.loads((EXAMPLE / "check.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("cell", "code", "text"),
    [
        pytest.param("C29", "A006", "74微克/立方米", id="past the limit of 60"),
        pytest.param("C29", "D001", "前5个月", id="five of six months"),
        pytest.param("C20", "P003", "69.1%", id="69.16 % cut"),
        pytest.param("C28", "P005", "110.71%", id="more than all"),
        pytest.param("C21", "A005", "102户", id="102 of 36"),
        pytest.param("C30", "A007", "408.6蒸吨", id="408.6 of 1900"),
        pytest.param("B9", "T003", "422.1亿元/388.4亿元", id="two targets in one cell"),
        pytest.param("C9", "A001", None, id="neither of them reported"),
    ],
)
def test_what_an_officer_would_find(document: dict[str, Any], cell: str, code: str, text: str | None) -> None:
    found = [
        each for each in document["files"][0]["findings"] if (each["cell"], each["code"]) == (cell, code)
    ]

    assert found
    assert text is None or text in {each["text"] for each in found}


@pytest.mark.parametrize("cell", ["C25", "C27"])
def test_what_is_right_is_left_alone(document: dict[str, Any], cell: str) -> None:
    blamed = [each for each in document["files"][0]["findings"] if each["cell"] == cell]

    assert {each["severity"] for each in blamed} <= {"info"}


def test_every_text_is_the_cells_own_at_its_span(document: dict[str, Any]) -> None:
    import openpyxl

    sheets = {sheet.title: sheet for sheet in openpyxl.load_workbook(SUBMISSION).worksheets}
    for finding in document["files"][0]["findings"]:
        first, last = finding["span"]
        assert str(sheets[finding["sheet"]][finding["cell"]].value)[first:last] == finding["text"]
