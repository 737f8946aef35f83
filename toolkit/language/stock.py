"""Targets that ask for a stock beside its growth: 新增规上企业20家,总量达到180家."""

from __future__ import annotations

from toolkit.language.vocabulary import expression, pattern

_LEADS = "(?:[,、并且使]|全[市区县州省]|年[末底])*"
_REACHES = "(?:突破|达到|达|超过|累计|增加到|增至|升至|为|至少)*"


def stock_of(before: str, previous: str) -> str:
    """The name of a stock whose own words are 总数 or 总量 only: that of what the cell named before it.

    Empty where the words name more, or nothing was named before.
    """
    word = expression(rf"{_LEADS}({pattern('matching', 'stock alone')}){_REACHES}").fullmatch(before)
    counted = expression(rf"(?:{pattern('matching', 'brought in')})+").sub("", previous, count=1)
    return f"{counted}{word[1]}" if word and counted else ""
