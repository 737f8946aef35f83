"""Terms as formulas: what is settled is worked out, what is unknown is neither true nor false."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.rules.terms import Term, choose, coalesce, col
from toolkit.template.formulas import Truth, Value, settled, truth, when_true

FACTS = {
    "cell": Value("$A1"),
    "typed": Value("$B1", "ISNUMBER($B1)"),
    "flag": Value("$C1>0"),
    "ten": settled(Decimal(10)),
    "word": settled("甲"),
    "nothing": settled(None),
    "yes": settled(value=True),
}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (col("ten") > 5, Truth(True, False)),
        (col("word") == "乙", Truth(False, True)),
        (col("nothing") > 5, Truth(False, False)),
        (~(col("nothing") > 5), Truth(False, False)),
        ((col("nothing") > 5).fill_null(value=False), Truth(False, True)),
        (col("nothing").is_null(), Truth(True, False)),
        (col("cell") > 5, Truth("$A1>5", "$A1<=5")),
        (col("typed") > 5, Truth("IF(ISNUMBER($B1),$B1>5,FALSE)", "IF(ISNUMBER($B1),$B1<=5,FALSE)")),
        (col("word") == col("cell"), Truth('"甲"=$A1', '"甲"<>$A1')),
        ((col("ten") > 5) & (col("cell") > 5), Truth("$A1>5", "$A1<=5")),
        ((col("ten") < 5) | (col("cell") > 5), Truth("$A1>5", "$A1<=5")),
        (col("yes") & col("flag"), Truth("$C1>0", "NOT($C1>0)")),
        (col("cell").is_between(1, 2), Truth("AND($A1>=1,$A1<=2)", "OR($A1<1,$A1>2)")),
        (col("word").is_in(["甲", "乙"]), Truth(True, False)),
        (col("cell") / 0 > 1, Truth(False, False)),
        (coalesce("nothing", "cell") > 1, Truth("$A1>1", "$A1<=1")),
        (choose(col("ten") > 5, col("cell"), 0) > 1, Truth("$A1>1", "$A1<=1")),
        (col("cell").floor() == col("cell").abs(), Truth("INT($A1)=ABS($A1)", "INT($A1)<>ABS($A1)")),
    ],
)
def test_both_conditions(term: Term, expected: Truth) -> None:
    assert truth(term, FACTS) == expected


def test_a_column_without_a_fact_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        when_true(col("other") > 1, FACTS)
