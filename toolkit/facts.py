"""From what was understood of a file to the facts that another unit may tell differently.

Only works of their own name count, and only where no word says that a part is meant: a quota that
every unit has for itself is no fact of two units.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from toolkit.fact import Fact
from toolkit.findings import Place
from toolkit.header import fold
from toolkit.language.works import is_own_share, measure_before, names_a_work

Columns: TypeAlias = Mapping[str, Mapping[str, Sequence[Any]]]
_Line: TypeAlias = Mapping[str, Any]

_NO_MEASURE = frozenset({"echo", "denominator"})
_SAME_MEASURE = frozenset({"same", "scaled"})


def facts_of(places: Sequence[Place], columns: Columns) -> tuple[Fact, ...]:
    """The facts of a file; ``columns`` are those of its frames, whose keys are positions in ``places``."""
    told = [_text(place, "progress") for place in places]
    issued = [
        names_a_work(place.indicator) and not is_own_share(text)
        for place, text in zip(places, told, strict=True)
    ]
    worded = [names_a_work(text) and not is_own_share(text) for text in told]
    return (
        *(_issued(line, places[line["key"]]) for line in _answers(columns) if issued[line["key"]]),
        *(
            fact
            for frame in ("figures", "percentages")
            for line in _lines(columns[frame])
            if worded[line["key"]] and line.get("role") not in _NO_MEASURE
            for fact in _named(line, places[line["key"]])
        ),
    )


def _lines(columns: Mapping[str, Sequence[Any]]) -> Iterator[_Line]:
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))


def _answers(columns: Columns) -> Iterator[_Line]:
    """The lines of ``targets`` with a result in the target's own measure and of a known day."""
    for line in _lines(columns["targets"]):
        known = line["figure_low"] is not None and line["figure_high"] is not None
        comparable = line["figure_role"] == "result" and line["units"] in _SAME_MEASURE
        if known and comparable and line["elapsed"] is not None and not line["figure_status_count"]:
            yield line


def _issued(line: _Line, place: Place) -> Fact:
    """The answer to a target that names a work; the elapsed share stands for the day of the figure."""
    key = "target", place.indicator, str(line["index"]), str(line["elapsed"])
    return Fact(
        key=fold("\x1f".join(key)),
        issued=True,
        text=line["figure_text"],
        low=line["figure_low"],
        high=line["figure_high"],
        span=None if line["figure_start"] is None else (line["figure_start"], line["figure_end"]),
        part=line["index"],
        **_where(place, line["typed_column"] or "progress"),
    )


def _named(line: _Line, place: Place) -> Iterator[Fact]:
    """The fact whose work its own clause names."""
    if line["start"] is None or line["period_last"] is None:
        return
    measure, numbers = measure_before(_text(place, "progress"), line["start"]), _interval(line)
    if measure is not None and numbers is not None:
        day = line.get("stated_last") or line["period_last"]
        key = "words", measure, line.get("base_unit") or line["unit"] or "", str(day)
        yield Fact(
            key=fold("\x1f".join(key)),
            issued=False,
            text=line["text"],
            low=numbers[0],
            high=numbers[1],
            span=(line["start"], line["end"]),
            **_where(place, "progress"),
        )


def _interval(line: _Line) -> tuple[Decimal, Decimal] | None:
    """What a figure may be as it was written; a percentage by its last digit, None for about so many."""
    if "digits" not in line:
        return None if line["low"] is None or line["high"] is None else (line["low"], line["high"])
    if line["value"] is None or line["approximation"]:
        return None
    half = Decimal(5).scaleb(-line["digits"] - 1)
    return line["value"] - half, line["value"] + half


def _where(place: Place, role: str) -> dict[str, Any]:
    row, column, told = place.cells[role]
    return {
        "sheet": place.sheet,
        "row": place.row,
        "indicator": place.indicator,
        "role": role,
        "cell": (row, column),
        "told": told,
    }


def _text(place: Place, role: str) -> str:
    return place.cells[role][2] if role in place.cells else ""
