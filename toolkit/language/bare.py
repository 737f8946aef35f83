"""Reads a number without a unit: an index or score behind 为 or 达到, or one whose unit was forgotten."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from toolkit.language.exactness import approximation_after, approximation_before, quantity
from toolkit.language.model import Quantity
from toolkit.language.units import ONE, Unit
from toolkit.language.vocabulary import any_of, expression, pattern, words

_NAME = "[A-Za-z0-9.+/_-]{1,40}"
_GOES_ON = frozenset("+-/×_#&@~=")
_STOPS = frozenset(",。;、)!\n:")
_STOPS_OR_END = _STOPS | {"", "("}
_NO_LEAD = frozenset("、.(:)-/号第级")
_YEAR_OR_HOTLINE = r"(?:19|20)[0-9]{2}|1[12][0-9]{1}|12[0-9]{3}|96[0-9]{3,4}"


def read_bare(text: str, start: int, number: Decimal, end: int, digits: int) -> tuple[Quantity | None, int]:
    """The quantity that ends at ``end`` with no unit behind it, or None, and where to read on."""
    following = text[end : end + 1]
    if following and following.isascii() and (following.isalnum() or following in _GOES_ON):
        name = expression(_NAME).match(text, end)
        return None, name.end() if name else end
    word, approximation, behind = approximation_after(text, end)
    stop = text[behind : behind + 1]
    lead = text[max(0, start - 6) : start]
    if (stop and stop not in _STOPS) or not lead or lead[-1] in _NO_LEAD or lead[-1].isascii():
        return None, end
    if not _forgotten(text, start) and (
        expression(_YEAR_OR_HOTLINE).fullmatch(text, start, end) is not None
        or not lead.endswith(words("numbers", "before bare"))
    ):
        return None, end
    if any_of("numbers", "rank").search(lead) is not None:
        return None, end
    if counted := counted_before(text, start):
        unit = Unit(counted, counted, ONE, 0, "measure")
        return quantity(
            text, start, end, number, unit, approximation or approximation_before(text, start), digits
        ), end
    is_index = any_of("numbers", "index").search(text, max(0, start - 14), start) is not None
    said = "指数" if is_index else ""
    unit = Unit(said, said, ONE, 0, "score")
    if not word:
        approximation = approximation_before(text, start)
    return quantity(text, start, end, number, unit, approximation, digits), end


def counted_before(text: str, start: int) -> str:
    """The measure word that the words before a number without a unit name: 人次 for 参与人次达10万."""
    match = expression(_counted()).search(text, max(0, start - 10), start)
    if match is None:
        return ""
    return "人" if match[1] == "人口" else match[1].removesuffix("数")


@cache
def _counted() -> str:
    return rf"({pattern('numbers', 'counted before')})(?:达到?|约|近|超过?|突破|为|至|不少于|不低于|控制在)*$"


def is_money(text: str, start: int, end: int) -> bool:
    """Whether a number in 万 or 亿 without more is of money, by the words before it: 财政收入完成16.6亿."""
    return (
        text[end : end + 1] in _STOPS_OR_END
        and expression(_money()).search(text, max(0, start - 16), start) is not None
    )


@cache
def _money() -> str:
    return rf"(?:{pattern('numbers', 'money before')})[^,。;0-9]{{0,8}}$"


def counted_behind(text: str, end: int) -> str:
    """人 or 户 where a number in 万 is followed by persons or households alone: 2.4万贫困人口."""
    match = expression(_followed()).match(text, end)
    return "" if match is None else "人" if match[1] else "户"


@cache
def _followed() -> str:
    persons, households = pattern("numbers", "persons behind"), pattern("numbers", "households behind")
    told = "(?:[\u4e00-\u9fff]{0,4}?|建档立卡[\u4e00-\u9fff]{0,4}?|(?:符合|具有|患有|持有|参加|自愿|生活)[\u4e00-\u9fff、]{1,14}?的)"
    return rf"(?:以上|以下|左右|余|多)?{told}(?:({persons})|(?:{households}))"


def _forgotten(text: str, start: int) -> bool:
    """Whether a verb asks for a count of things here: 新建口袋公园3, but not 附件3."""
    return (
        not text[max(0, start - 2) : start].endswith(words("numbers", "no noun"))
        and expression(_counting()).search(text, max(0, start - 24), start) is not None
    )


@cache
def _counting() -> str:
    return rf"(?:{pattern('numbers', 'counting')})[^,。;:]{{0,20}}$"
