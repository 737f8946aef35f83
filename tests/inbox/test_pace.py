from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.inbox.pace import shares, tenths


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([1, 1, 1], ["33.4", "33.3", "33.3"], id="three thirds still add to a hundred"),
        pytest.param([2, 1], ["66.7", "33.3"], id="half up where that adds up"),
        pytest.param([1, 7], ["12.5", "87.5"], id="exact"),
        pytest.param([5, 0], ["100.0", "0.0"], id="all of one"),
        pytest.param([0, 0], ["0.0", "0.0"], id="nothing"),
        pytest.param([1] * 6, ["16.7"] * 4 + ["16.6"] * 2, id="six sixths"),
    ],
)
def test_shares(counts: list[int], expected: list[str]) -> None:
    assert [str(share) for share in shares(counts)] == expected


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=12).filter(any))
def test_shares_add_to_a_hundred(counts: list[int]) -> None:
    found = shares(counts)
    rounded = [tenths(Decimal(100 * count) / sum(counts)) for count in counts]

    assert sum(found) == 100
    assert all(abs(share - one) <= Decimal("0.1") for share, one in zip(found, rounded, strict=True))
    if sum(rounded) == 100 and all(
        Decimal(1000 * count) % sum(counts) * 2 != sum(counts) for count in counts
    ):
        assert found == rounded


@pytest.mark.parametrize(("number", "shown"), [("44.05", "44.1"), ("44.04", "44.0"), ("0.25", "0.3")])
def test_half_goes_up(number: str, shown: str) -> None:
    assert str(tenths(Decimal(number))) == shown
