"""What is compiled when the button is installed."""

from __future__ import annotations

import sys
from pathlib import Path

from toolkit.excel.bytecode import compile_all


def test_what_a_click_loads_is_written_down(tmp_path: Path) -> None:
    environment = {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    assert compile_all(sys.executable, environment)
    names = {path.name.partition(".")[0] for path in tmp_path.rglob("*.pyc")}
    assert {"macros", "marking", "engine"} <= names
    assert any("xlwings" in path.parts for path in tmp_path.rglob("*.pyc"))
    assert any("polars" in path.parts for path in tmp_path.rglob("*.pyc"))


def test_a_python_that_cannot_load_it_says_so() -> None:
    assert not compile_all(sys.executable, {"PYTHONHOME": "/nowhere"})
