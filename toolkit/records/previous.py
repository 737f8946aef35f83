"""What the submission before says of the same row, as columns of its line: nothing where nothing compares."""

from __future__ import annotations

import re

from toolkit.display import plain
from toolkit.header import fold
from toolkit.language.comparability import is_approved, is_ongoing
from toolkit.language.period import read_periods
from toolkit.records.matching import how_far
from toolkit.records.model import HUNDRED, Indicator, Record, Stated

_NOTHING = dict.fromkeys(("previous_last", "target_now", "target_before", "told_again", "ongoing"))
_MARKS = re.compile(r"(?<![0-9])[,.;:、。!?()\"“”‘’']+|[,.;:、。!?()\"“”‘’']+(?![0-9])")


def previous_row(indicator: Indicator) -> Record:
    """The part of a line of ``rows`` that the submission before fills."""
    before = indicator.before
    if before is None or before.period is None:
        return _NOTHING
    told_again = _words(indicator.progress) == _words(before.progress) and not _typed_anew(indicator, before)
    return {
        "previous_last": before.period[1],
        **_targets(indicator, before),
        "told_again": told_again,
        "ongoing": told_again and _is_ongoing(indicator),
    }


def _typed_anew(indicator: Indicator, before: Indicator) -> bool:
    """Whether a cell of its own has a new figure, so that the words beside it need not change."""
    now, then = (each.stated.actual_value if each.stated else None for each in (indicator, before))
    return now != then


def _targets(indicator: Indicator, before: Indicator) -> Record:
    """What is asked and what was asked, where the two differ by more than blanks, width and marks."""
    now, then = indicator.target, before.target
    if _words(now) == _words(then):
        now, then = _typed_target(indicator.stated), _typed_target(before.stated)
    known = now and then and _words(now) != _words(then) and not _may_change(indicator, before)
    return {"target_now": now if known else None, "target_before": then if known else None}


def _may_change(indicator: Indicator, before: Indicator) -> bool:
    """Whether another target is no fault of this submission.

    An issued one is held to its template, an approved change says so, one that was still open is set,
    and one of a stage (1-3月20件) makes way for the next.
    """
    if indicator.issued or is_approved(indicator.target):
        return True
    if indicator.reading.target_placeholder or before.reading.target_placeholder:
        return True
    now, then = ([each.text for each in read_periods(row.target)] for row in (indicator, before))
    return now != then


def _typed_target(stated: Stated | None) -> str:
    if stated is None or stated.target_value is None:
        return ""
    return f"{plain(stated.target_value)}{stated.unit or ''}"


def _words(text: str) -> str:
    return _MARKS.sub("", fold(text))


def _is_ongoing(indicator: Indicator) -> bool:
    """Whether the row tells of work under way, none of its targets being reached yet."""
    done = (how_far(indicator, index)[0] for index in range(len(indicator.reading.targets)))
    if any(share is not None and share >= HUNDRED for share in done):
        return False
    return is_ongoing(indicator.progress, indicator.reading)
