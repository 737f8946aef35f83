"""A Python that stays between clicks: a macro in it ends with a sentence to show, and never ends Python.

xlwings keeps one for Excel on Windows, the extension keeps one for LibreOffice. Once the toolkit on disk is
another one than is loaded it is ``STALE`` and does nothing: who asked ends it and starts anew.
"""

from __future__ import annotations

import gc
import io
import threading
from contextlib import redirect_stderr
from importlib.metadata import PackageNotFoundError, version

from toolkit import __version__
from toolkit.workbook import Cell, Sheet, Workbook

STALE = "stale"
_DISTRIBUTION = "indicator-toolkit"
_MACROS = ("check", "clear", "next_finding", "about")


def press(macro: str) -> str:
    """Run a macro on the calling book. Gives the sentence of a fault, ``STALE``, or nothing.

    Raises ValueError for another name than those of the four buttons.
    """
    from toolkit.excel import macros

    if macro not in _MACROS:
        raise ValueError(macro)
    if is_stale():
        return STALE
    with redirect_stderr(io.StringIO()) as told:
        try:
            getattr(macros, macro)()
        except SystemExit:
            return told.getvalue().strip()
    return ""


def is_stale() -> bool:
    """Whether what is installed is no longer what is loaded."""
    try:
        return version(_DISTRIBUTION) != __version__
    except PackageNotFoundError:  # taken away, or never installed: what is loaded is all there is
        return False


def warm_up() -> None:
    """Load what a check needs, beside whatever else is done."""
    threading.Thread(target=load, daemon=True).start()


def load() -> None:
    """The same at once: everything is imported, and a row that asks for nothing is checked."""
    import xlwings  # noqa: F401  # a click needs it

    from toolkit.check import Settings, check_open
    from toolkit.excel import book, macros, marking  # noqa: F401  # as above

    check_open(_row(), "2017年上半年.xlsx", Settings())
    # What is loaded stays: looking through it for garbage is in vain.
    gc.freeze()


def _row() -> Workbook:
    cells = (("绩效任务", "年度目标", "进展情况"), ("植树", "植树12处", "上半年植树6处。"))
    rows = {
        row: {column: Cell(row, column, text) for column, text in enumerate(texts, 1)}
        for row, texts in enumerate(cells, 1)
    }
    return Workbook(sheets=(Sheet(name="Sheet1", rows=rows),), format="xlsx")
