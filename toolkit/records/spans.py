"""How much of the time for a target has gone by: of its own years, else of the calendar year."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from toolkit.language.model import Figure, Span, Target
from toolkit.language.vocabulary import any_of
from toolkit.records.model import GRAIN, HUNDRED, Indicator
from toolkit.reporting_period import Period

_UP_TO = ("截", "至", "到")


class Gone(NamedTuple):
    """The share that has gone by in percent, and whether that is all; None for what cannot be told."""

    share: Decimal | None
    over: bool | None


_UNTOLD = Gone(None, None)


def gone_by(day: date | None, indicator: Indicator, target: Target | None, figure: Figure | None) -> Gone:
    """How much of a target's time has gone by at the end of a day.

    The round's span comes before the years that the target names. A figure of another year than the
    reporting period's says nothing of this year, nor one of this year alone of several.
    """
    if day is None:
        return _UNTOLD
    if figure is not None and figure.period is not None and figure.period.relative:
        return _UNTOLD  # 本月新建8个 is not what the year has brought
    if figure is not None and target is not None and _is_of_a_season(figure, target):
        return _UNTOLD
    span = indicator.span or years_of(target, day)
    if span is None:
        if indicator.period is not None and day.year != indicator.period[1].year:
            return _UNTOLD
        return Gone(elapsed_share(day), (day.month, day.day) == (12, 31))
    first, last = span
    if last is None:
        return _UNTOLD
    if first is None or (indicator.span is None and (day > last or _begins_later(figure, first))):
        return Gone(None, day >= last)
    return Gone(share_of_span(day, (first, last)), day >= last)


def _is_of_a_season(figure: Figure, target: Target) -> bool:
    """Whether a figure is of what one season brings, and the target of the whole year."""
    season = any_of("periods", "season").search(figure.name)
    return season is not None and season[0] not in f"{target.name}{target.context}"


def years_of(target: Target | None, day: date) -> Span | None:
    """The years that a target names, unless they end with the year of the day or before it began."""
    named = target.span if target else None
    if named is None or named.last is None or named.first is not None:
        return named
    return named if named.last.year > day.year else None


def _begins_later(figure: Figure | None, first: date) -> bool:
    stated = figure.period if figure else None
    if stated is None or stated.first is None or stated.text.startswith(_UP_TO):
        return False
    return stated.first > first


@lru_cache(1024)
def elapsed_share(day: date) -> Decimal:
    """The share of the calendar year gone by at the end of this day, in percent.

    Whole months where the day ends one, so that the half year is 50 and not 49.59.
    """
    following = day + timedelta(days=1) if day != date.max else day
    if following.month != day.month:
        return (HUNDRED * day.month / 12).quantize(GRAIN)
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    return (HUNDRED * ((day - first).days + 1) / ((last - first).days + 1)).quantize(GRAIN)


def share_of_span(day: date, span: Period) -> Decimal:
    """The share of a span gone by at the end of this day, in percent: whole months where it has them."""
    first, last = span
    if day >= last:
        return HUNDRED
    ends = [each + timedelta(days=1) for each in (day, last)]
    if first.day == 1 and all(end.day == 1 for end in ends):
        gone, whole = (12 * (end.year - first.year) + end.month - first.month for end in ends)
    else:
        gone, whole = ((end - first).days for end in ends)
    return (HUNDRED * max(gone, 0) / whole).quantize(GRAIN)
