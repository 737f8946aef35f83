"""The total told of a target beside that of the submission before: null where the two count otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from toolkit.display import plain
from toolkit.header import fold
from toolkit.language.comparability import (
    clause_before,
    in_all,
    is_corrected,
    is_in_all,
    is_part,
    is_stock,
    names_this_year,
)
from toolkit.language.model import Figure, Target
from toolkit.language.units import relation
from toolkit.records.matching import answering, date_of
from toolkit.records.model import Indicator, Record, Stated, fit
from toolkit.records.stated import factor_of, stated_target

_NOTHING = dict.fromkeys(
    (
        *("total_text", "total_start", "total_end", "total_high", "total_day"),
        *("previous_text", "previous_low", "previous_day"),
    )
)
_NEW_YEAR = (1, 1)


class _Counted(NamedTuple):
    """A figure that counts from ``since`` on, up to ``until``; its value and its interval are in base units.

    ``digits`` are the decimals written, None for 余, 多, 近 and 约.
    """

    text: str
    unit: str | None
    digits: int | None
    value: Decimal
    low: Decimal
    high: Decimal
    since: date
    until: date
    start: int | None = None
    end: int | None = None


def totals(indicator: Indicator, index: int) -> Record:
    """The part of a line of ``targets`` that the submission before fills."""
    if indicator.before is None:
        return _NOTHING
    former = _former_index(indicator, indicator.before, index)
    if former is None or is_corrected(indicator.progress):
        return _NOTHING
    now, then = _counted(indicator, index), _counted(indicator.before, former)
    if now is None or then is None or now.since != then.since:
        return _NOTHING
    if relation(now.unit, then.unit) not in {"same", "scaled"}:
        return _NOTHING
    # what does not fall, does not fall when it is rounded: with as many digits the values tell
    alike = now.digits is not None and (now.unit, now.digits) == (then.unit, then.digits)
    return {
        "total_text": now.text,
        "total_start": now.start,
        "total_end": now.end,
        "total_high": fit(now.value if alike else now.high),
        "total_day": now.until,
        "previous_text": then.text,
        "previous_low": fit(then.value if alike else then.low),
        "previous_day": then.until,
    }


def _former_index(indicator: Indicator, before: Indicator, index: int) -> int | None:
    """The place of the same target in the row before; None where two could be meant."""
    wanted = _sense(indicator.reading.targets[index])
    if sum(_sense(target) == wanted for target in indicator.reading.targets) > 1:
        return None
    found = [n for n, target in enumerate(before.reading.targets) if _sense(target) == wanted]
    return found[0] if len(found) == 1 else None


def _sense(target: Target) -> tuple[str | None, ...]:
    return fold(target.name), target.base_unit, target.kind, target.direction


def _counted(indicator: Indicator, index: int) -> _Counted | None:
    """The total that is told of a target; None where the figure may count anything less."""
    target = indicator.reading.targets[index]
    if target.kind != "total" or target.direction != "up" or target.recurring:
        return None
    if indicator.stated is not None and stated_target(indicator) == index:
        return None if is_stock(target.text, target.name) else _typed(indicator, indicator.stated)
    figure = in_all(indicator.progress, indicator.reading, target)
    figure = figure or answering(indicator.reading, index, indicator.period)
    since, until = _since(indicator, figure, target), date_of(figure, indicator.period)
    if figure is None or since is None or until is None or figure.status_count:
        return None
    if is_stock(target.text, target.name, figure.name, clause_before(indicator.progress, figure)):
        return None
    quantity = figure.quantity
    if quantity.approximation and quantity.low is None:
        return None
    low, high = (each if each is not None else quantity.base_value for each in (quantity.low, quantity.high))
    return _Counted(
        text=quantity.text,
        unit=quantity.unit,
        digits=None if quantity.approximation else quantity.digits,
        value=quantity.base_value,
        low=low,
        high=high,
        since=since,
        until=until,
        start=quantity.start,
        end=quantity.end,
    )


def _typed(indicator: Indicator, stated: Stated) -> _Counted | None:
    until = stated.as_of or (indicator.period and indicator.period[1])
    if stated.actual_value is None or until is None:
        return None
    base = stated.actual_value * factor_of(stated.unit)
    text = f"{plain(stated.actual_value)}{stated.unit or ''}"
    since = indicator.span[0] if indicator.span else _beginning(indicator)
    return None if since is None else _Counted(text, stated.unit, None, base, base, base, since, until)


def _since(indicator: Indicator, figure: Figure | None, target: Target) -> date | None:
    """The day from which a figure counts: the year's first, or the target's own; None where it is unclear."""
    if figure is None or figure.role == "echo" or indicator.period is None:
        return None
    year, span = indicator.period[1].replace(month=1, day=1), _span_begins(indicator, target)
    period = figure.period
    if is_in_all(indicator.progress, figure):
        return year if names_this_year(period, year) else span or year
    if is_part(figure, target) or figure.role != "result":
        return None
    if period is not None and period.first is not None:
        return period.first if (period.first.month, period.first.day) == _NEW_YEAR else None
    if period is not None and period.relative:
        return None
    return None if span else _beginning(indicator)


def _span_begins(indicator: Indicator, target: Target) -> date | None:
    """The first day of a target of several years, None for one of the year."""
    if indicator.span:
        return indicator.span[0]
    return target.span.first if target.span else None


def _beginning(indicator: Indicator) -> date | None:
    """The first day of the reporting period, where that is the year's as well."""
    first = indicator.period[0] if indicator.period else None
    return first if first and (first.month, first.day) == _NEW_YEAR else None
