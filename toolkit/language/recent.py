"""Tells the numbers of a short while from those of the year so far: this month's, one month's, last year's."""

from __future__ import annotations

from toolkit.language.figures import LAST_YEAR
from toolkit.language.vocabulary import any_of, expression

_MONTH = "(?:20[0-9]{2}年)?[0-9]{1,2}月份?(?![0-9~至底末初中上下])"
_SUM_FOLLOWS = "[^,。;0-9(]{0,6}[,(][^,。;0-9]{0,4}(?:累计|共|达)"
_HOLIDAY = "(?:春节|元旦|清明|五一|端午|中秋|国庆|双节|小长假|黄金周)[^,。;0-9累]{0,4}(?:假期|期间|长假|当日)(?:(?!累计|上半年|全年)[^。;])*$"
_TO_THIS = "今年|本年|以来|年起|至今|[比较]"
_FOUND_LAST_YEAR = "(?:去|上)年度?[^,。;]{0,8}(?:问题|审计|督察|巡察|考核)"  # which are mended this year


def is_recent(text: str, opening: int, before: str, end: int) -> bool:
    """Whether the number that ends at ``end`` is no sum of this year; its sentence begins at ``opening``."""
    return (
        any_of("progress", "recent").search(before) is not None
        or _is_last_years(before)
        or _is_of_month(text, opening, end)
        or expression(_HOLIDAY).match(text, opening, end) is not None
    )


def _is_last_years(before: str) -> bool:
    """去年全区新认定752家 is no result of this year, 去年以来 may well be."""
    if not before.startswith(LAST_YEAR) or expression(_TO_THIS).search(before) is not None:
        return False
    return expression(_FOUND_LAST_YEAR).match(before) is None


def _is_of_month(text: str, opening: int, end: int) -> bool:
    """Whether a number is of one month and the sum follows: 9月新增建成1991.7公里,累计建成8420公里."""
    return (
        expression(_MONTH).match(text, opening) is not None
        and expression(_SUM_FOLLOWS).match(text, end) is not None
    )
