"""Shared formulas moved from cell to cell; openpyxl is the oracle."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.formula.translate import Translator

from toolkit.ooxml.formulas import parse_shared
from toolkit.readers import read_workbook
from toolkit.testing import workbook
from toolkit.workbook import a1

FORMULAS = [
    "A1", "$A$1", "A$1+$A1", "SUM(A1:B$9)", "SUM(A:A)", "SUM($A:B)", "SUM(1:3)", "SUM($1:3)", "Sheet2!C3*2",
    "'A1 表'!C3", '"A1"&B2', "LOG10(A1)", "A1.B2", 'IF(C10/D9>1,"C9",D$9)', "表1!A1", "-A1%", "A1^2", "x_A1",
]  # fmt: skip


@pytest.mark.parametrize("place", [(1, 1), (2, 1), (1, 3), (40, 30)], ids=lambda place: a1(*place))
@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_moves_as_the_oracle_moves_it(formula: str, place: tuple[int, int]) -> None:
    expected = Translator(f"={formula}", origin="A1").translate_formula(a1(*place))
    assert f"={parse_shared(formula, 1, 1).at(*place)}" == expected


def test_division_keeps_its_rows_apart() -> None:
    assert parse_shared("C9/D9", 9, 5).at(10, 5) == "C10/D10"


def test_a_reference_wraps_at_the_edge_of_the_sheet_as_in_excel() -> None:
    assert parse_shared("A1", 2, 2).at(1, 1) == "XFD1048576"


def test_a_formula_that_gives_the_empty_text_was_calculated() -> None:
    """Excel marks such a result as text; a formula without that mark was never calculated."""
    plain = workbook('| =IF(B1=1,"","") |\n| =1+1 |')
    source, made = ZipFile(BytesIO(plain)), BytesIO()
    with ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(b'<c r="A1">', b'<c r="A1" t="str">')
            target.writestr(name, content)
    (sheet,) = read_workbook(made.getvalue()).sheets
    first, second = sheet.cell(1, 1), sheet.cell(2, 1)
    assert first is not None
    assert second is not None
    assert (first.value, second.value) == ("", None)
