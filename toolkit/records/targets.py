"""The lines of the frame ``targets``: every target with the figure that answers it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.display import plain
from toolkit.language.conversion import converted
from toolkit.language.model import Figure, Percentage, Quantity, Reading, Target
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import any_of
from toolkit.records.matching import (
    answering,
    answers,
    completion_of,
    date_of,
    in_percent,
)
from toolkit.records.model import HUNDRED, Indicator, Record, Stated, fit, share
from toolkit.records.spans import gone_by
from toolkit.records.stated import overlaid, stated_target, typed_figure
from toolkit.records.totals import totals

_SIGNS = {">=": "≥", "<=": "≤", "==": "=", "~": "≈", "delta+": "≥ +", "delta-": "≤ -"}


def target_records(indicator: Indicator) -> Iterator[Record]:
    """The lines of the frame ``targets``: every target with the figure that answers it."""
    stated, typed = indicator.stated, stated_target(indicator)
    yearly = any_of("words", "told yearly").search(indicator.progress) is not None
    for index, target in enumerate(indicator.reading.targets):
        if stated is not None and index == typed:
            yield _typed_record(indicator, stated, index)
            continue
        figure = answering(indicator.reading, index, indicator.period)
        completion = completion_of(indicator.reading, index)
        yield {
            "index": index,
            **_target_part(target),
            "annual_statistic": target.annual_statistic or yearly,
            **_figure_part(target, figure),
            **_completion_part(completion),
            **_told_part(figure, completion),
            **_echo_part(indicator.reading, index),
            **_pace_part(indicator, index, figure),
            "typed_column": None,
            "reported": _is_reported(indicator, index),
            "progress_blank": indicator.reading.progress_blank,
            **totals(indicator, index),
        }


def _typed_record(indicator: Indicator, stated: Stated, index: int) -> Record:
    """The line of the target that has typed cells of its own: they are the report, whatever the text says."""
    target = overlaid(indicator.reading.targets[index], stated)
    return {
        "index": index,
        **_target_part(target),
        **typed_figure(stated),
        **_completion_part(None),
        **dict.fromkeys(("echo_text", "echo_start", "echo_end")),
        **_pace_on(stated.as_of or (indicator.period and indicator.period[1]), indicator, target),
        "reported": stated.actual_given,
        "progress_blank": indicator.reading.progress_blank,
        **totals(indicator, index),
    }


def _target_part(target: Target) -> Record:
    return {
        "text": target.text,
        "start": target.start,
        "end": target.end,
        "name": target.name,
        "value": fit(target.value),
        "unit": target.unit,
        "base_value": fit(target.base_value),
        "base_unit": target.base_unit,
        "comparator": target.comparator,
        "direction": target.direction,
        "kind": target.kind,
        "bound": _bound(target),
        "approximate": target.approximate,
        "has_base": target.has_base,
        "annual_statistic": target.annual_statistic,
        "falls_to": target.falls_to,
        "whole_number": _is_count(target),
    }


def _bound(target: Target) -> str | None:
    if target.value is None:
        return None
    sign = _SIGNS[target.comparator]
    if target.comparator == "~":
        sign = {"down": "≤", "up": "≥"}.get(target.direction, "≈")
    if sign[-1] not in "+-":
        return f"{sign} {plain(target.value)}"
    # A change: +8 alone would be taken for a number of things.
    return f"{sign}{plain(target.value)}{'%' if target.unit == '%' else ''}"


def _is_count(target: Target) -> bool:
    whole = target.base_value is not None and target.base_value == target.base_value.to_integral_value()
    return whole and kind_of(target.base_unit) == "measure"


def _told(figure: Figure, target: Target) -> Quantity:
    """The figure in the target's unit; one that went the other way is below nought, -9.6% for 下降9.6%."""
    quantity = converted(figure.quantity, target.base_unit)
    fallen = target.comparator == "delta-" and quantity.value < 0  # -11.8% is a fall of 11.8%
    if not (figure.opposed or fallen):
        return quantity
    low, high = quantity.low, quantity.high
    return quantity._replace(
        text=quantity.text if fallen else f"-{quantity.text}",
        value=-quantity.value,
        base_value=-quantity.base_value,
        low=None if high is None else -high,
        high=None if low is None else -low,
    )


def _figure_part(target: Target, figure: Figure | None) -> Record:
    quantity = _told(figure, target) if figure else None
    known = quantity is not None and target.unit is not None and quantity.unit is not None
    units = relation(target.unit, quantity.unit) if quantity and known else None
    divisible = units is not None and units != "different" and not target.recurring
    base = quantity.base_value if quantity else None
    low = base if quantity is None or quantity.low is None else quantity.low
    high = base if quantity is None or quantity.high is None else quantity.high
    whole = target.base_value if divisible else None
    ratio = fit(share(base, whole))
    return {
        "figure_text": quantity and quantity.text,
        "figure_start": quantity and quantity.start,
        "figure_end": quantity and quantity.end,
        "figure_value": quantity and fit(quantity.value),
        "figure_unit": quantity and quantity.unit,
        "figure_base": fit(base),
        "figure_low": fit(low),
        "figure_high": fit(high),
        "figure_role": figure and figure.role,
        "figure_status_count": figure and figure.status_count,
        "units": units,
        "ratio": ratio,
        "ratio_low": ratio if low is base else fit(share(low, whole)),
        "ratio_high": ratio if high is base else fit(share(high, whole)),
    }


def _completion_part(completion: Percentage | None) -> Record:
    quantity = completion.quantity if completion else None
    return {
        "completion": fit(in_percent(completion)),
        "completion_text": quantity and quantity.text,
        "completion_start": quantity and quantity.start,
        "completion_end": quantity and quantity.end,
    }


def _told_part(figure: Figure | None, completion: Percentage | None) -> Record:
    told = figure or completion
    return {
        "told_text": told and told.quantity.text,
        "told_start": told and told.quantity.start,
        "told_end": told and told.quantity.end,
    }


def _echo_part(reading: Reading, index: int) -> Record:
    echoes = (figure for figure in reading.figures if figure.echoes == index)
    echo = next(echoes, None)
    return {
        "echo_text": echo and echo.quantity.text,
        "echo_start": echo and echo.quantity.start,
        "echo_end": echo and echo.quantity.end,
    }


def _pace_part(indicator: Indicator, index: int, figure: Figure | None) -> Record:
    target = indicator.reading.targets[index]
    pace = _pace_on(date_of(figure, indicator.period), indicator, target, figure)
    if indicator.sharing is not None and indicator.sharing.others[index] is not False:
        pace |= {"elapsed": None, "pace": None}  # what several rows report of one target is a part each
    return pace


def _pace_on(day: date | None, indicator: Indicator, target: Target, figure: Figure | None = None) -> Record:
    elapsed, over = gone_by(day, indicator, target, figure)
    pace = None if target.value is None or elapsed is None else target.value * elapsed / HUNDRED
    return {"elapsed": elapsed, "pace": fit(pace), "span_over": over}


def _is_reported(indicator: Indicator, index: int) -> bool | None:
    """None where a number may be the answer and nothing says so: then no rule speaks.

    Of rows that share a target one answer is enough, and where there is none the first of them says so.
    """
    told, sharing = answers(indicator.reading, index), indicator.sharing
    if told is not False or sharing is None:
        return told
    return None if sharing.others[index] is False and sharing.follows else sharing.others[index]
