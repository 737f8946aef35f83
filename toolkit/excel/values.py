"""What Excel hands over for a cell, as the value that the saved file would give.

Excel hands over binary numbers and moments; a file holds decimals and serials under a format.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from toolkit.ooxml.numbers import classify, parse_decimal, parse_serial
from toolkit.workbook import Value

_EPOCH = datetime(1899, 12, 30)
_MILLISECONDS = 86_400_000
_MILLISECOND = timedelta(milliseconds=1)
_WHOLE = 10**15


def cell_value(given: object, number_format: str) -> Value:
    """The value of our model for what xlwings gives: text, truth value, number, or moment."""
    if given is None or isinstance(given, str | bool):
        return given
    number = _serial(given) if isinstance(given, datetime) else _decimal(given)
    kind = classify(number_format)
    if kind == "number":
        return number
    moment = parse_serial(number, kind, date1904=False)
    return number if moment is None else moment


def _serial(moment: datetime) -> Decimal:
    """The days since the epoch of Excel, to the millisecond."""
    return Decimal(round((moment.replace(tzinfo=None) - _EPOCH) / _MILLISECOND)) / _MILLISECONDS


def _decimal(number: object) -> Decimal:
    """The number as it would be written: currency comes as a decimal, all others as binary numbers."""
    if isinstance(number, Decimal):
        return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()
    binary = float(str(number))
    if binary.is_integer() and abs(binary) < _WHOLE:
        return Decimal(int(binary))
    return parse_decimal(repr(binary)) or Decimal(0)
