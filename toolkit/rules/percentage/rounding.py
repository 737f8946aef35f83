"""What a percentage and its own figures say of each other: rounded, cut off, or contradicted."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polars import Expr

_MOST_DECIMALS = 8
_SCALES = (Decimal(10_000), Decimal("0.0001"), Decimal(100_000_000), Decimal("0.00000001"))


def half_step() -> Expr:
    """Half of the last digit shown, in percent points: 0.05 for 69.1%, 0.005 for 4.2‰."""
    from polars import col

    from toolkit.frames import NUMBER

    shown = col("digits") + (col("unit") == "‰").cast(int)
    steps = {digits: Decimal(5).scaleb(-digits - 1) for digits in range(_MOST_DECIMALS + 1)}
    return shown.replace_strict(steps, default=None, return_dtype=NUMBER)


def exactly_meant() -> Expr:
    """True for a percentage without 约, 超过 or 以上."""
    from polars import col

    return col("approximation").fill_null("") == ""


def contradicted() -> Expr:
    """True where numerator and denominator allow neither the rounded nor the truncated value.

    A percentage with 超过 or 以上 is contradicted from below only, one with 近 or 以下 from above.
    """
    from polars import col, when

    below = col("value") + half_step() < _least()
    above = col("value") - half_step() > _greatest()
    said = col("approximation").fill_null("")
    return (
        when(said == "")
        .then((below | above) & (col("value") != col("truncated")))
        .when(said.is_in([">", ">="]))
        .then(above)
        .when(said.is_in(["<", "<="]))
        .then(below)
    )


def scale_explains() -> Expr:
    """True where the percentage is right once its numerator is moved by 万 or 亿."""
    from polars import any_horizontal, col

    return any_horizontal(
        (col("exact") * factor - col("value")).abs() <= half_step() for factor in _SCALES
    ).fill_null(value=False)


def cut_off() -> Expr:
    """True where the value is the exact one with its further digits dropped."""
    from polars import col

    beyond_rounding = col("value") + half_step() <= _least()
    dropped = (col("value") == col("truncated")) & (col("value") != col("rounded"))
    return exactly_meant() & dropped & beyond_rounding


def _least() -> Expr:
    from polars import coalesce

    return coalesce("low", "exact")


def _greatest() -> Expr:
    from polars import coalesce

    return coalesce("high", "exact")
