"""How one column of a form is named: its title, other exact names, and patterns for the rest.

A header is compared after folding: full width to half width, no blanks, no line breaks. Its exact
title wins over an alias, an alias over a pattern and a pattern over a loose one, so a column is
never taken by a loose match when a closer one is there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

Kind = Literal["text", "number", "whole", "date", "truth"]

_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_TRADITIONAL = str.maketrans(
    "務標進況項實際責單備註績點領導劃間數據執開協辦號類級報稱內",
    "务标进况项实际责单备注绩点领导划间数据执开协办号类级报称内",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """How one column of a form is found. ``role`` is its name inside the toolkit, ``kind`` what it holds.

    ``loose`` are names that mean this column only where nothing closer is there. ``issued``: its
    cells are the office's, and the unit leaves them as they are.
    """

    role: str
    title: str
    aliases: tuple[str, ...] = ()
    pattern: str | None = None
    loose: str | None = None
    required: bool = True
    kind: Kind = "text"
    issued: bool = False


@lru_cache(1024)
def fold(text: str) -> str:
    """Full width to half width, and no blanks: ``年　度 目标`` is ``年度目标``."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def simplified(text: str) -> str:
    """A header's words as the forms have them: folded, in simplified characters."""
    return fold(text).translate(_TRADITIONAL)


def closest(folded: Mapping[int, Sequence[str]], heading: Heading) -> Iterator[tuple[int, int]]:
    """The columns whose names fit, and how well: 3 the title, 2 an alias, 1 the pattern, 0 the loose one."""
    title, aliases, pattern, loose = names_of(heading)
    for column, texts in folded.items():
        if title in texts:
            yield column, 3
        elif not aliases.isdisjoint(texts):
            yield column, 2
        elif pattern is not None and any(map(pattern.fullmatch, texts)):
            yield column, 1
        elif loose is not None and any(map(loose.fullmatch, texts)):
            yield column, 0


@cache
def names_of(
    heading: Heading,
) -> tuple[str, frozenset[str], re.Pattern[str] | None, re.Pattern[str] | None]:
    """The folded title, the folded aliases, the pattern and the loose one."""
    pattern = None if heading.pattern is None else re.compile(heading.pattern)
    loose = None if heading.loose is None else re.compile(heading.loose)
    return fold(heading.title), frozenset(map(fold, heading.aliases)), pattern, loose
