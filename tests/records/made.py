"""Readings made by hand, so that the records are judged apart from the reading of text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from toolkit.language.model import Figure, Percentage, Period, Quantity, Reading, Target
from toolkit.records import Indicator
from toolkit.reporting_period import Period as ReportingPeriod

HALF = (date(2017, 1, 1), date(2017, 6, 30))


def quantity(value: str, unit: str | None = "件", **facts: Any) -> Quantity:  # noqa: ANN401
    """The quantity ``value`` + ``unit``; 万 is resolved."""
    number = Decimal(value)
    bare = unit.removeprefix("万") if unit else unit
    base = number * 10_000 if bare != unit else number
    text = f"{value}{unit or ''}"
    digits = len(value.partition(".")[2])
    known: dict[str, Any] = {"text": text, "start": 0, "end": len(text), "digits": digits} | facts
    return Quantity(value=number, unit=unit, base_value=base, base_unit=bare, **known)


def target(value: str | None, unit: str | None = "件", **facts: Any) -> Target:  # noqa: ANN401
    """A target of at least ``value`` of the unit."""
    amount = quantity(value, unit) if value is not None else None
    facts = {"name": "整治", "comparator": ">=", "direction": "up", "kind": "total"} | facts
    return Target(
        text=f"整治{value}{unit}",
        start=0,
        end=4,
        value=amount.value if amount else None,
        unit=unit,
        base_value=amount.base_value if amount else None,
        base_unit=amount.base_unit if amount else None,
        quantity=amount,
        **facts,
    )


def figure(value: str, unit: str | None = "件", last: date | None = None, **facts: Any) -> Figure:  # noqa: ANN401
    """A result for target 0, of a period that ends on ``last``."""
    period = Period("前几个月", 0, 4, date(2017, 1, 1), last) if last else None
    known: dict[str, Any] = {"name": "整治", "role": "result", "target": 0} | facts
    return Figure(quantity=quantity(value, unit), period=period, **known)


def percentage(value: str, unit: str = "%", **facts: Any) -> Percentage:  # noqa: ANN401
    """A bounded share without its figures."""
    facts = {
        "bounded": True, "completion": False, "growth": False, "numerator": None, "denominator": None,
        "low": None, "high": None, "whole_denominator": False, "target": None,
    } | facts  # fmt: skip
    return Percentage(quantity=quantity(value, unit), **facts)


def indicator(
    key: int = 0,
    period: ReportingPeriod | None = HALF,
    settled: frozenset[int] = frozenset(),
    **parts: Any,  # noqa: ANN401
) -> Indicator:
    """One row with the given targets, figures, percentages and phrases."""
    parts = dict.fromkeys(("targets", "figures", "percentages", "phrases"), ()) | parts
    reading = Reading(
        target_placeholder=False, progress_blank=False, measurable=True, settled=settled, **parts
    )
    return Indicator(
        key=key,
        sheet_row=key + 4,
        task="任务",
        target="目标",
        progress="进展",
        reading=reading,
        period=period,
    )
