"""Cuts a folded text into what has a meaning of its own: quantities, periods, and what must not be read.

One regular expression finds where something may begin; small functions read on from there. No
alternative can backtrack over more than a few dozen characters, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
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


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(
        # the first character decides at most places, before any alternative is tried
        r"(?=[0-9A-Za-z《〔\[【“\"「截至到今去本上当明前下第元年目月近日全零一二两三四五六七八九十百千万半过几数〇廿卅翻])(?:"
        r"(?P<book>《[^《》\n]{0,80}》|[〔\[][0-9]{4}[〕\]]第?[0-9]*号?|【[^】\n]{0,40}】)"
        r"|(?P<quote>“[^“”\n]{1,16}[”“]|\"[^\"\n]{1,16}\"|「[^」\n]{1,16}」)"
        r"|(?P<code>(?!GDP|CPI|VOC)[A-Za-z][A-Za-z0-9&]*(?:[-./+&_][A-Za-z0-9]+)*(?:级|类|型|号)?)"
        rf"|(?P<period>{PERIOD})"
        r"|(?P<number>[0-9])"
        r"|(?P<chinese>百分之|千分之|万分之|十万分之|半数|过半|翻了?[一两二三四五]番|[零一二两三四五六七八九十百千半几数〇廿卅]))"
    )


_ENUMERATOR = r"\(?[0-9]{1,2}(?:[)、](?![0-9])|[.](?![0-9])|[.](?=[0-9]{1,2}月))"
_OPENERS = frozenset("。;:\n!?.)” ")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a folded text in order, without overlaps. Linear in its length."""
    place = 0
    search = _starts().search
    while (match := search(text, place)) is not None:
        kind, start, place = match.lastgroup, *match.span()
        if kind == "number" or kind == "period":  # noqa: PLR1714 - in the innermost loop
            item = _item_end(text, start)
            if item:
                place = item
                yield Token("enumerator", start - (start > 0 and text[start - 1] == "("), item)
                continue
            if kind == "period" and is_period(text, start, place) and not text.startswith("个", place):
                yield Token("period", start, place)
                continue
            if kind == "period" and not text[start].isdigit():
                continue
            quantity, place = read_arabic(text, start)
        elif kind == "chinese":
            quantity, place = read_chinese(text, start)
        else:
            yield Token("skip", start, place)
            continue
        if quantity is not None:
            yield Token("quantity", quantity.start, quantity.end, quantity)


def _item_end(text: str, start: int) -> int:
    """Where ``1.`` or ``(2)`` ends if an item may begin here, else 0; in ``1.5月份`` that is behind the point."""
    if start and text[start - 1] == "(":
        start -= 1
    if start and text[start - 1] not in _OPENERS:
        return 0
    match = expression(_ENUMERATOR).match(text, start)
    return 0 if match is None else match.end()
