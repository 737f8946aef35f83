"""The years that a target is set for by its own words: 2013—2017年, “十四五”期间, 到2025年底, 三年内."""

from __future__ import annotations

from datetime import date

from toolkit.language.model import Span
from toolkit.language.period import bounds
from toolkit.language.vocabulary import expression

_YEAR = "(?:19|20)[0-9]{2}"
_RANGE = rf"({_YEAR})年?[-~至到]({_YEAR})年"
_PLAN = '十[一二三四五]五[”"]?(?:期间|时期|期末|末|内)'
_ENDS = rf"({_YEAR})年(?!以来|起|基础)"
_SOME_YEARS = "(?:[两二三四五六七八九十]|[2-9]|10)年(?:内|之内|时间|期间)"
_OPEN = Span(None, None)


def own_span(text: str) -> Span | None:
    """The stretch that a folded target cell names; None where it names none, so that the year is meant.

    ``first`` is None where only the end is told, both where only the length is.
    """
    if "年" not in text and "五" not in text:
        return None
    if (years := expression(_RANGE).search(text)) is not None and years[1] < years[2]:
        return Span(date(int(years[1]), 1, 1), date(int(years[2]), 12, 31))
    if (plan := expression(_PLAN).search(text)) is not None:
        first, last = bounds(plan[0], None)
        return Span(first, last)
    if ends := expression(_ENDS).findall(text):
        return Span(None, date(int(max(ends)), 12, 31))
    return _OPEN if expression(_SOME_YEARS).search(text) else None
