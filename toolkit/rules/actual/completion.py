"""The completion rate of an indicator under its own direction; the template's formula is made from it."""

from __future__ import annotations

from toolkit.rules.terms import Term, choose, col

_WHOLE = 100


def completion_due() -> Term:
    """The rate in percent, of the typed columns; unknown where target, actual or direction is.

    ≥ and =: what was reached of what was asked. ≤: 100 within the limit, beyond it the limit's share
    of the actual. 趋近: 100 less the deviation, and never below 0.
    """
    target, actual, direction = col("target_value"), col("actual_value"), col("direction")
    reached = actual / target * _WHOLE
    within = choose(actual <= target, _WHOLE, target / actual * _WHOLE)
    deviation = (actual - target).abs() / target * _WHOLE
    near = choose(deviation > _WHOLE, 0, deviation * -1 + _WHOLE)
    return choose(direction == "≤", within, choose(direction == "趋近", near, reached))


def is_due() -> Term:
    """Whether there is a rate: a positive target, and an actual of which a share can be told."""
    direction = col("direction").is_in(["≥", "≤", "=", "趋近"])
    return direction & (col("target_value") > 0) & (col("actual_value") >= 0)
