"""Brings a quantity to another unit by the factor between the two: 10450米 are 10.45千米."""

from __future__ import annotations

from toolkit.language.model import Quantity
from toolkit.language.units import factor


def converted(quantity: Quantity, base_unit: str | None) -> Quantity:
    """The quantity with its base values in another base unit; as it is where no factor is known."""
    if quantity.base_unit == base_unit or quantity.base_unit is None or base_unit is None:
        return quantity
    worth = factor(quantity.base_unit, base_unit)
    if worth in (None, 1):
        return quantity
    low, high = quantity.low, quantity.high
    return quantity._replace(
        base_value=quantity.base_value * worth,
        low=None if low is None else low * worth,
        high=None if high is None else high * worth,
    )
