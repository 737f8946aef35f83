"""From what was understood of a file to how its indicators stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from toolkit.findings import Place
from toolkit.standing import Standing, TargetStanding, Told
from toolkit.workbook import a1

_TO_BE_REACHED = frozenset({">=", "==", "~"})


def survey(places: Sequence[Place], targets: Mapping[str, Sequence[Any]]) -> tuple[Standing, ...]:
    """Every indicator row in its order. ``targets`` are the columns of that frame; keys are positions."""
    by_key = {
        key: tuple(map(_target, lines))
        for key, lines in groupby(_numeric(targets), key=lambda line: line["key"])
    }
    return tuple(_standing(place, by_key.get(key, ())) for key, place in enumerate(places))


def _numeric(targets: Mapping[str, Sequence[Any]]) -> Iterator[Mapping[str, Any]]:
    for values in zip(*targets.values(), strict=True):
        line = dict(zip(targets, values, strict=True))
        if line["bound"] is not None and line["kind"] not in {"zero_occurrence", "milestone"}:
            yield line


def _standing(place: Place, targets: tuple[TargetStanding, ...]) -> Standing:
    task, target, progress = (_told(place, role) for role in ("task", "target", "progress"))
    return Standing(place.sheet, place.row, task, target, progress, targets)


def _told(place: Place, role: str) -> Told:
    if role not in place.cells:
        return Told(None, "")
    row, column, text = place.cells[role]
    return Told(a1(row, column), text)


def _target(line: Mapping[str, Any]) -> TargetStanding:
    figure, start = line["told_text"], line["told_start"]
    return TargetStanding(
        part=str(line["index"]),
        text=line["text"],
        span=(line["start"], line["end"]),
        bound=line["bound"],
        unit=line["unit"],
        cap=line["comparator"] == "<=" or line["direction"] == "down",
        figure=figure,
        figure_span=None if start is None else (start, line["told_end"]),
        completion=line["completion"] if line["ratio"] is None else line["ratio"],
        elapsed=line["elapsed"] if _has_pace(line) else None,
    )


def _has_pace(line: Mapping[str, Any]) -> bool:
    """A total that should grow; a count of states (在施, 已立项) is none."""
    grows = line["kind"] == "total" and line["direction"] == "up" and line["comparator"] in _TO_BE_REACHED
    return grows and not line["figure_status_count"]
