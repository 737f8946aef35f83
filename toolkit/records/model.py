"""One indicator row before it becomes records, and the arithmetic that all records share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple, TypeAlias

from toolkit.language.model import Reading
from toolkit.reporting_period import Period

Record: TypeAlias = dict[str, Any]

LARGEST = Decimal(10) ** 18  # leaves room for products of two numbers in a frame
GRAIN = Decimal(1).scaleb(-10)
HUNDRED = Decimal(100)
CONTEXT = ("key", "period_first", "period_last")


class Stated(NamedTuple):
    """The typed cells of a row as they stand. ``actual_given`` tells a filled cell, also a wrong one."""

    indicator_id: str | None = None
    target_value: Decimal | None = None
    unit: str | None = None
    direction: str | None = None
    actual_value: Decimal | None = None
    actual_given: bool = False
    actual_format: str = "General"
    completion: Decimal | None = None
    as_of: date | None = None


class Sharing(NamedTuple):
    """Whether another row of a shared target answers each of its targets, None where one may.

    ``follows`` tells a row that is not the first of them.
    """

    others: tuple[bool | None, ...]
    follows: bool


class Indicator(NamedTuple):
    """One row as the records need it: its key in the file, its texts, what was understood, its period.

    ``stated`` is None in a form without typed columns. ``span`` is the time that its target has,
    where that is more than the year of the period. ``before`` is the row in the submission before;
    ``issued``: the issued template says what its target is. ``sharing`` is what the other rows of
    its merged target cell say of the target.
    """

    key: int
    sheet_row: int
    task: str
    target: str
    progress: str
    reading: Reading
    period: Period | None
    stated: Stated | None = None
    span: Period | None = None
    before: Indicator | None = None
    issued: bool = False
    sharing: Sharing | None = None


Line: TypeAlias = tuple[Indicator, Record]


def fit(number: Decimal | None) -> Decimal | None:
    """The number at the ten decimals that a frame holds, or None where it is too large to be compared."""
    if number is None:
        return None
    try:
        fitted = number.quantize(GRAIN)
    except InvalidOperation:  # its digits are more than the 28 that Python counts with
        return None
    return fitted if fitted.is_finite() else None


def share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """One number as a percentage of another; None where it is not to be had."""
    return None if part is None or not whole else HUNDRED * part / whole


def context(indicator: Indicator) -> tuple[int, date | None, date | None]:
    """What every line of a frame carries of its row, in the order of ``CONTEXT``."""
    return indicator.key, *(indicator.period or (None, None))
