"""What the typed columns of a structured form state, and which target of the text they speak of.

A typed figure wins over one that is found in the progress text: the office asks for it in a cell of
its own, and A009 sees to it that the two agree.
"""

from __future__ import annotations

from decimal import Decimal

from toolkit.display import plain
from toolkit.language.model import Comparator, Direction, Figure, Target
from toolkit.language.units import Unit, read_unit, relation
from toolkit.records.matching import answering, date_of
from toolkit.records.model import Indicator, Record, Stated, fit

_COMPARATORS: dict[str, Comparator] = {"≥": ">=", "≤": "<=", "=": "==", "趋近": "~"}
_DIRECTIONS: dict[str, Direction] = {"≥": "up", "≤": "down", "趋近": "target"}
_ONE = Decimal(1)


def stated_records(indicator: Indicator) -> Record:
    """The part of the frame ``rows`` that the typed columns fill; all None in a form without them."""
    stated = indicator.stated or Stated()
    index = stated_target(indicator)
    told = _told_figure(indicator, index)
    factor = factor_of(stated.unit)
    return {
        "indicator_id": stated.indicator_id,
        "target_value": fit(stated.target_value),
        "unit": stated.unit,
        "direction": stated.direction,
        "actual_value": fit(stated.actual_value),
        "actual_as_percent": stated.actual_format.rstrip().endswith("%"),
        "completion": fit(stated.completion),
        "as_of": stated.as_of,
        **_read_target(indicator, index),
        "actual_read_text": told and told.quantity.text,
        "actual_read_low": told and fit((told.quantity.low or told.quantity.base_value) / factor),
        "actual_read_high": told and fit((told.quantity.high or told.quantity.base_value) / factor),
    }


def stated_target(indicator: Indicator) -> int | None:
    """The target of the text that the typed target is; None where there is no such one."""
    stated = indicator.stated
    if stated is None or stated.target_value is None:
        return None
    value = stated.target_value * factor_of(stated.unit)
    matched = [
        index
        for index, target in enumerate(indicator.reading.targets)
        if _comparable(target, stated.unit)
        and target.base_value is not None
        and abs(target.base_value) == abs(value)
    ]
    return matched[0] if len(matched) == 1 else None


def overlaid(target: Target, stated: Stated) -> Target:
    """The text's target with the direction that the typed column gives it."""
    if stated.direction not in _COMPARATORS:
        return target
    direction = _DIRECTIONS.get(stated.direction, target.direction)
    return target._replace(comparator=_COMPARATORS[stated.direction], direction=direction)


def typed_figure(stated: Stated) -> Record:
    """The part of a line of ``targets`` that a figure fills, from the typed cell instead."""
    value, factor = stated.actual_value, factor_of(stated.unit)
    base = None if value is None else fit(value * factor)
    ratio = fit(100 * value / stated.target_value) if value is not None and stated.target_value else None
    text = None if value is None else f"{plain(value)}{stated.unit or ''}"
    known = value is not None
    return {
        "typed_column": "actual_value",
        "figure_text": text,
        "figure_start": None,
        "figure_end": None,
        "figure_value": fit(value),
        "figure_unit": stated.unit if known else None,
        "figure_base": base,
        "figure_low": base,
        "figure_high": base,
        "figure_role": "result" if known else None,
        "figure_status_count": False if known else None,
        "units": "same" if known else None,
        "ratio": ratio,
        "ratio_low": ratio,
        "ratio_high": ratio,
        "told_text": text,
        "told_start": None,
        "told_end": None,
    }


def typed_percentage(indicator: Indicator) -> Record | None:
    """A line of ``percentages`` for a typed percentage, or None where the typed figure is none."""
    stated, index = indicator.stated, stated_target(indicator)
    if stated is None or index is None or stated.unit != "%" or stated.actual_value is None:
        return None
    return {
        "typed_column": "actual_value",
        "text": f"{plain(stated.actual_value)}%",
        "value": fit(stated.actual_value),
        "unit": "%",
        "bounded": is_bounded(indicator.reading.targets[index]),
        "completion": False,
        "growth": indicator.reading.targets[index].kind == "growth",
        "target_index": index,
    }


def is_bounded(target: Target) -> bool:
    """Whether a percentage target is a share of a whole: a rate that asks for no more than all of it."""
    return target.kind == "rate" and target.value is not None and 0 <= target.value <= 100


def factor_of(unit: str | None) -> Decimal:
    """What the 万 or 亿 of a unit as typed is worth."""
    found = _unit(unit)
    return found.factor if found else _ONE


def _unit(text: str | None) -> Unit | None:
    found = read_unit(text, 0) if text else None
    return found if found and text and found.length == len(text) else None


def _comparable(target: Target, unit: str | None) -> bool:
    """Whether a target may be meant in this unit; an index and a bare number go with any."""
    if target.value is None:
        return False
    free = target.unit is None or target.kind == "index"
    return free or relation(target.unit, unit) != "different"


def _read_target(indicator: Indicator, index: int | None) -> Record:
    """The number that the text asks for in the column's unit; None where several might be meant."""
    nothing = {"target_read": None, "target_read_text": None}
    stated = indicator.stated
    if stated is None or stated.target_value is None:
        return nothing
    targets = indicator.reading.targets
    if index is not None:
        return {"target_read": fit(stated.target_value), "target_read_text": targets[index].text}
    numeric = [target for target in targets if target.value is not None]
    if len(numeric) != 1 or not _comparable(numeric[0], stated.unit) or numeric[0].unit is None:
        return nothing
    (target,) = numeric
    base = target.base_value if target.base_value is not None else Decimal(0)
    return {"target_read": fit(base / factor_of(stated.unit)), "target_read_text": target.text}


def _told_figure(indicator: Indicator, index: int | None) -> Figure | None:
    """The figure of the narrative that should be the typed one: same target, same measure, same day."""
    stated = indicator.stated
    if stated is None or index is None:
        return None
    figure = answering(indicator.reading, index, indicator.period)
    if figure is None or figure.role != "result" or figure.status_count:
        return None
    quantity = figure.quantity
    day = stated.as_of or (indicator.period[1] if indicator.period else None)
    same_day = date_of(figure, indicator.period) in {None, day}
    exact = quantity.approximation == "" or quantity.low is not None
    related = relation(stated.unit, quantity.unit) in {"same", "scaled", "interchangeable"}
    return figure if same_day and exact and related else None
