"""Gives a target that no number names the one number that can be meant: its unit, done, and a word in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.language.comparing import is_what_is_left
from toolkit.language.content import pairs, shared, weak
from toolkit.language.echoes import repeats
from toolkit.language.figures import Mention
from toolkit.language.model import Target
from toolkit.language.qualifying import is_of_all, may_become_one, sums_up_days
from toolkit.language.rivals import names_another
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import any_of, words

_HEAD, _REACH = 2, 6


def left_alone(
    mentions: Sequence[Mention], targets: Sequence[Target], places: Sequence[int], answered: Mapping[int, int]
) -> dict[int, int]:
    """``{mention: place}`` for targets without an answer that are the only one of their unit."""
    found: dict[int, int] = {}
    taken = set(answered.values())
    for target, place in zip(targets, places, strict=True):
        if place in taken or target.kind != "total":
            continue
        if len(otherwise := _measured_otherwise(mentions, target, answered)) == 1:
            found[otherwise[0]] = place
        if not _is_alone(target, targets):
            continue
        open_to = [
            position
            for position, mention in enumerate(mentions)
            if position not in answered
            and _could_be_meant(mention, target)
            and not (is_of_all(mention, target) or sums_up_days(mention, target))
            and not names_another(mention, target, targets)
        ]
        done = [position for position in open_to if mentions[position].finished] or open_to
        if len(done) == 1 and _is_named(mentions[done[0]], target):
            found = {position: index for position, index in found.items() if index != place}
            found[done[0]] = place
    return found


def _measured_otherwise(
    mentions: Sequence[Mention], target: Target, answered: Mapping[int, int]
) -> list[int]:
    """The numbers that say the whole name of a count and measure it in something else: 基本建成8.6万平方米."""
    name = pairs(target.name)
    if len(name) < _HEAD or kind_of(target.base_unit) != "measure":
        return []
    return [
        position
        for position, mention in enumerate(mentions)
        if position not in answered
        and kind_of(mention.quantity.base_unit) == "physical"
        and mention.finished
        and not (mention.planned or mention.part or mention.whole or mention.under_way or mention.compared)
        and name <= pairs(mention.before)
    ]


def listed_beside(
    mentions: Sequence[Mention], targets: Sequence[Target], places: Sequence[int], answered: Mapping[int, int]
) -> dict[int, int]:
    """``认证绿色食品43个、有机农产品8个``: the very amount asked, in one list with another target's answer."""
    found: dict[int, int] = {}
    taken = set(answered.values())
    for position, mention in enumerate(mentions):
        if position in answered or not (position - 1 in answered or position - 1 in found):
            continue
        if not _goes_on(mentions, position, targets, places, answered):
            continue
        if mention.planned or mention.under_way or mention.whole or mention.part or mention.staged:
            continue
        own = [
            place
            for target, place in zip(targets, places, strict=True)
            if place not in taken and repeats(mention, target) and _is_named(mention, target)
        ]
        if len(own) == 1:
            found[position] = own[0]
            taken.add(own[0])
    return found


def _goes_on(
    mentions: Sequence[Mention],
    position: int,
    targets: Sequence[Target],
    places: Sequence[int],
    answered: Mapping[int, int],
) -> bool:
    """Whether a number goes on a list: behind 、和及, or clause by clause where another number was no mere echo.

    ``发展私营企业2户,个体工商户14户,培育限上餐饮企业1户`` of 1, 10 and 1户.
    """
    mention, previous = mentions[position], mentions[position - 1]
    if mention.before.startswith(("、", "和", "及")):
        return previous.clause == mention.clause
    asked = dict(zip(places, targets, strict=True))
    return any(
        mentions[other].clause.sentence == mention.clause.sentence
        and mentions[other].quantity.base_value != asked[place].base_value
        and not (mentions[other].finished or mentions[other].quantity.is_percent)
        for other, place in answered.items()
    )


def _is_alone(target: Target, targets: Sequence[Target]) -> bool:
    return sum(relation(other.unit, target.unit) != "different" for other in targets) == 1


def _could_be_meant(mention: Mention, target: Target) -> bool:
    if mention.planned or mention.part or mention.whole or mention.under_way or mention.compared:
        return False
    if mention.recent or mention.quantity.is_percent or repeats(mention, target):
        return False
    if is_what_is_left(mention, target) or may_become_one(mention, target):
        return False
    units = {mention.quantity.base_unit, target.base_unit}
    alike = relation(mention.quantity.unit, target.unit) in ("same", "scaled")
    return alike or units <= set(words("matching", "persons"))


def _is_named(mention: Mention, target: Target) -> bool:
    """Whether the words by a number have a character of the target's name, or its sentence two together."""
    if _is_other_kind(mention.before, target.name):
        return False
    by_unit = target.base_unit is not None and target.name.endswith(target.base_unit)  # 参与人次达10万
    beside = not _letters(target.name).isdisjoint(mention.local) or _brought_in_alike(mention, target)
    return by_unit or beside or bool(shared(pairs(target.name) - weak(), mention.subject))


def _is_other_kind(before: str, name: str) -> bool:
    """Whether a number names another kind of what is asked: 换电站 for 超充站."""
    same_head = bool(name) and before.endswith(name[-1]) and not before.endswith(name[-_HEAD:])
    return same_head and not _letters(name[:-1]) & set(before[-_REACH:-1])


def _brought_in_alike(mention: Mention, target: Target) -> bool:
    """Whether the two say the same verb of bringing something in: 新建设施农业 and 新建大棚."""
    verbs = any_of("matching", "brought in")
    asked, told = verbs.match(target.context), verbs.match(mention.before)
    return asked is not None and told is not None and asked[0] == told[0]


def _letters(name: str) -> frozenset[str]:
    """The characters of a name's own words."""
    own = pairs(name)
    return frozenset("".join(own - weak())) - frozenset("".join(own & weak()))
