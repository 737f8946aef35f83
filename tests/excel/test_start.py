"""What the button loads: nothing before it is pressed, and never a licensed part of xlwings."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "toolkit" / "excel"
PROGRAM = "import sys, toolkit.excel.macros; print({'xlwings', 'polars', 'lxml'} & set(sys.modules))"


def test_macros_cost_nothing_to_name() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"


def test_no_licensed_part() -> None:
    licensed = re.compile(r"xlwings\.pro|LICENSE_KEY|mode=.r.")
    assert [path.name for path in PACKAGE.rglob("*.py") if licensed.search(path.read_text("utf-8"))] == []
