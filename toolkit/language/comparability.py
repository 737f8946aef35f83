"""What of a progress text may be held beside the same row of an earlier report: totals, and work under way."""

from __future__ import annotations

from datetime import date

from toolkit.language.folding import fold
from toolkit.language.model import Figure, Period, Reading, Target
from toolkit.language.vocabulary import any_of, expression

_CLAUSE = r"[,。;:、!\n]"
_MONTH = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|[一二三四1-4]季度"
_DONE_CLAIMS = frozenset(("completed", "over", "ahead"))
_UNDER_WAY = frozenset(("activity", "relative_date", "future_plan", "not_started"))
_TOTALS = frozenset(("result", "proxy"))
_UP_TO = ("截", "至", "到")


def in_all(progress: str, reading: Reading, target: Target) -> Figure | None:
    """The one figure that a text calls the target's total (累计新建绿道9.6公里); None where it has none."""
    found = [
        figure
        for figure in reading.figures
        if figure.role in _TOTALS
        and figure.quantity.base_unit == target.base_unit
        and _same_name(figure.name, target.name)
        and is_in_all(progress, figure)
    ]
    return found[0] if len(found) == 1 else None


def is_in_all(progress: str, figure: Figure) -> bool:
    """Whether 累计 stands before a figure in its own clause."""
    return any_of("comparison", "in all").search(clause_before(progress, figure)) is not None


def clause_before(progress: str, figure: Figure) -> str:
    """What stands before a figure in its own clause."""
    return expression(_CLAUSE).split(fold(progress[: figure.quantity.start]).text)[-1]


def is_part(figure: Figure, target: Target) -> bool:
    """Whether a figure is of less than the whole time: 本季度, 又新增, 剩余, or a month that is no period of its own."""
    if any_of("comparison", "part of it", "left over").search(figure.name):
        return True
    dated = figure.period is not None and figure.period.first is not None
    if not dated and expression(_MONTH).search(figure.name):
        return True
    found = any_of("comparison", "on top").search(figure.name)
    return found is not None and found[0] not in f"{target.name}{target.text}"


def is_stock(*words: str) -> bool:
    """Whether the words around a figure say that it is of what there is at a time: 现有孵化器47家, 净增68家.

    Such a one may honestly fall.
    """
    return any(any_of("comparison", "stock").search(each) is not None for each in words)


def names_this_year(period: Period | None, year: date) -> bool:
    """Whether the words of a period begin with this year, and not with the target's own time."""
    if period is None:
        return False
    begins = period.first == year and not period.text.startswith(_UP_TO)
    return begins or any_of("comparison", "this year").search(period.text) is not None


def is_corrected(progress: str) -> bool:
    """Whether a text says itself why its number is less than the earlier one: 一季度误报, 口径调整."""
    return any_of("comparison", "corrected").search(progress) is not None


def is_approved(target: str) -> bool:
    """Whether a target says itself that it was changed, as 经批准由18公里调整."""
    return any_of("comparison", "approved").search(target) is not None


def is_ongoing(progress: str, reading: Reading) -> bool:
    """Whether a text tells of something that goes on, so that a period later it should read otherwise.

    What is settled, done or did not occur may be told in the same words for ever.
    """
    if reading.progress_blank or reading.settled or _is_claimed(reading):
        return False
    if any(target.kind == "zero_occurrence" or target.annual_statistic for target in reading.targets):
        return False
    counts = [figure for figure in reading.figures if _moves(figure, reading)]
    if any(figure.target is not None for figure in counts) or _completes(reading):
        return True
    if any(phrase.kind in _UNDER_WAY for phrase in reading.phrases):
        return True
    if any_of("comparison", "under way").search(progress):
        return True
    return bool(counts) and any_of("comparison", "done").search(progress) is None


def _is_claimed(reading: Reading) -> bool:
    return any(phrase.kind == "claim" and phrase.claim in _DONE_CLAIMS for phrase in reading.phrases)


def _completes(reading: Reading) -> bool:
    return any(each.completion and each.target is not None for each in reading.percentages)


def _moves(figure: Figure, reading: Reading) -> bool:
    """Whether a figure is expected to change: a count, or a level that names its period."""
    if figure.role not in {"result", "process", "proxy"}:
        return False
    if figure.target is None:
        return True
    dated = figure.period is not None and figure.period.last is not None
    return dated or reading.targets[figure.target].kind == "total"


def _same_name(one: str, other: str) -> bool:
    return len(one) > 1 and (one in other or other in one)
