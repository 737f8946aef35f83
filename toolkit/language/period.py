"""Periods in a text: 上半年, 前5个月, 1-4月份, 截至6月底, 2016年, 一季度, 目前; and their first and last days."""

from __future__ import annotations

import calendar
import re
from datetime import date

from toolkit.language.folding import fold
from toolkit.language.model import Period
from toolkit.language.numerals import parse_numeral
from toolkit.language.vocabulary import expression, words

_NUMBER = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|元)"
_YEAR = "(?:(?:19|20)[0-9]{2}|二[〇零一二三四五六七八九]{3})"
_RANGE = "[-~至到、]"
# Every alternative begins with a literal or a class, so that a search skips quickly.
PERIOD = (
    rf"(?:截[至止]到?|至|到)?(?:{_YEAR}年度?|今年|去年|本年度?|上年|当年|明年)?(?:"
    rf"上半年|下半年|前半年|前[一二三四1-4]个?季度|前三季|第?[一二三四1-4](?:{_RANGE}[一二三四1-4])?季度末?"
    rf"|{_NUMBER}月?(?:份)?{_RANGE}{_NUMBER}月(?:份|底|末)?"
    rf"|前[0-9一二两三四五六七八九十]{{1,3}}个?月"
    rf"|{_NUMBER}月(?:份)?(?:(?:[0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})日|底前?|末|初|中旬|上旬|下旬)?)"
    rf"|{_YEAR}[-~至到]{_YEAR}年度?|(?:截[至止]到?|至|到)?{_YEAR}年(?:度|年?底前?|年?末|年?初|年?内|以来)?"
    r"|今年以来|年初以来|今年|去年|上年同期|去年同期|上年|年初|年底前?|年末|年内|截[至止]到?目前|截[至止]|目前|至今"
    r"|本月|上个?月|下个?月|月底|本周|上周|下周|近期|近日|日前|近年来?|近[一二两三四五六七八九十0-9]+年|全年"
    r"|[“]?十[一二三四五][”]?(?:五)?[”]?(?:期间|时期|末)?(?=规划|期间|时期|末|以来|[,。;、])"
)
_MONTHS = rf"(?:({_NUMBER})月?(?:份)?{_RANGE})?({_NUMBER})月(?:份)?(?:([0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})日|(底前?|末)|(初|上旬)|(中旬)|(下旬))?"
_QUARTERS = rf"(前)?第?([一二三四1-4])(?:{_RANGE}([一二三四1-4]))?个?季度?"
_FIRST_MONTHS = r"前([0-9一二两三四五六七八九十]{1,3})个?月"
_PLAN = "十([一二三四五])(?:五)"
_TEN_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None), "初": (1, 5)}
_YEARS = rf"({_YEAR})(?:[-~至到]({_YEAR}))?年"


def read_periods(text: str, year: int | None = None) -> tuple[Period, ...]:
    """Every period named in ``text``, in order. ``year`` is taken where the text names none.

    ``first`` and ``last`` are None where the text alone does not give them (目前, 近期).
    """
    folded = fold(text)
    found = []
    for match in expression(PERIOD).finditer(folded.text):
        if is_period(folded.text, match.start(), match.end()):
            start, end = folded.span(match.start(), match.end())
            first, last = bounds(match[0], year)
            found.append(Period(text[start:end], start, end, first, last, is_relative(match[0])))
    return tuple(found)


def is_period(text: str, start: int, end: int) -> bool:
    """Whether a match of ``PERIOD`` is one: not 全年任务, not the 3月 of 13月 or of 3个月."""
    if text.startswith("全年", start):
        return text[end : end + 1] in "共累实新,、开" and end < len(text)
    if not text[start].isdigit() or not start:
        return True
    if text[start - 1] == ".":
        return expression(r"(?:^|[。;:\n!])[0-9]{1,2}\.$").search(text[max(0, start - 4) : start]) is not None
    return not text[start - 1].isdigit()


def bounds(text: str, year: int | None) -> tuple[date | None, date | None]:
    """First and last day of a period's own text; (None, None) where they cannot be told."""
    if (plan := expression(_PLAN).search(text)) is not None:
        start = 2001 + 5 * (int(parse_numeral(plan[1]) or 0) if plan[1] else 0)
        return date(start, 1, 1), date(start + 4, 12, 31)
    years = expression(_YEARS).search(text)
    if years is not None:
        first_year, last_year = _year(years[1]), _year(years[2] or years[1])
        rest = text[years.end() :]
        if first_year is None or last_year is None:
            return None, None
    elif year is None:
        return None, None
    else:
        shift = -1 if text.startswith(("去年", "上年")) else 0
        first_year = last_year = year + shift
        rest = text
    months = _months(rest, upto=text.startswith(("截", "至", "到")))
    if months is None:
        if years is not None or rest in words("periods", "whole year"):
            return _span(first_year, 1, last_year, 12, (1, None))
        return None, None
    first_month, last_month, days = months
    return _span(first_year, first_month, last_year, last_month, days)


def is_relative(text: str) -> bool:
    """Whether the words say nothing in a report that is read months later: 本月, 近期."""
    return text in words("periods", "relative")


def is_now(text: str) -> bool:
    """Whether the words mean the end of the reporting period: 目前, 今年以来, 2020年以来."""
    return text in words("periods", "now") or text.endswith("以来")


def _months(rest: str, *, upto: bool) -> tuple[int, int, tuple[int, int | None]] | None:
    """First month, last month, and the days (first, last) of a text without its year."""
    whole = (1, None)
    if "上半年" in rest or "前半年" in rest:
        return 1, 6, whole
    if "下半年" in rest:
        return 7, 12, whole
    if (first := expression(_FIRST_MONTHS).search(rest)) is not None:
        count = _number(first[1])
        return (1, count, whole) if count and 1 <= count <= 12 else None
    if "季" in rest and (quarters := expression(_QUARTERS).search(rest)) is not None:
        low = _number(quarters[2]) or 1
        high = _number(quarters[3]) if quarters[3] else low
        return (1 if quarters[1] else 3 * low - 2), 3 * (high or low), whole
    months = expression(_MONTHS).search(rest)
    return None if months is None else _named_months(months, upto=upto)


def _named_months(months: re.Match[str], *, upto: bool) -> tuple[int, int, tuple[int, int | None]] | None:
    last = _number(months[2])
    if last is None or not 1 <= last <= 12:
        return None
    first = _number(months[1]) if months[1] else (1 if upto else last)
    if first is None or not 1 <= first <= last:
        return None
    part = months[5] or months[6] or months[7]
    days: tuple[int, int | None] = (1, None)
    if months[3]:
        day = _number(months[3]) or 0
        days = (1 if upto else day, day)
    elif part:
        days = (1, _TEN_DAYS[part][1]) if upto else _TEN_DAYS[part]
    return first, last, days


def _span(
    first_year: int, first_month: int, last_year: int, last_month: int, days: tuple[int, int | None]
) -> tuple[date | None, date | None]:
    length = calendar.monthrange(last_year, last_month)[1]
    first, last = days[0], length if days[1] is None else days[1]
    if not 1 <= first <= last <= length and not (1 <= last <= length and first == 1):
        return None, None
    return date(first_year, first_month, first), date(last_year, last_month, last)


def _year(text: str) -> int | None:
    if text.isascii():
        return int(text)
    value = parse_numeral(text)
    return None if value is None else int(value)


def _number(text: str) -> int | None:
    if text == "元":
        return 1
    if text.isascii() and text.isdigit():
        return int(text)
    value = parse_numeral(text)
    return None if value is None else int(value)
