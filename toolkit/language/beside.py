"""Adds up what a list counts of one thing: 干部6名、人才21名 for a target of 干部人才25名."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from toolkit.language.content import common_end, is_bare
from toolkit.language.echoes import repeats
from toolkit.language.figures import Mention
from toolkit.language.fraction import is_left_over
from toolkit.language.likeness import is_stock
from toolkit.language.model import Target
from toolkit.language.units import relation
from toolkit.language.vocabulary import any_of

_FEW = 6  # numbers between a whole and a part of it
_SAME_WORDS = 4  # characters before both numbers


def with_others(
    mentions: Sequence[Mention], place: int, target: Target, answers: Mapping[int, int]
) -> Decimal | None:
    """The most that an answer can come to: with the numbers of the same things on either side of it."""
    mention = mentions[place]
    most = mention.quantity.high
    if most is None or mention.quantity.approximation:
        return most
    most = max(most, _announced(mentions, place))
    for step in (1, -1):
        beside = place + step
        while 0 <= beside < len(mentions) and beside not in answers:
            if _is_sum_of_years(mentions[beside], mention, target):
                most = max(most, mentions[beside].quantity.base_value)
            elif _adds_to(mentions[beside], mention, target):
                most += mentions[beside].quantity.base_value
            elif not _is_passed_over(mentions[beside], mention):
                break
            beside += step
    return most


def _announced(mentions: Sequence[Mention], place: int) -> Decimal:
    """The whole that its own parts make up, an answer being one of them: 86所中,关停41所、转办28所、备案17所."""
    mention = mentions[place]
    for at in range(place - 1, max(-1, place - _FEW), -1):
        whole = mentions[at]
        if whole.clause.sentence != mention.clause.sentence:
            break
        if whole.after.endswith("中") and _counts_alike(whole, mention):
            parts = [other for other in mentions[at + 1 : place + _FEW] if _counts_alike(whole, other)]
            total = sum((part.quantity.base_value for part in parts), Decimal(0))
            done = not any(_is_to_do(part) for part in parts)
            return total if done and total == whole.quantity.base_value else Decimal(0)
    return Decimal(0)


def _counts_alike(one: Mention, other: Mention) -> bool:
    return one.clause.sentence == other.clause.sentence and one.quantity.base_unit == other.quantity.base_unit


def _is_to_do(part: Mention) -> bool:
    """Whether a part is one on which works go on or are still to come."""
    return (part.under_way and not part.whole) or part.planned or part.staged or is_left_over(part)


def _is_sum_of_years(other: Mention, mention: Mention, target: Target) -> bool:
    """Whether a number beside may be what is asked, as nobody says of which years: 新增126项、累计361项 of 300项."""
    return (
        other.clause.sentence == mention.clause.sentence
        and relation(other.quantity.unit, mention.quantity.unit) in ("same", "scaled")
        and any_of("matching", "standing").search(other.before) is not None
        and any_of("matching", "new").search(f"{target.name}{target.context}") is None
    )


def _is_passed_over(other: Mention, mention: Mention) -> bool:
    """Whether a number counts other things, behind which the list goes on: 接入3600个,停车场61家、泊位1.03万个."""
    different = other.quantity.base_unit != mention.quantity.base_unit
    return different and not other.quantity.is_percent and other.clause.sentence == mention.clause.sentence


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
    if relation(other.quantity.unit, mention.quantity.unit) not in ("same", "scaled") or repeats(
        other, target
    ):
        return False
    later = max(other, mention, key=lambda each: each.quantity.start)
    if other.clause == mention.clause and later.before.startswith("、"):
        return True  # 绿色食品6个、有机农产品2个
    if common_end(other.before, mention.before) >= _SAME_WORDS and other.finished == mention.finished:
        return True  # 新院区新增床位800张,扩建新增床位510张
    told = other.before.lstrip(",、")
    if len(told) > 1 and told in target.name and later is other:
        return True
    more = _shared(other.before, target.name) - _shared(mention.before, target.name)
    return bool(more) or is_bare(other.before.lstrip(",、"))


def _shared(words: str, name: str) -> frozenset[str]:
    """Every two characters of the words that the name has as well."""
    each = (words[place : place + 2] for place in range(len(words) - 1))
    return frozenset(pair for pair in each if pair in name)
