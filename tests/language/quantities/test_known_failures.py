"""Quantities that are still read wrongly. Each is a strict xfail: a repair makes the test say so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toolkit.language.quantity import read_quantities

# text, every (value, unit) that a careful reader sees, why the grammar does not
KNOWN_FAILURES: list[tuple[str, list[tuple[str, str]], str]] = [
    ("完成工程量的3/4", [("75", "%")], "a slash between digits is taken for a date or a code"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=text, marks=pytest.mark.xfail(strict=True, reason=reason))
        for text, expected, reason in KNOWN_FAILURES
    ],
)
def test_still_read_wrongly(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(quantity.value, quantity.unit) for quantity in read_quantities(text)]
    assert found == [(Decimal(value), unit) for value, unit in expected]
