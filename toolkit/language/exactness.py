"""How exact a number is: the words of estimate around it, and the interval that it leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import get_args

from toolkit.language.model import Approximation, Quantity
from toolkit.language.units import ONE, Unit
from toolkit.language.vocabulary import expression, pattern, sections, words

_BEHIND = frozenset("左上以之及余多")
_LONGEST = 4
_NOUGHT = Decimal(0)


@cache
def _before() -> Mapping[str, Approximation]:
    return {
        word: sign
        for sign in get_args(Approximation)
        if f"before {sign}" in sections("numbers")
        for word in words("numbers", f"before {sign}")
    }


@cache
def _lasts() -> frozenset[str]:
    return frozenset(word[-1] for word in _before())


@cache
def _after() -> Mapping[str, Approximation]:
    return {
        word.partition("(")[0]: sign
        for sign in get_args(Approximation)
        if f"after {sign}" in sections("numbers")
        for word in words("numbers", f"after {sign}")
    }


@cache
def _suffix() -> str:
    return pattern("numbers", "after >=", "after <=", "after >", "after ~")


def approximation_before(text: str, start: int) -> Approximation:
    """What 约, 近 or 不低于 directly before ``start`` says of the number there."""
    if not start or text[start - 1] not in _lasts():
        return ""
    known = _before()
    for length in range(min(_LONGEST, start), 0, -1):
        sign = known.get(text[start - length : start])
        if sign is None or (
            length < _LONGEST
            and length < start
            and text[start - length - 1] in words("numbers", "not before")
        ):
            continue
        if length == 1 and (
            (text[start - 1] == "上" and text[start] not in "百千万")
            or (text[start - 1] == "过" and text[start] not in "百千万半")
        ):
            continue
        return sign
    return ""


def approximation_after(text: str, end: int) -> tuple[str, Approximation, int]:
    """The word of estimate that begins at ``end``, what it says, and where it ends; blanks for none."""
    if text[end : end + 1] in _BEHIND and (match := expression(_suffix()).match(text, end)) is not None:
        return match[0], _after()[match[0]], match.end()
    return "", "", end


def quantity(  # noqa: PLR0913, PLR0917 - the seven things that a quantity is made of
    text: str, start: int, end: int, number: Decimal, unit: Unit, approximation: Approximation, digits: int
) -> Quantity:
    """A quantity with its base value and the interval that rounding or a word like 余 leaves open."""
    written, base_unit, factor, _, kind = unit
    if kind == "ratio" and written in ("成", "折"):
        number, written, base_unit = number * 10, "%", "%"
    base = number if factor is ONE else number * factor
    if approximation in (">", "<", "~"):
        low, high = _estimated(number, approximation)
    elif digits or factor is not ONE:
        half = _half_step(digits)
        low, high = number - half, number + half
    else:
        low, high = number, number
    if factor is not ONE:
        low, high = low * factor, high * factor
    return Quantity(
        text[start:end], start, end, number, written if base_unit else None,
        base, base_unit or None, approximation, digits, low, high,
    )  # fmt: skip


@lru_cache(64)
def _half_step(digits: int) -> Decimal:
    return Decimal(1).scaleb(-digits) / 2


def _estimated(number: Decimal, approximation: Approximation) -> tuple[Decimal, Decimal]:
    """Within one step of the last digit that is not nought: 近300 is 200 to 300, 20余 is 20 to 30."""
    shown = int(number.normalize().as_tuple().exponent)
    step = Decimal(1).scaleb(max(shown, 0) if number else 0)
    return (
        number - step if approximation != ">" else number,
        number + step if approximation != "<" else number,
    )
