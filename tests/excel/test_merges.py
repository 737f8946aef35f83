"""What is told of merged cells by the merged ranges of their sheet."""

from __future__ import annotations

import pytest

from toolkit.excel.libreoffice.merges import Bounds, are_merged, merged_with

MERGES = ((0, 0, 2, 0), (1, 3, 1, 5))


@pytest.mark.parametrize(
    ("place", "merged", "area"),
    [
        ((0, 0, 0, 0), True, (0, 0, 2, 0)),
        ((2, 0, 2, 0), True, (0, 0, 2, 0)),
        ((0, 0, 2, 0), True, (0, 0, 2, 0)),
        ((0, 0, 2, 1), None, (0, 0, 2, 0)),
        ((1, 4, 1, 6), None, (1, 3, 1, 5)),
        ((0, 1, 2, 2), False, (0, 1, 0, 1)),
        ((0, 3, 0, 5), False, (0, 3, 0, 3)),
    ],
    ids=["first cell", "last cell", "all of it", "and more", "a part and more", "between", "beside"],
)
def test_merged(place: Bounds, merged: bool | None, area: Bounds) -> None:  # noqa: FBT001
    assert are_merged(MERGES, place) is merged
    assert merged_with(MERGES, place) == area
