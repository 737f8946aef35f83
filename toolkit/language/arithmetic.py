"""What two quantities give together, with the bounds that their rounding allows."""

from __future__ import annotations

from toolkit.language.model import Quantity


def difference(now: Quantity, base: Quantity, *, fell: bool) -> Quantity:
    """What lies between two numbers, with the bounds that their rounding allows; positive for a stated fall."""
    sign = -1 if fell else 1
    low, high = now.low or now.base_value, now.high or now.base_value
    base_low, base_high = base.low or base.base_value, base.high or base.base_value
    ends = sorted((sign * (low - base_high), sign * (high - base_low)))
    return now._replace(base_value=sign * (now.base_value - base.base_value), low=ends[0], high=ends[1])
