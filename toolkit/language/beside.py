"""Adds up what a list counts of one thing: 干部6名、人才21名 for a target of 干部人才25名."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from toolkit.language.comparing import repeats
from toolkit.language.content import is_bare
from toolkit.language.figures import Mention
from toolkit.language.likeness import is_stock
from toolkit.language.model import Target
from toolkit.language.units import relation
from toolkit.language.vocabulary import any_of


def with_others(
    mentions: Sequence[Mention], place: int, target: Target, answers: Mapping[int, int]
) -> Decimal | None:
    """The most that an answer can come to: with the numbers of the same things on either side of it."""
    mention = mentions[place]
    most = mention.quantity.high
    if most is None or mention.quantity.approximation:
        return most
    for step in (1, -1):
        beside = place + step
        while 0 <= beside < len(mentions) and beside not in answers:
            if not _adds_to(mentions[beside], mention, target):
                break
            most += mentions[beside].quantity.base_value
            beside += step
    return most


def _adds_to(other: Mention, mention: Mention, target: Target) -> bool:
    """Whether another number counts more of what the target asks for."""
    if other.clause.sentence != mention.clause.sentence:
        return False
    if other.quantity.base_value == target.base_value:
        return False  # 15个幸福院已完成8个
    if other.whole or other.under_way or other.planned or other.compared or other.part:
        return False
    if any_of("matching", "standing").search(other.before) and not is_stock(target):
        return False  # 累计建成4862根,今年新增743根
    if relation(other.quantity.unit, mention.quantity.unit) != "same" or repeats(other, target):
        return False
    later = max(other, mention, key=lambda each: each.quantity.start)
    if other.clause == mention.clause and later.before.startswith("、"):
        return True  # 绿色食品6个、有机农产品2个
    more = _shared(other.before, target.name) - _shared(mention.before, target.name)
    return bool(more) or is_bare(other.before.lstrip(",、"))


def _shared(words: str, name: str) -> frozenset[str]:
    """Every two characters of the words that the name has as well."""
    each = (words[place : place + 2] for place in range(len(words) - 1))
    return frozenset(pair for pair in each if pair in name)
