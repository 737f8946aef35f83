"""Which characters of a cell turn red."""

from __future__ import annotations

import pytest

from toolkit.excel.inks import Spans, spans_of
from toolkit.finding import Severity
from toolkit.marks import CellMark, Phrase
from toolkit.workbook import Cell


@pytest.mark.parametrize(
    ("cell", "phrase", "spans"),
    [
        (Cell(2, 3, "合格率192%。"), Phrase(3, 7, "192%"), [(3, 7)]),
        (Cell(2, 3, "𠮷野家192%。"), Phrase(3, 7, "192%"), [(4, 8)]),
        (Cell(2, 3, "192%"), Phrase(0, 4, "192%"), []),
        (Cell(2, 3, "合格率92%。"), Phrase(3, 7, "192%"), []),
        (Cell(2, 3, "合格率192%。", formula="A1"), Phrase(3, 7, "192%"), ()),
        (None, Phrase(3, 7, "192%"), ()),
    ],
    ids=["a phrase", "behind two units", "the whole text", "another text by now", "a formula", "nothing"],
)
def test_spans(cell: Cell | None, phrase: Phrase, spans: Spans) -> None:
    mark = CellMark(row=2, column=3, severity=Severity.ERROR, note="", phrases=(phrase,))
    assert spans_of(cell, mark) == spans
