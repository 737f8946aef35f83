"""The lines of the frame ``phrases``, each with how far the target it belongs to has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from toolkit.language.model import Phrase, Target
from toolkit.records.matching import elapsed_share, how_far, share_of_span
from toolkit.records.model import Indicator, Record, context, fit
from toolkit.reporting_period import Period


def phrase_records(indicator: Indicator) -> Iterator[Record]:
    """The lines of the frame ``phrases``, each with how far the target it belongs to has come."""
    reading = indicator.reading
    for phrase in reading.phrases:
        index = _target_of(phrase, reading.targets)
        ratio, approximate = (None, False) if index is None else how_far(indicator, index)
        yield {
            **context(indicator),
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
            "elapsed": None
            if indicator.period is None
            else fit(_elapsed(indicator.period[1], indicator.span)),
            "ratio": fit(ratio),
            "ratio_approximate": approximate,
            "target_kind": None if index is None else reading.targets[index].kind,
        }


def _elapsed(day: date, span: Period | None) -> Decimal:
    return share_of_span(day, span) if span else elapsed_share(day)


def _target_of(phrase: Phrase, targets: Sequence[Target]) -> int | None:
    """The target a phrase belongs to: the one it names, else the row's only one."""
    if phrase.target is not None:
        return phrase.target
    return 0 if len(targets) == 1 else None
