"""Pairs the numbers behind 分别 with the names, or with the numbers, that stand before them."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.language.figures import Mention
from toolkit.language.respectively import names_in
from toolkit.language.vocabulary import expression

_RESPECTIVELY = "分别(?:为|达到|达|是|完成|增长)?$"
_NEAR = 60
_TWO = 2


def named(found: Sequence[Mention], text: str) -> list[Mention]:
    """Gives each number behind 分别 its own name: 城镇、农村居民收入分别为… is 城镇居民收入 and 农村居民收入."""
    result = list(found)
    for position, mention in enumerate(found):
        start = mention.quantity.start
        match = expression(_RESPECTIVELY).search(text, max(mention.clause.start, start - _NEAR), start)
        if match is None:
            continue
        names = names_in(text[mention.clause.start : match.start()])
        group = [place for place in range(position, len(found)) if found[place].clause == mention.clause]
        if len(names) < _TWO or len(group) != len(names):
            continue
        verb = text[match.start() + len("分别") : start]
        for place, name in zip(group, names, strict=True):
            words = f"{name}{verb}"
            result[place] = found[place]._replace(lead=words, before=words)
    return result


def paired(found: Sequence[Mention]) -> list[Mention]:
    """Pairs the numbers behind 分别 with as many numbers before them, in order."""
    result = list(found)
    for position, mention in enumerate(found):
        if "分别" not in mention.before or mention.before.count("率") > 1:
            continue  # 开工率和完成率分别为 names two rates of all that stands before
        count = sum(other.clause == mention.clause and place >= position for place, other in enumerate(found))
        first = position - count
        if count < _TWO or first < 0 or found[first].clause.sentence != mention.clause.sentence:
            continue
        for step in range(count):
            result[position + step] = found[position + step]._replace(twin=first + step)
    return result
