"""The lines of the frame ``rows``."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.records.model import Indicator, Record
from toolkit.records.previous import previous_row
from toolkit.records.stated import stated_records


def row_records(indicator: Indicator) -> Iterator[Record]:
    """The one line of the frame ``rows``."""
    reading = indicator.reading
    packed = sum(
        target.value is not None
        and target.kind != "zero_occurrence"
        and target.part_of is None
        and not target.counts_again
        for target in reading.targets
    )
    yield {
        "task": indicator.task if indicator.task.strip() else None,
        "target": indicator.target if indicator.target.strip() else None,
        "progress": indicator.progress if indicator.progress.strip() else None,
        "target_placeholder": reading.target_placeholder,
        "progress_blank": reading.progress_blank,
        "measurable": reading.measurable,
        "packed_targets": packed,
        **stated_records(indicator),
        "slash_joined": any(target.slash_joined for target in reading.targets),
        **previous_row(indicator),
    }
