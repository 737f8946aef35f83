"""A condition in terms says as an expression what polars' own words say."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest

from toolkit.frames import NUMBER
from toolkit.rules.terms import Term, choose, coalesce, col

FRAME = pl.DataFrame(
    {
        "a": pl.Series([Decimal(1), Decimal(2), None], dtype=NUMBER),
        "b": pl.Series([Decimal(2), None, Decimal(3)], dtype=NUMBER),
        "t": ["x", "y", None],
        "c": [True, None, False],
    }
)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (col("a") < col("b"), [True, None, None]),
        (col("a") >= 2, [False, True, None]),
        ((col("a") == 1) | (col("b") == 3), [True, None, True]),
        ((col("a") == 2) & col("c"), [False, None, False]),
        (~col("c"), [False, None, True]),
        (col("c").fill_null(value=False), [True, False, False]),
        (col("c").fill_null(value=True), [True, True, False]),
        (col("t").is_in(["x", "z"]), [True, False, None]),
        (col("t") != "x", [False, True, None]),
        (col("a").is_between(1, Decimal("1.5")), [True, False, None]),
        (col("a").is_null(), [False, False, True]),
        (coalesce("a", "b") > 1, [False, True, True]),
        (choose(col("c"), col("a"), col("b")) > 2, [False, None, True]),
        ((col("a") - 3).abs() * 2 + 1 == 5, [True, False, None]),
        ((col("a") / 2).floor() == 1, [False, True, None]),
    ],
)
def test_as_an_expression(term: Term, expected: list[bool | None]) -> None:
    assert FRAME.select(answer=term.expr())["answer"].to_list() == expected


def test_knows_its_columns() -> None:
    assert (choose(col("c"), col("a"), 1) > coalesce("b", "t")).columns() == {"a", "b", "c", "t"}
