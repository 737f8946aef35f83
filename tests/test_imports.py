"""What starting may load: an import budget, held by looking at what was loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "xicheng-2017-h1" / "submission.xlsx"
PROGRAM = """
import contextlib, io, json, sys
from toolkit.cli.main import call
with contextlib.redirect_stdout(io.StringIO()):
    call(sys.argv[1:])
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
HEAVY = {
    "hypothesis",
    "jinja2",
    "lxml",
    "numpy",
    "openpyxl",
    "pandas",
    "pandera",
    "polars",
    "pygments",
    "python_calamine",
    "rich",
    "xlsxwriter",
    "xlwings",
}


def loaded_by(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["check", "--help"], ["read", "--help"], ["rules"], ["rule", "A006"]],
    ids=" ".join,
)
def test_a_light_start(arguments: list[str]) -> None:
    assert loaded_by(*arguments) & HEAVY == set()


def test_help_loads_click_and_ours_alone() -> None:
    assert loaded_by("--help") - standard_library_and_click() == {"toolkit"}


def standard_library_and_click() -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", "import click, json, sys; print(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        check=True,
        text=True,
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout)} | set(sys.stdlib_module_names)


def test_a_check_loads_what_it_needs() -> None:
    # pandera takes hypothesis where it finds it: in the tests, never on an official's machine
    assert loaded_by("check", str(EXAMPLE)) & HEAVY - {"hypothesis"} == {"lxml", "pandera", "polars"}


def test_what_is_in_the_cache_is_told_without_reading(tmp_path: Path) -> None:
    asked = "check", str(EXAMPLE), "--cache", str(tmp_path)
    loaded_by(*asked)
    assert loaded_by(*asked) & HEAVY == set()
