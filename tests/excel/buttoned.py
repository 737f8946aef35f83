"""The example's workbook with buttons on it."""

from __future__ import annotations

import runpy
from pathlib import Path

from toolkit.excel.vba_project import button_project
from toolkit.template.buttons import add_buttons

_SCRIPT = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1" / "build.py"


def example(folder: Path) -> bytes:
    """The same cells as in the example, in an .xlsm."""
    script = runpy.run_path(str(_SCRIPT))
    path = folder / "buttoned.xlsm"
    script["build"](
        *script["content"](), path, finish=lambda book, sheet: add_buttons(book, sheet, button_project)
    )
    return path.read_bytes()
