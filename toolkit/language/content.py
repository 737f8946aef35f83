"""Which words of a text carry its content: its pairs of characters, less those that every report has."""

from __future__ import annotations

import re
from functools import cache

from toolkit.language.vocabulary import pattern, words


@cache
def _common() -> frozenset[str]:
    return frozenset(
        word[place : place + 2] for word in words("content", "common") for place in range(len(word))
    )


@cache
def _pair() -> re.Pattern[str]:
    stops = "".join(word for word in words("content", "common") if len(word) == 1)
    letter = rf"(?![{stops}])[^\W0-9_]"
    return re.compile(f"(?=({letter}{letter}))")


@cache
def _splitter(*names: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('content', *names)})|[\W0-9_]+")


def pairs(text: str) -> frozenset[str]:
    """Every two neighbouring characters that carry content: 占道经营 gives 占道, 道经, 经营."""
    return frozenset(_pair().findall(text)) - _common()


@cache
def weak() -> frozenset[str]:
    """Pairs that many objects share, so that one of them alone proves nothing."""
    return frozenset(words("content", "weak"))


def is_bare(text: str) -> bool:
    """Whether a text has verbs and filling only, so that it speaks of whatever the row speaks of."""
    return not text or not any(_splitter("common", "filling").split(text))


def is_short_for(text: str, name: str) -> bool:
    """Whether a text has a two-character word that shortens the name: 棚改 for 棚户区改造."""
    return any(
        len(word) == 2 and 0 <= name.find(word[0]) < name.rfind(word[1])
        for word in _splitter("common").split(text)
    )
