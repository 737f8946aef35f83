"""A click in an open workbook against the cold check of the same file on the command line.

LibreOffice stands for Excel and is open already, as Excel is when somebody clicks; the workbook is opened
anew before each click, so that none finds the marks of another. The cold click is the command that the
button has the system run, a Python of its own; the resident one is made in this process, where Python,
the rules and the way to the office are there already; the one through pipes is made by the Python that the
extension keeps, with the way from here to the office on top of its own. Seconds on the clock; the sides take
turns, and the least of each counts. Alone: ``python -m benchmarks.bench click``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from compileall import compile_dir
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.lines import Line, seconds
from benchmarks.processes import ROOT

if TYPE_CHECKING:
    import xlwings as xw

_EXAMPLE = ROOT / "examples" / "xicheng-2017-h1"
_BUTTON = (
    "import sys;sys.modules.update(pandas=None);"
    'import xlwings.utils;xlwings.utils.prepare_sys_path("false"); '
    "from toolkit.excel.macros import check; check()"
)
_COLD, _RESIDENT = 1.5, 0.4
_TURNS = 3  # of each round: a turn takes two seconds, and an office is less even than a process of its own
_ANSWERED = (0, 1)  # a check that finds something answers 1


def lines(rounds: int) -> list[Line]:
    """A line for each kind of click, or one that says why there is none."""
    from toolkit.excel.libreoffice.bridge import NotInstalled

    try:
        cold, resident, piped, check = _measured(rounds)
    except NotInstalled as missing:
        return [Line(f"a click: {missing}", "-", "-")]
    return [
        _line("a cold click, to the cold check of the same file", cold, check, _COLD),
        _line("a click with Python resident, to the same", resident, check, _RESIDENT),
        _line("a click through the pipes of the extension, to the same", piped, check, _RESIDENT),
    ]


def _line(what: str, click: float, check: float, bound: float) -> Line:
    return Line(what, seconds(click), seconds(check), click / check, bound)


def _measured(rounds: int) -> tuple[float, float, float, float]:
    """The least seconds of a cold click, a resident one, one through pipes, and a check without a click."""
    from tests.excel.libreoffice.process import new_pipe, running

    # The button's Python writes no bytecode; where the toolkit is installed it is there.
    compile_dir(ROOT / "toolkit", quiet=1)

    with tempfile.TemporaryDirectory(prefix="indicators-click-") as folder:
        # With the round beside it, which the button and the command line find alike.
        path = Path(shutil.copytree(_EXAMPLE, Path(folder) / "example")) / "submission.xlsx"
        pipe = new_pipe()
        with running(Path(folder), pipe=pipe) as context:
            from toolkit.excel.libreoffice.engine import connected

            app, kept = connected(context), Kept(context)
            try:
                turns = [_turn(app, path, pipe, kept) for _ in range(rounds * _TURNS + 1)]
            finally:
                kept.end()
    # The first turn fills the caches of files and fonts.
    cold, resident, piped, check = (min(side) for side in zip(*turns[1:], strict=True))
    return cold, resident, piped, check


class Kept:
    """The Python that the extension keeps between clicks, lent an office that is not its parent."""

    def __init__(self, context: object) -> None:
        from toolkit.excel.libreoffice.extension.pythonpath.indicators_relay import Worker

        self._context, self._worker = context, Worker(sys.executable)

    def click(self, book: xw.Book) -> None:
        """Press 检查 and wait for the end of it."""
        from toolkit.excel.libreoffice.bridge import uno

        outcome = self._worker.press(uno(), "check", self._context, book.impl.raw)
        assert outcome.kind == "done", outcome.text

    def end(self) -> None:
        """Let it go."""
        self._worker.end()


def _turn(app: xw.App, path: Path, pipe: str, kept: Kept) -> tuple[float, float, float, float]:
    from tests.excel.libreoffice.process import OFFICE
    from tests.excel.libreoffice.twin import Place
    from toolkit.excel import macros

    known = {**os.environ, **Place(path.parent).environment, OFFICE: pipe}
    button = [
        sys.executable,
        "-B",
        "-P",
        "-c",
        _BUTTON,
        f"--wb={path.name}",
        "--from_xl=1",
        "--app=",
        "--hwnd=0",
    ]
    # Both sides run where xlwings is, on the same libraries.
    check = [str(Path(sys.executable).with_name("indicators")), "check", str(path)]
    return (
        _clicked(app, path, lambda _: _run(button, known)),
        _clicked(app, path, macros.check_book),
        _clicked(app, path, kept.click),
        _seconds(lambda: _run(check, dict(os.environ))),
    )


def _clicked(app: xw.App, path: Path, click: Callable[[xw.Book], object]) -> float:
    book = app.books.open(str(path))
    try:
        taken = _seconds(lambda: click(book))
        assert len(book.sheets) == 2, "the click has left no list of findings"
    finally:
        book.close()
    return taken


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in _ANSWERED:
        raise subprocess.CalledProcessError(done.returncode, command)


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
