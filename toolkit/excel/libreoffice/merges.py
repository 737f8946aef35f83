"""What Excel would say of merged cells, by all merged ranges: left, top, right and bottom from 0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Bounds: TypeAlias = tuple[int, int, int, int]


def merged_with(merges: Sequence[Bounds], place: Bounds) -> Bounds:
    """The merged range of the first cell of a place, or that cell alone."""
    left, top, _, _ = place
    cell = left, top, left, top
    return next((merge for merge in merges if _holds(merge, cell)), cell)


def are_merged(merges: Sequence[Bounds], place: Bounds) -> bool | None:
    """Whether the cells of a place are merged; None where some are and others are not."""
    beside = [merge for merge in merges if _meet(merge, place)]
    if not beside:
        return False
    return True if any(_holds(merge, place) for merge in beside) else None


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _holds(outer: Bounds, inner: Bounds) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]
