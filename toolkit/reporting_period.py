"""The reporting period that a submission names itself: in its title, its header or its file name.

Nothing is guessed: 上半年 without a year names no period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

from toolkit.header import fold

Period: TypeAlias = tuple[date, date]

_YEAR = re.compile(
    r"(?<![\d〇一二三四五六七八九零])((?:19|20)\d\d|[一二]〇[〇一二三四五六七八九]{2}|二零[零一二三四五六七八九]{2})(?!年\d{1,2}月\d{1,2}日)(?=年|[-_.]|上半|下半|全年|[1-4一二三四]季)"
)
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_PART = re.compile(
    r"(?P<half>[上下])半年|(?P<whole>全年|年度完成)|前(?P<quarters>[二三四123])个?季度"
    r"|第?(?P<quarter>[一二三四1-4])季度|(?P<to>1)(?:月份?)?[-—–~至到](?P<month>1[0-2]|[2-9])月|前(?P<months>1[01]|[2-9])个月"
)
_DAY = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
_DAYS = re.compile(rf"{_DAY}(?:[-—–~,;/]|至|到){_DAY}")
_CODE = re.compile(r"(\d{4})年?[-/._]?(?:(?P<part>[HhQq])(?P<number>[1-4])|(?P<month>1[0-2]|0?[1-9])月?份?)")
_WHOLE = re.compile(r"(\d{4})(?:年|年度|全年)")


class Named(NamedTuple):
    """What one text names of a period: its year, and its months as (first, last)."""

    year: int | None
    months: tuple[int, int] | None
    text: str


def named_in(text: str) -> Named:
    """The year and the months that a title, a header or a file name states; None for what it does not."""
    folded = fold(text)
    years = {int(match[1].translate(_DIGITS)) for match in _YEAR.finditer(folded)}
    parts = {_months(match) for match in _PART.finditer(folded)}
    shown = " ".join(match[0] for pattern in (_YEAR, _PART) for match in pattern.finditer(folded))
    return Named(years.pop() if len(years) == 1 else None, parts.pop() if len(parts) == 1 else None, shown)


def period_of(texts: Iterable[str]) -> Period | None:
    """The period that the texts name together, the first text to name a thing deciding it.

    A year alone is the whole year; months without a year are no period.
    """
    named = [named_in(text) for text in texts]
    year = next((each.year for each in named if each.year), None)
    if year is None:
        return None
    return as_period(year, next((each.months for each in named if each.months), (1, 12)))


def stated_period(text: str) -> Period | None:
    """The period that an operator types: two days, 2017年上半年, 2017H1, 2017Q2, 2017-06 or 2017年.

    A month is that month alone; a bare number is not taken for a year. None for what names no period.
    """
    folded = fold(text)
    try:
        if days := _DAYS.fullmatch(folded):
            numbers = [int(number) for number in days.groups()]
            first, last = date(*numbers[:3]), date(*numbers[3:])
            return (first, last) if first <= last else None
        if code := _CODE.fullmatch(folded):
            return as_period(int(code[1]), _months_of(code))
        if whole := _WHOLE.fullmatch(folded):
            return as_period(int(whole[1]), (1, 12))
    except (ValueError, OverflowError):
        return None
    named = named_in(folded)
    return as_period(named.year, named.months) if named.year and named.months else None


def _months_of(code: re.Match[str]) -> tuple[int, int]:
    """The months of H1, Q2 or 06. Raises ValueError for H3."""
    if code["month"]:
        return int(code["month"]), int(code["month"])
    length = 6 if code["part"] in "Hh" else 3
    last = length * int(code["number"])
    if last > 12:
        raise ValueError(code[0])
    return last - length + 1, last


def as_period(year: int, months: tuple[int, int]) -> Period:
    """First day of the first month to the last day of the last."""
    first, last = months
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def disagrees(named: Named, period: Period) -> bool:
    """Whether a text names another year or other months than the period."""
    first, last = period
    if named.year is not None and named.year not in {first.year, last.year}:
        return True
    if named.months is None:
        return False
    return named.months != (first.month, last.month) and named.months[1] != last.month


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The months of one matched part of a year; cumulative parts start in January."""
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["whole"]:
        return 1, 12
    if match["quarters"]:
        return 1, 3 * _number(match["quarters"])
    if match["quarter"]:
        last = 3 * _number(match["quarter"])
        return last - 2, last
    return 1, int(match["month"] or match["months"])


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)
