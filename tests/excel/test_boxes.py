"""Facts of many cells by few questions."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.excel.boxes import Box, Place, addresses, around, box_at, halves, runs, spread

GRID = list(product(range(2, 62), range(1, 4)))


def asking(facts: dict[Place, str], asked: list[Box]) -> object:
    def ask(box: Box) -> str | None:
        asked.append(box)
        rows = range(box.first_row, box.last_row + 1)
        within = {
            facts.get(place, "") for place in product(rows, range(box.first_column, box.last_column + 1))
        }
        return within.pop() if len(within) == 1 else None

    return ask


def test_cells_that_agree_cost_one_question() -> None:
    asked: list[Box] = []
    facts = dict.fromkeys(GRID, "General")
    assert dict(spread(GRID, asking(facts, asked))) == facts  # type: ignore[arg-type]
    assert asked == [Box(2, 1, 61, 3)]


def test_columns_are_told_apart_first() -> None:
    asked: list[Box] = []
    facts = {place: "0.0%" if place[1] == 3 else "General" for place in GRID}
    assert dict(spread(GRID, asking(facts, asked))) == facts  # type: ignore[arg-type]
    assert len(asked) == 3


@given(st.dictionaries(st.sampled_from(GRID), st.sampled_from(["General", "0%", "@"]), min_size=1))
def test_every_cell_gets_its_own_answer(facts: dict[Place, str]) -> None:
    assert dict(spread(sorted(facts), asking(facts, []))) == facts  # type: ignore[arg-type]


def test_nothing_is_asked_of_nothing() -> None:
    assert list(spread([], lambda _: "")) == []


@pytest.mark.parametrize(
    ("box", "parts"),
    [
        (Box(1, 1, 5, 2), (Box(1, 1, 3, 2), Box(4, 1, 5, 2))),
        (Box(1, 1, 1, 4), (Box(1, 1, 1, 2), Box(1, 3, 1, 4))),
    ],
    ids=["tall", "wide"],
)
def test_halves(box: Box, parts: tuple[Box, Box]) -> None:
    assert halves(box) == parts


def test_around() -> None:
    assert around([(4, 2), (2, 7)]) == Box(2, 2, 4, 7)


@pytest.mark.parametrize(
    ("address", "box"), [("$A$1:$C$5", Box(1, 1, 5, 3)), ("$AB$7", Box(7, 28, 7, 28))], ids=["range", "cell"]
)
def test_an_address_there_and_back(address: str, box: Box) -> None:
    assert box_at(address) == box
    assert box_at(box.address) == box


def test_whole_columns_are_no_box() -> None:
    with pytest.raises(ValueError, match="not a cell address"):
        box_at("$A:$C")


def test_neighbours_in_a_column_are_one_run() -> None:
    cells = [(6, 3), (4, 3), (5, 3), (9, 3), (4, 2)]
    assert list(runs(cells)) == [Box(4, 2, 4, 2), Box(4, 3, 6, 3), Box(9, 3, 9, 3)]


@given(st.sets(st.sampled_from(GRID)))
def test_addresses_name_every_cell_once(cells: set[Place]) -> None:
    found = list(addresses(cells))
    boxes = [box_at(each) for address in found for each in address.split(",")]
    named = [
        (row, column)
        for box in boxes
        for row, column in product(
            range(box.first_row, box.last_row + 1), range(box.first_column, box.last_column + 1)
        )
    ]
    assert sorted(named) == sorted(cells)
    assert all(0 < len(address) <= 255 for address in found)
