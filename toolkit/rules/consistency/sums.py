"""Two numbers that should be one: what was stated, and what its parts come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polars import Expr


def apart(*, unknown_tolerance: int = 0) -> Expr:
    """True where ``stated`` and ``counted`` differ by more than rounding explains.

    ``unknown_tolerance`` stands in where the phrase does not tell how far that is.
    """
    from polars import col

    allowed = col("tolerance").fill_null(unknown_tolerance)
    return (col("counted") - col("stated")).abs() > allowed
