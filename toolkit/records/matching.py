"""Which figure and which percentage answer a target, up to which day they count, and how far it has come."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from toolkit.language.conversion import converted
from toolkit.language.model import Figure, Percentage, Reading
from toolkit.language.units import relation
from toolkit.records.model import Indicator, share
from toolkit.reporting_period import Period


def answering(reading: Reading, index: int, period: Period | None) -> Figure | None:
    """The figure that answers a target: the latest result, else the only other figure matched to it."""
    matched = [figure for figure in reading.figures if figure.target == index and figure.role != "echo"]
    results = [figure for figure in matched if figure.role == "result"]
    if results:
        return max(results, key=lambda figure: date_of(figure, period) or date.max)
    return matched[0] if len(matched) == 1 else None


def completion_of(reading: Reading, index: int) -> Percentage | None:
    """The last completion percentage that is told for a target."""
    told = [each for each in reading.percentages if each.completion and each.target == index]
    return told[-1] if told else None


def answers(reading: Reading, index: int) -> bool | None:
    """Whether a row answers its target; None where a number may be the answer and nothing says so."""
    figures = any(figure.target == index and figure.role != "echo" for figure in reading.figures)
    told = figures or completion_of(reading, index) is not None or index in reading.settled
    return None if not told and index in reading.undecided else told


def in_percent(percentage: Percentage | None) -> Decimal | None:
    """The percentage in percent, also where it was written in ‰."""
    if percentage is None:
        return None
    quantity = percentage.quantity
    return quantity.value / 10 if quantity.unit == "‰" else quantity.value


def date_of(figure: Figure | None, period: Period | None) -> date | None:
    """The day up to which a figure counts: its own period's last, else the reporting period's.

    ``2024年度已完成68个`` in June counts up to the end of June.
    """
    stated = figure.period if figure else None
    if stated is None or stated.last is None:
        return period[1] if period else None
    if period is not None and stated.first is not None and stated.first <= period[1] < stated.last:
        return period[1]
    return stated.last


def how_far(indicator: Indicator, index: int) -> tuple[Decimal | None, bool]:
    """How far a target has come in percent, by its figure or else by the percentage told; roughly or not."""
    reading, target = indicator.reading, indicator.reading.targets[index]
    if target.direction != "up":
        return None, False
    figure = answering(reading, index, indicator.period)
    if figure is not None and relation(target.unit, figure.quantity.unit) != "different":
        ratio = share(converted(figure.quantity, target.base_unit).base_value, target.base_value)
        if ratio is not None:
            return ratio, bool(figure.quantity.approximation)
    completion = completion_of(reading, index)
    return in_percent(completion), bool(completion and completion.quantity.approximation)


def how_far_below(indicator: Indicator, index: int) -> Decimal | None:
    """Target over figure, as completion is reckoned where less is better; None unless a cap has a figure."""
    target = indicator.reading.targets[index]
    if target.comparator != "<=" or target.kind not in ("level", "rate"):
        return None
    figure = answering(indicator.reading, index, indicator.period)
    if (
        figure is None
        or figure.role != "result"
        or relation(target.unit, figure.quantity.unit) == "different"
    ):
        return None
    return share(target.base_value, converted(figure.quantity, target.base_unit).base_value)
