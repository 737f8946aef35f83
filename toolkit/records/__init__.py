"""What was understood of the rows, as flat records: the lines of the five frames before they are stacked.

A record has the names of its frame's columns but for ``submission``. Decimals that do not fit the
frames are None here already. Neither polars nor pandera is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from toolkit.records.figures import Repeats, figure_records
from toolkit.records.model import CONTEXT, Indicator, Line, Record, Sharing, Stated, context
from toolkit.records.percentages import percentage_records
from toolkit.records.phrases import phrase_records
from toolkit.records.rows import row_records
from toolkit.records.targets import target_records

__all__ = ["Indicator", "Sharing", "Stated", "columns_of"]

_AT_A_TIME = 500
_MAKERS: Mapping[str, Callable[[Indicator], Iterable[Record]]] = {
    "rows": row_records,
    "targets": target_records,
    "figures": figure_records,
    "percentages": percentage_records,
    "phrases": phrase_records,
}


def columns_of(indicators: Iterable[Indicator]) -> dict[str, dict[str, list[Any]]]:
    """The columns of every frame by name; a frame without lines has none.

    Indicators are taken some at a time, and what was understood of them is let go before the next: the
    columns of a large table are a fifth of it.
    """
    columns: dict[str, dict[str, list[Any]]] = {frame: {} for frame in _MAKERS}
    repeats = Repeats()
    following = iter(indicators)
    while some := list(islice(following, _AT_A_TIME)):
        for frame, make in _MAKERS.items():
            lines = [(indicator, record) for indicator in some for record in make(indicator)]
            _extend(columns[frame], lines)
            if frame == "figures":
                repeats.add(lines)
        some.clear()
    if columns["figures"]:
        columns["figures"] |= repeats.columns
    return columns


def _extend(columns: dict[str, list[Any]], lines: Sequence[Line]) -> None:
    """Adds the lines to the columns, each with what it carries of its row."""
    if not lines:
        return
    names = (*CONTEXT, *lines[0][1])
    values = itemgetter(*lines[0][1])
    rows = [(*context(indicator), *values(record)) for indicator, record in lines]
    for name, column in zip(names, zip(*rows, strict=True), strict=True):
        columns.setdefault(name, []).extend(column)
