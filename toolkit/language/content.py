"""Which words of a text carry its content: its pairs of characters, less those that every report has."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain, pairwise

from toolkit.language.vocabulary import expression, pattern, sections, words

_NOTHING: frozenset[str] = frozenset()
_RATE = "(?:^|[\\W0-9_]|其中|目前|全[市县区])([^\\W0-9_]{2}率)(?:已|约|近|为|达到|达|是|提高到|提升至|保持在|稳定在)*$"
_LONGEST_END = 10
_FEW = 40  # above, looking for each pair would no longer be linear


@cache
def _common() -> frozenset[str]:
    return frozenset(
        word[place : place + 2] for word in words("content", "common") for place in range(len(word))
    )


@cache
def _runs() -> re.Pattern[str]:
    stops = "".join(word for word in words("content", "common") if len(word) == 1)
    return re.compile(f"[^\\W0-9_{stops}]{{2,}}")


def pairs(text: str) -> frozenset[str]:
    """Every two neighbouring characters that carry content: 占道经营 gives 占道, 道经, 经营."""
    runs = _runs().findall(text)
    if not runs:
        return _NOTHING
    return frozenset([one + other for run in runs for one, other in pairwise(run)]) - _common()


def shared(content: frozenset[str], text: str) -> frozenset[str]:
    """``content & pairs(text)`` for the ``pairs`` of another text, found without cutting this one up."""
    if len(content) > _FEW:
        return content & pairs(text)
    return frozenset([pair for pair in content if pair in text])


@cache
def weak() -> frozenset[str]:
    """Pairs that many objects share, so that one of them alone proves nothing."""
    return frozenset(words("content", "weak"))


@cache
def _filling() -> re.Pattern[str]:
    return re.compile(rf"(?>{pattern('content', 'common', 'filling')}|[\W0-9_]+)*+")


@cache
def _splitter() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('content', 'common')})|[\W0-9_]+")


def is_bare(text: str) -> bool:
    """Whether a text has verbs and filling only, so that it speaks of whatever the row speaks of."""
    return not text or _filling().fullmatch(text) is not None


def is_same(text: str, name: str) -> bool:
    """Whether a text has another name of what is named: GDP for 地区生产总值."""
    return any(word in text for word in _other_names(name))


@lru_cache(1024)
def _other_names(name: str) -> tuple[str, ...]:
    """Every word that names the same as a word of the name does, that one included."""
    alike = (names for names in sections("content")["same"] if any(word in name for word in names))
    return tuple(chain.from_iterable(alike))


def ends_alike(text: str, name: str) -> bool:
    """Whether a text is of the same rate without its object: 通达率 for 自然村公交通达率."""
    match = expression(_RATE).search(text)
    return match is not None and name.endswith(match[1])


def is_short_for(text: str, name: str) -> bool:
    """Whether a text has a two-character word that shortens the name: 棚改 for 棚户区改造."""
    return any(
        len(word) == 2 and 0 <= name.find(word[0]) < name.rfind(word[1])
        for word in (each.removesuffix("率") for each in _splitter().split(text))
    )


def common_end(one: str, other: str) -> int:
    """How many characters two texts end in alike, ten at the most."""
    length = 0
    for mine, theirs in zip(reversed(one[-_LONGEST_END:]), reversed(other[-_LONGEST_END:]), strict=False):
        if mine != theirs:
            break
        length += 1
    return length
