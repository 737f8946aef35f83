"""The lines of the frame ``percentages``, all in percent, also those written in ‰."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from toolkit.language.model import Percentage
from toolkit.records.model import GRAIN, HUNDRED, LARGEST, Indicator, Record, fit, share
from toolkit.records.stated import typed_percentage

_COLUMNS = [
    "text",
    "start",
    "end",
    "value",
    "digits",
    "approximation",
    "unit",
    "bounded",
    "completion",
    "growth",
    "numerator",
    "denominator",
    "exact",
    "low",
    "high",
    "rounded",
    "truncated",
    "whole_denominator",
    "attainable",
    "target_index",
    "typed_column",
]


def percentage_records(indicator: Indicator) -> Iterator[Record]:
    """The lines of the frame ``percentages``; all percentages in percent, also those written in ‰."""
    if (typed := typed_percentage(indicator)) is not None:
        yield {**dict.fromkeys(_COLUMNS), **typed}
    for percentage in indicator.reading.percentages:
        quantity = percentage.quantity
        scale = Decimal("0.1") if quantity.unit == "‰" else Decimal(1)
        exact = share(percentage.numerator, percentage.denominator)
        grain = scale.scaleb(-quantity.digits)
        yield {
            "text": quantity.text,
            "start": quantity.start,
            "end": quantity.end,
            "value": fit(quantity.value * scale),
            "digits": quantity.digits,
            "approximation": quantity.approximation,
            "unit": quantity.unit,
            "bounded": percentage.bounded,
            "completion": percentage.completion,
            "growth": percentage.growth,
            "numerator": fit(percentage.numerator),
            "denominator": fit(percentage.denominator),
            "exact": fit(exact),
            "low": fit(percentage.low),
            "high": fit(percentage.high),
            "rounded": fit(_to_grain(exact, grain, ROUND_HALF_UP)),
            "truncated": fit(_to_grain(exact, grain, ROUND_DOWN)),
            "whole_denominator": percentage.whole_denominator,
            "attainable": _is_attainable(percentage, quantity.value * scale, grain),
            "target_index": percentage.target,
            "typed_column": None,
        }


def _to_grain(number: Decimal | None, grain: Decimal, rounding: str) -> Decimal | None:
    if number is None or abs(number) >= LARGEST or grain < GRAIN:
        return None
    return number.quantize(grain, rounding=rounding)


def _is_attainable(percentage: Percentage, value: Decimal, grain: Decimal) -> bool | None:
    """Whether some whole numerator gives this percentage, rounded or cut; None where nobody can say."""
    whole = percentage.denominator
    if not percentage.whole_denominator or not whole or percentage.quantity.approximation:
        return None
    if abs(value) >= LARGEST or whole >= LARGEST or value < 0 or grain < GRAIN:
        return None
    least = (value * whole / HUNDRED).to_integral_value(ROUND_FLOOR)
    shares = [HUNDRED * (least + step) / whole for step in (0, 1)]
    roundings = (ROUND_HALF_UP, ROUND_DOWN)
    return any(
        share.quantize(grain, rounding=rounding) == value for share in shares for rounding in roundings
    )
