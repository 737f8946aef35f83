"""How many ways to the application a click takes: every one is time, in Excel as in LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.excel.conftest import Opener
from toolkit.excel import macros
from toolkit.excel.libreoffice.inside import Inside
from toolkit.reporters.note import cell_marks

pytestmark = pytest.mark.office

EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1" / "submission.xlsx"


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The questions that are asked and the deliveries of what is written."""
    ways: list[str] = []
    ask, deliver = Inside.ask, Inside.deliver

    def counting(self: Inside, document: object, question: str, *rest: object) -> object:
        ways.append(question)
        return ask(self, document, question, *rest)  # type: ignore[arg-type]

    def delivering(self: Inside) -> None:
        ways.extend(["delivery"] * bool(self._written))
        deliver(self)

    with monkeypatch.context() as patched:
        patched.setattr(Inside, "ask", counting)
        patched.setattr(Inside, "deliver", delivering)
        yield ways


def test_marks_cost_few_ways(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    book = opened(EXAMPLE.read_bytes(), EXAMPLE.name)
    with counted(monkeypatch) as ways:
        report = macros.check_book(book)
    marks = len(cell_marks(report.findings, "zh")["进展情况"])
    assert marks > 50
    assert len(ways) < marks
    with counted(monkeypatch) as ways:
        macros.clear_book(book)
    # A note is asked for twice, which is the way of xlwings; nothing else is asked cell by cell.
    assert ways.count("note") <= 2 * marks
    assert len(ways) - ways.count("note") < 2 * marks + 30
