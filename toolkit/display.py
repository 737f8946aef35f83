"""A cell's value as the text that a person sees: numbers plain, percents as percents, dates in words."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from toolkit.workbook import Cell, Value


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: ``1.20E+3`` is ``1200``."""
    if not number.is_finite():
        return str(number)
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def shown(cell: Cell | None) -> str:
    """The text of a cell; empty for no cell, the error itself for an error value.

    Spans of findings count code points in this text.
    """
    if cell is None:
        return ""
    if cell.error is not None:
        return cell.error
    if isinstance(cell.value, str):
        return cell.value
    if isinstance(cell.value, Decimal) and _is_percent(cell.number_format):
        return f"{plain(cell.value * 100)}%"
    return _value_text(cell.value)


def _is_percent(number_format: str) -> bool:
    """Whether the first section of a number format shows percents: ``0.0%`` does."""
    return number_format.split(";", 1)[0].rstrip().endswith("%")


def _value_text(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return plain(value)
        case datetime() if value.time() != time():
            return f"{value.year}年{value.month}月{value.day}日 {value:%H:%M}"
        case date():
            return f"{value.year}年{value.month}月{value.day}日"
        case time():
            return value.isoformat()
        case timedelta():
            return str(value)
