"""Marks for the form of the zoo: on texts, on a formula, on a cell and on a row that are not there."""

from __future__ import annotations

from functools import cache

from tests.ooxml.patch.zoo import FORM, PROGRESS, REPEATED, animal
from toolkit.finding import Severity
from toolkit.marks import MADE_BY, CellMark, Line, Listing, Marks, Phrase, free_tab_name
from toolkit.ooxml.limits import Limits
from toolkit.ooxml.patch.facts import facts
from toolkit.ooxml.patch.mark import mark
from toolkit.ooxml.patch.signature import CLOSING, opened

LIMITS = Limits()
# How many characters some workbooks have before the text of C2.
SHIFTS = {"escaped characters": 11, "spaces": 2}

PHRASES = {"C2": "6.5万平方米", "C3": "74微克/立方米"}
MARKED = ("C2", "C3", "D2", "E3", "H9", "B12")


def note(text: str) -> str:
    return f"{opened('zh')}\n{text}\n{CLOSING}"


def phrase(cell: str, text: str) -> tuple[Phrase, ...]:
    start = text.index(PHRASES[cell])
    return (Phrase(start, start + len(PHRASES[cell]), PHRASES[cell]),)


def marks(name: str = "检查结果", shift: int = 0) -> Marks:
    """The marks; ``shift`` moves the phrase of C2 for a text that has something before it."""
    (first,) = phrase("C2", PROGRESS)
    moved = Phrase(first.start + shift, first.end + shift, first.text)
    cells = (
        CellMark(row=2, column=3, severity=Severity.ERROR, note=note("完成比例有误"), phrases=(moved,)),
        CellMark(
            row=3, column=3, severity=Severity.WARNING, note=note("超过上限"), phrases=phrase("C3", REPEATED)
        ),
        CellMark(row=2, column=4, severity=Severity.INFO, note=note("完成率")),
        CellMark(row=3, column=5, severity=Severity.ERROR, note=note("没有的单元格")),
        CellMark(row=9, column=8, severity=Severity.ERROR, note=note("没有的单元格 <&>")),
        CellMark(row=12, column=2, severity=Severity.WARNING, note=note("没有的行")),
    )
    lines = tuple(
        Line(severity=Severity.ERROR, texts=("× 错误", FORM, cell, "=1+1"), link=(FORM, cell))
        for cell in MARKED
    )
    listing = Listing(
        name=name,
        title="检查结果",
        remarks=(f"{MADE_BY.zh}。",),
        columns=(("级别", 9.0), ("工作表", 14.0), ("单元格", 9.0), ("问题", 40.0)),
        link_column=3,
        lines=lines,
    )
    return Marks(language="zh", listing=listing, cells={FORM: cells})


@cache
def copied(name: str) -> bytes:
    """The marked copy of one workbook of the zoo."""
    original = animal(name)
    tab = free_tab_name("检查结果", facts(original, LIMITS).tab_names)
    return mark(original, marks(tab, SHIFTS.get(name, 0)), LIMITS)
