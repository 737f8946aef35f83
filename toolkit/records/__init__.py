"""What was understood of the rows, as flat records: the lines of the five frames before they are stacked.

A record has the names of its frame's columns but for ``submission``. Decimals that do not fit the
frames are None here already. Neither polars nor pandera is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolkit.records.figures import figure_records, mark_repeats
from toolkit.records.model import Indicator, Record, Stated
from toolkit.records.percentages import percentage_records
from toolkit.records.phrases import phrase_records
from toolkit.records.rows import row_record
from toolkit.records.targets import target_records

__all__ = ["Indicator", "Stated", "columns_of"]


def columns_of(indicators: Sequence[Indicator]) -> dict[str, dict[str, list[Any]]]:
    """The columns of every frame by name; a frame without lines has none."""
    figures = [record for indicator in indicators for record in figure_records(indicator)]
    mark_repeats(figures, [indicator.sheet_row for indicator in indicators])
    lines = {
        "rows": [row_record(indicator) for indicator in indicators],
        "targets": [record for indicator in indicators for record in target_records(indicator)],
        "figures": figures,
        "percentages": [record for indicator in indicators for record in percentage_records(indicator)],
        "phrases": [record for indicator in indicators for record in phrase_records(indicator)],
    }
    return {frame: _columns(records) for frame, records in lines.items()}


def _columns(records: Sequence[Record]) -> dict[str, list[Any]]:
    return {name: [record[name] for record in records] for name in records[0]} if records else {}
