"""Tells what there is in all from what is new of it: 新增规上企业20家,总量达到180家."""

from __future__ import annotations

from toolkit.language.figures import Mention
from toolkit.language.model import Target
from toolkit.language.vocabulary import any_of, expression, pattern

_LEADS = "(?:[,、并且使]|全[市区县州省]|年[末底])*"
_SUMS_UP = "(?:累计|总数|总量)?(?:达到?|为|增至|增加到)|累计|总数|总量"
_REACHES = "(?:突破|达到|达|超过|累计|增加到|增至|升至|为|至少)*"


def stock_of(before: str, previous: str) -> str:
    """The name of a stock whose own words are 总数 or 总量 only: that of what the cell named before it.

    Empty where the words name more, or nothing was named before.
    """
    word = expression(rf"{_LEADS}({pattern('matching', 'stock alone')}){_REACHES}").fullmatch(before)
    counted = expression(rf"(?:{pattern('matching', 'brought in')})+").sub("", previous, count=1)
    return f"{counted}{word[1]}" if word and counted else ""


def sums_up(mention: Mention) -> bool:
    """Whether a number is the stock behind what is new of it: 新增3家,达到21家."""
    return "新" in mention.subject and expression(_SUMS_UP).fullmatch(mention.before) is not None


def is_reached(target: Target) -> bool:
    """Whether a target asks for how much there is to be: 达到180家."""
    return any_of("matching", "stock").search(target.context) is not None
