from __future__ import annotations

import pytest

from toolkit.formula_text import Frame, canonical
from toolkit.workbook import parse_a1

TABLE = Frame(header=4, first=5, last=50)


@pytest.mark.parametrize(
    ("one", "at", "other", "there"),
    [
        ("H5/E5", "I5", "H9/E9", "I9"),
        ("$H5/$E5", "I5", "$H9/$E9", "I9"),
        ('IF(ISNUMBER(H5),H5/E5,"")', "I5", 'if( isnumber(H5), H5/E5 ,"")', "I5"),
        ("_xlfn.IFS(TRUE,1)", "A5", "IFS(TRUE(),1)", "A5"),
        ("'进展情况'!$A$5", "B5", "进展情况!$A$5", "B5"),
    ],
    ids=["moved down", "anchored columns", "spelling", "prefixes", "sheet quotes"],
)
def test_the_same(one: str, at: str, other: str, there: str) -> None:
    assert canonical(one, *parse_a1(at), TABLE) == canonical(other, *parse_a1(there), TABLE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C9/D9", "C10/D9"),
        ("C9/D9", "D9/C9"),
        ("$C$9", "C9"),
        ("C9", "C$9"),
        ('"a b"', '"ab"'),
        ("A1+0.5", "A1+0.05"),
    ],
    ids=["off by one row", "turned round", "anchored", "row anchored", "blank in a text", "number"],
)
def test_not_the_same(one: str, other: str) -> None:
    assert canonical(one, 9, 5, TABLE) != canonical(other, 9, 5, TABLE)


def test_a_row_more_in_the_table_moves_its_end() -> None:
    longer = Frame(header=4, first=5, last=51)
    assert canonical("COUNTIF($B$5:$B$50,B7)", 7, 9, TABLE) == canonical(
        "COUNTIF($B$5:$B$51,B8)", 8, 9, longer
    )


def test_a_column_more_before_the_table_moves_its_columns() -> None:
    shifted = Frame(header=4, first=5, last=50, columns={number + 1: number for number in range(1, 20)})
    assert canonical("$H5/E5", 5, 9, TABLE) == canonical("$I5/F5", 5, 10, shifted)
