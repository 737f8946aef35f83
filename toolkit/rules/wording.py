"""How a rule's format strings are filled with the facts of one row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from string import Formatter
from typing import Any

from toolkit.display import plain

_LARGE = ("zh", "en")
_SIZES = ((Decimal(10**8), Decimal(10**8), "亿"), (Decimal(10**6), Decimal(10**4), "万"))
_TEN_THOUSAND, _MILLION = Decimal(10**4), Decimal(10**6)


def fill(pattern: str, facts: Mapping[str, Any]) -> str:
    """The pattern with its ``{names}`` replaced; what is None leaves nothing behind.

    Decimals are plain (``50``, never ``50.0000000000``); ``{ratio:2}`` rounds one to two decimals,
    or to two significant digits below one; of ``{whole:zh}`` a large round one reads 118.9亿, of
    ``{whole:en}`` 11,890,000,000. Dates are ``2017-06-30``, and ``2017年6月30日`` with
    ``{period_last:zh}``. Raises KeyError for a name that is not among the facts.
    """
    words, names = _parsed(pattern)
    return words % tuple([_shown(facts[name], form) for name, form in names])


@cache
def _parsed(pattern: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The pattern with ``%s`` for each name, and the names with their formats. There are few patterns."""
    words, names = "", []
    for literal, name, form, _ in Formatter().parse(pattern):
        words += literal.replace("%", "%%")
        if name is not None:
            words += "%s"
            names.append((name, form or ""))
    return words, tuple(names)


def _shown(value: object, form: str) -> str:
    if isinstance(value, str):
        return format(value, form) if form else value
    match value:
        case None:
            return ""
        case Decimal():
            return _number(value, form)
        case date():
            return f"{value.year}年{value.month}月{value.day}日" if form == "zh" else value.isoformat()
        case _:
            return format(str(value), form)


def _number(value: Decimal, form: str) -> str:
    if form not in _LARGE:
        return plain(_rounded(value, int(form)) if form else value)
    if form == "en":
        whole, point, rest = plain(value).partition(".")
        return f"{int(whole):,}{point}{rest}" if abs(value) >= _MILLION else plain(value)
    for least, size, word in _SIZES:
        if abs(value) >= least and value % (size / _TEN_THOUSAND) == 0:
            return f"{plain(value / size)}{word}"
    return plain(value)


def _rounded(number: Decimal, digits: int) -> Decimal:
    if not number:
        return number
    places = max(digits, digits - 1 - number.adjusted())
    # scaleb and to_integral_value never raise for want of precision, as quantize does
    return number.scaleb(places).to_integral_value(ROUND_HALF_UP).scaleb(-places)
