"""A workbook with buttons as LibreOffice can run it, and the folder between its buttons and Python."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[2]


class Place(NamedTuple):
    """The folder that a click writes to: what was said, and the code that Python ended with."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What the office and the Python that it starts have to know."""
        return {
            "INDICATORS_TEST_FOLDER": str(self.folder),
            "INDICATORS_TEST_RUNNER": str(_HERE / "run_python"),
            "INDICATORS_TEST_PYTHON": sys.executable,
            "PYTHONPATH": f"{_HERE / 'startup'}:{_ROOT}",
        }

    @property
    def code(self) -> int | None:
        """The code of the last click, None while Python runs."""
        said = self.folder / "code"
        return int(said.read_text()) if said.exists() and not (self.folder / "request").exists() else None

    @property
    def error(self) -> str:
        """What Excel would show in a box."""
        return (self.folder / "err").read_text(encoding="utf-8")

    def forget(self) -> None:
        """Ready for the next click."""
        for path in self.folder.iterdir():
            path.unlink()


def twin(workbook: bytes, folder: Path) -> bytes:
    """The same workbook, xlwings' own VBA replaced by some lines that LibreOffice understands."""
    from pyopenvba import ExcelFile

    source, made = folder / "source.xlsm", folder / "twin.xlsm"
    source.write_bytes(workbook)
    with ExcelFile(str(source)) as file:
        shim = (_HERE / "xlwings_twin.bas").read_text(encoding="utf-8")
        file.set_module("xlwings", shim.replace("\n", "\r\n"))
        file.vba_project().delete_module("Dictionary")
        file.save(str(made))
    return made.read_bytes()
