"""Cuts a folded text into what has a meaning of its own: quantities, periods, and what must not be read.

One regular expression finds where something may begin; small functions read on from there. No
alternative can backtrack over more than a few dozen characters, so the time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from toolkit.language.model import Quantity
from toolkit.language.numbers import read_arabic, read_chinese
from toolkit.language.period import PERIOD, is_period

TokenKind = Literal["quantity", "period", "enumerator", "skip"]


@dataclass(frozen=True, slots=True)
class Token:
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


_ENUMERATOR = re.compile(r"\(?[0-9]{1,2}(?:[)、](?![0-9])|[.](?![0-9])|[.](?=[0-9]{1,2}月))")
_OPENERS = frozenset("。;:\n!?.)” ")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a folded text in order, without overlaps. Linear in its length."""
    place = 0
    search = _starts().search
    while (match := search(text, place)) is not None:
        kind = match.lastgroup
        start = match.start()
        if kind in ("number", "period") and (token := _enumerator(text, start)) is not None:
            yield token
            place = token.end
            continue
        place = match.end()
        if kind == "period":
            if is_period(text, start, place) and not _is_duration(text, place):
                yield Token("period", start, place)
                continue
            if not text[start].isdigit():
                continue
            kind = "number"
        if kind == "number":
            quantity, place = read_arabic(text, start)
        elif kind == "chinese":
            quantity, place = read_chinese(text, start)
        else:
            yield Token("skip", start, place)
            continue
        if quantity is not None:
            yield Token("quantity", quantity.start, quantity.end, quantity)


def _enumerator(text: str, start: int) -> Token | None:
    """``1.`` or ``(2)`` where an item may begin; ``1.5月份`` there is item 1 and the month of May."""
    if start and text[start - 1] == "(":
        start -= 1
    if start and text[start - 1] not in _OPENERS:
        return None
    match = _ENUMERATOR.match(text, start)
    return None if match is None else Token("enumerator", start, match.end())


def _is_duration(text: str, end: int) -> bool:
    """``12月`` in 历时12月 stays a period; a bare number before 个月 never gets here."""
    return text.startswith("个", end)
