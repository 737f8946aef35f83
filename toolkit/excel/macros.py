"""What the buttons call: check, clear, next finding. Nothing leaves them but one sentence.

Excel shows what is written to stderr when the program ends with a code, so a sentence is all that
is written there; the trace goes to a log.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings as xw

    from toolkit.check import Settings
    from toolkit.finding import FileReport, Language
    from toolkit.guards import Guards

_LANGUAGE: Language = "zh"
_WORKBOOK = "--wb="
_STARTED_BY_EXCEL = "--from_xl=1"


def check() -> None:
    """Check the book as it is on the screen and mark what is found."""
    _guarded(check_book)


def clear() -> None:
    """Take the marks out of the book."""
    _guarded(clear_book)


def next_finding() -> None:
    """Go to the next marked cell behind the selected one, from the last one to the first."""
    _guarded(go_on)


def about() -> None:
    """Say in the status bar which version runs, and in which Python."""
    _guarded(about_book)


def check_book(book: xw.Book) -> FileReport:
    """The report on an open book, after its cells are marked. Raises ToolkitError as ``check`` does."""
    from toolkit.check import check_open
    from toolkit.excel.book import read_book
    from toolkit.excel.marking import put_marks

    with _at_work(book, "正在检查，请稍候……"):
        workbook, settings = read_book(book), _settings(book)
        report = check_open(workbook, book.fullname, settings, _guards(book, settings))
        put_marks(book, workbook, report, _LANGUAGE)
    book.app.status_bar = _summary(report)
    return report


def clear_book(book: xw.Book) -> None:
    """Give the book its former look."""
    from toolkit.excel.marking import take_marks

    with _at_work(book, "正在清除标记……"):
        had_marks = take_marks(book)
    book.app.status_bar = "标记已清除。" if had_marks else "没有标记可清除。"


def about_book(book: xw.Book) -> None:
    """Show the versions that a maintainer asks for."""
    from toolkit import __version__

    python = ".".join(map(str, sys.version_info[:3]))
    book.app.status_bar = f"indicator-toolkit {__version__}，Python {python}，{sys.executable}"


def go_on(book: xw.Book) -> None:
    """Select the next marked cell."""
    from toolkit.excel.marking import marked_cells

    order = {sheet.name: sheet.index for sheet in book.sheets}
    cells = sorted(
        (order[each.sheet], each.row, each.column) for each in marked_cells(book) if each.sheet in order
    )
    if not cells:
        book.app.status_bar = "没有标记；请先点“检查”。"
        return
    selected = book.app.selection
    here = (selected.sheet.index, selected.row, selected.column) if selected is not None else (0, 0, 0)
    sheet, row, column = next((cell for cell in cells if cell > here), cells[0])
    book.sheets[sheet - 1].activate()
    book.sheets[sheet - 1].range((row, column)).select()


def _guarded(action: Callable[[xw.Book], object]) -> None:
    from toolkit.errors import ToolkitError
    from toolkit.garbage import seldom_collected

    try:
        with seldom_collected():
            action(_caller())
    except ToolkitError as fault:
        _give_up(fault.message.in_language(_LANGUAGE))
    except Exception as fault:  # noqa: BLE001 - the last handler: Excel would show the whole trace
        _give_up(own_fault(fault))
    if _STARTED_BY_EXCEL in sys.argv:
        _leave()


def _leave() -> None:
    """End the process of this one click: to take its libraries down in good order costs a tenth of it."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def own_fault(fault: Exception) -> str:
    """The sentence on a fault of our own, which is written to a log."""
    from toolkit.fault_log import write_log

    log = write_log(fault)
    return f"程序自身出错，不是报送表的问题，表格没有改动。详情已写入 {log}，请将该文件发给维护人员。"


def _give_up(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    raise SystemExit(1)


def _caller() -> xw.Book:
    """The book whose button was pressed. xlwings cuts a name at its ``=``: such a one is looked for."""
    import xlwings as xw

    name = next((each.removeprefix(_WORKBOOK) for each in sys.argv if each.startswith(_WORKBOOK)), "")
    return xw.books[name] if "=" in name else xw.Book.caller()


@contextmanager
def _at_work(book: xw.Book, words: str) -> Iterator[None]:
    """Tell in the status bar what is done, and leave sheet and selection as they were."""
    app, sheet, selected = book.app, book.sheets.active.name, book.app.selection
    address = selected.address if selected is not None else None
    app.status_bar = words
    app.screen_updating = False
    try:
        yield
    finally:
        names = [each.name for each in book.sheets]
        if sheet in names:
            book.sheets[sheet].activate()
            if address:
                book.sheets[sheet].range(address).select()
        app.screen_updating = True
        app.status_bar = False


def _settings(book: xw.Book) -> Settings:
    """The round beside the workbook or above it, as on the command line."""
    from toolkit.check import Settings
    from toolkit.inbox.earlier import beside
    from toolkit.round import load_round
    from toolkit.round_files import find_round
    from toolkit.rules import known_words

    path = Path(book.fullname)
    found = find_round(path.parent) if path.is_absolute() else None
    return beside(Settings(round=load_round(found, known_words()) if found else None), [path])


def _guards(book: xw.Book, settings: Settings) -> Guards | None:
    """The protection and validations as last saved; they matter beside a template only."""
    from toolkit.readers import read_guards

    path = Path(book.fullname)
    beside_template = settings.round is not None and settings.round.template_path is not None
    return read_guards(path) if beside_template and path.is_file() else None


def _summary(report: FileReport) -> str:
    from toolkit.finding import Severity
    from toolkit.reporters.style import SEVERITIES

    counted = [finding for finding in report.findings if finding.waived is None]
    if not counted:
        return "检查完毕：没有发现问题。"
    numbers = [
        f"{SEVERITIES[severity].zh} {number} 条"
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in counted))
    ]
    return f"检查完毕：{'、'.join(numbers)}，见工作表“检查结果”。"
