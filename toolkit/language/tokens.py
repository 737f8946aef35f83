"""Cuts a folded text into what has a meaning of its own: quantities, periods, and what must not be read.

One regular expression finds where something may begin; small functions read on from there. No
alternative can backtrack over more than a few dozen characters, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from toolkit.language.arabic import read_arabic
from toolkit.language.chinese import read_chinese
from toolkit.language.model import Quantity
from toolkit.language.period import PERIOD, is_period
from toolkit.language.vocabulary import expression

TokenKind = Literal["quantity", "period", "enumerator", "skip"]


class Token(NamedTuple):
    """A stretch of the folded text. ``quantity`` is set where ``kind`` is quantity."""

    kind: TokenKind
    start: int
    end: int
    quantity: Quantity | None = None


Read = tuple[Token | None, int]
_NUMERALS = "零一二两三四五六七八九十百千万半过几数〇廿卅翻"
_WORDS = "截至到今去本上当明前下第元年目月近日全"
_OPENING = '《〔\\[【“"「'
# Behind a character of _WORDS, where a period may begin at all.
_SECOND = "年月周半个季0-9一二两三四五六七八九十至止到今去本上当明下前第元初底末内期日份~、-"
_DATED = frozenset("月份季年至到、~-")
_CODE = r"GDP|CPI|VOCs?|[A-Za-z][A-Za-z0-9&]*(?:[-./+&_][A-Za-z0-9]+)*(?:级|类|型|号)?"
_WORD_BEFORE_COUNT = "[A-Za-z]{3,8}(?=[0-9]{1,9}[台套个部盏处辆])"
_TITLE = (
    r"《[^《》\n]{0,80}》|[〔\[][0-9]{4}[〕\]]第?[0-9]*号?|【[^】\n]{0,40}】"
    r"|“[^“”\n]{1,16}[”“]|\"[^\"\n]{1,16}\"|「[^」\n]{1,16}」"
)
_DOUBLED = "翻了?[一两二三四五]番"
_ENUMERATOR = r"\(?[0-9]{1,2}(?:[)、](?![0-9])|[.](?![0-9])|[.](?=[0-9]{1,2}月))"
_ITEM = r"(?:^|(?<=[\n;。]))([0-9]{1,2})\."
_NO_NUMBER = r"[^0-9]|[0-9]{1,9}\.[0-9]"  # behind the number and the point
_MOST_ITEMS, _TWO = 50, 2
_LABELS = ("目标", "任务", "指标", "举措", "措施")
_OPENERS = frozenset("。;:\n!?.)” ")


@cache
def _scan() -> re.Pattern[str]:
    """Runs to the next character with which anything may begin; its group tells which reader takes over."""
    return re.compile(
        rf"(?:[^0-9A-Za-z{_OPENING}{_WORDS}{_NUMERALS}]++|[{_WORDS}](?![{_SECOND}]))*+"
        rf"(?:([0-9]++)|([{_WORDS}])|([{_NUMERALS}])|([A-Za-z])|([{_OPENING}]))"
    )


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a folded text in order, without overlaps. Linear in its length."""
    place = 0
    scan = _scan().match
    while (match := scan(text, place)) is not None:
        kind = match.lastindex or 0
        token, place = _READERS[kind](text, *match.span(kind))
        if token is not None:
            yield token


def _number(text: str, start: int, end: int) -> Read:
    """An item's number, a period that begins with digits, or a quantity."""
    if (item := _item_end(text, start)) or (item := _label_end(text, start, end)):
        return Token("enumerator", start - (start > 0 and text[start - 1] == "("), item), item
    if text[end : end + 1] in _DATED:
        match = expression(PERIOD).match(text, start)
        if match is not None and is_period(text, start, match.end()):
            stop = match.end()
            if not text.startswith("个", stop):
                return Token("period", start, stop), stop
    quantity, place = read_arabic(text, start)
    return _counted(quantity), place


def _word(text: str, start: int, end: int) -> Read:
    """A period that begins with a word, or nothing."""
    match = expression(PERIOD).match(text, start)
    if match is None:
        return None, end
    stop = match.end()
    if is_period(text, start, stop) and not text.startswith("个", stop):
        return Token("period", start, stop), stop
    return None, stop


def _numeral(text: str, start: int, end: int) -> Read:
    """A period or a quantity that begins with a Chinese numeral."""
    first = text[start]
    if first in "二十" or not _DATED.isdisjoint(text[end : end + 2]):
        token, place = _word(text, start, end)
        if place > end:
            return token, place
    if (
        (first == "万" and not text.startswith("万分之", start))
        or (first == "过" and not text.startswith("过半", start))
        or (first == "翻" and expression(_DOUBLED).match(text, start) is None)
    ):
        return None, end
    quantity, place = read_chinese(text, start)
    return _counted(quantity), place


def _code(text: str, start: int, end: int) -> Read:
    """A code or a foreign word, which is never a quantity: PM2.5, DB11/139-2015."""
    match = expression(_WORD_BEFORE_COUNT).match(text, start) or expression(_CODE).match(text, start)
    return (None, end) if match is None else (Token("skip", start, match.end()), match.end())


def _title(text: str, start: int, end: int) -> Read:
    """A title, a document's number or a quoted word; “十三五” is a period."""
    match = expression(_TITLE).match(text, start)
    if match is not None:
        return Token("skip", start, match.end()), match.end()
    return _word(text, start, end) if text[start] == "“" else (None, end)


_READERS = (_number, _number, _word, _numeral, _code, _title)


def _counted(quantity: Quantity | None) -> Token | None:
    return None if quantity is None else Token("quantity", quantity.start, quantity.end, quantity)


def _label_end(text: str, start: int, end: int) -> int:
    """Where the number of a labelled item ends, else 0: 目标1:, 任务2、."""
    return end if text.startswith((":", "、"), end) and text.endswith(_LABELS, 0, start) else 0


def _item_end(text: str, start: int) -> int:
    """Where ``1.`` or ``(2)`` ends if an item may begin here, else 0; in ``1.5月份`` that is behind the point."""
    if start and text[start - 1] == "(":
        start -= 1
    if start and text[start - 1] not in _OPENERS:
        return 0
    match = expression(_ENUMERATOR).match(text, start)
    if match is not None:
        return match.end()
    return (
        _numbered(text).get(start, 0)
        if text.startswith(".", start + 1) or text.startswith(".", start + 2)
        else 0
    )


@lru_cache(16)
def _numbered(text: str) -> Mapping[int, int]:
    """Where the items 1., 2., 3. begin and their numbers end, though digits follow: 1.76.4公顷;2.9个;3.14.2公里.

    Two such beginnings alone may as well be 1.5公里 and 2.3公里, unless one of them can be no number.
    """
    items = list(expression(_ITEM).finditer(text))[:_MOST_ITEMS]
    counted = [int(item[1]) for item in items] == list(range(1, len(items) + 1))
    sure = len(items) > _TWO or any(expression(_NO_NUMBER).match(text, item.end()) for item in items)
    return {item.start(1): item.end() for item in items} if counted and sure and len(items) > 1 else {}
