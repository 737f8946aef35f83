"""The lines of the frame ``phrases``, each with how far the target it belongs to has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.language.model import Phrase, Target
from toolkit.records.matching import how_far, how_far_below
from toolkit.records.model import Indicator, Record, fit
from toolkit.records.spans import gone_by


def phrase_records(indicator: Indicator) -> Iterator[Record]:
    """The lines of the frame ``phrases``, each with how far the target it belongs to has come."""
    reading = indicator.reading
    day = indicator.period and indicator.period[1]
    for phrase in reading.phrases:
        index = _target_of(phrase, reading.targets)
        target = None if index is None else reading.targets[index]
        ratio, approximate = (None, False) if index is None else how_far(indicator, index)
        if ratio is None and index is not None and phrase.kind == "claim":
            ratio = how_far_below(indicator, index)
        yield {
            "kind": phrase.kind,
            "text": phrase.text,
            "start": phrase.start,
            "end": phrase.end,
            "column": phrase.column,
            "claim": phrase.claim,
            "has_number": phrase.has_number,
            "stated": fit(phrase.stated),
            "counted": fit(phrase.counted),
            "tolerance": fit(phrase.tolerance),
            "whole_row": phrase.whole_row,
            "hint": phrase.hint,
            "elapsed": fit(gone_by(day, indicator, target, None).share),
            "ratio": fit(ratio),
            "ratio_approximate": approximate,
            "target_kind": target and target.kind,
        }


def _target_of(phrase: Phrase, targets: Sequence[Target]) -> int | None:
    """The target a phrase belongs to: the one it names, else the row's only one."""
    if phrase.target is not None:
        return phrase.target
    return 0 if len(targets) == 1 else None
