"""Which figure answers which target: the same object, a unit that can be compared, a result before a process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from toolkit.language.comparing import comparable, gives, units_compare
from toolkit.language.content import is_bare
from toolkit.language.echoes import repeats
from toolkit.language.figures import Mention
from toolkit.language.in_order import in_order
from toolkit.language.leftover import left_alone, listed_beside
from toolkit.language.likeness import Asked, asked, is_stock, score
from toolkit.language.model import Quantity, Target
from toolkit.language.rivals import names_another
from toolkit.language.units import relation
from toolkit.language.vocabulary import any_of

_RANK = {"same": 0, "scaled": 0, "interchangeable": 1, "different": 3}
_LEAST = 3.0
_IN_FULL = 100
_FAR_OVER = Decimal("1.5")  # times
_OF_ECHO = 4.0  # for what is done of a whole that only repeats the target
_IN_ORDER = 0.001  # breaks a tie between two numbers that answer equally well


def match(
    mentions: Sequence[Mention], targets: Sequence[Target], twins: Mapping[int, Mention], past: frozenset[int],
    confirmed: Mapping[int, Quantity],
) -> dict[int, int]:  # fmt: skip
    """``{mention: target}`` by position: each target gets its best figure, each figure one target.

    ``twins`` are the numbers that 分别 pairs with earlier ones, ``past`` those of another year,
    ``confirmed`` those that a completion percentage follows.
    """
    numeric = [(index, target) for index, target in enumerate(targets) if _is_numeric(target)]
    if not numeric or not mentions:
        return {}
    if told := in_order(mentions, numeric):
        return told
    echoes = [
        (index, mention) for index, target in numeric for mention in mentions if repeats(mention, target)
    ]
    echoed = frozenset(index for index, _ in echoes)
    begun = frozenset(index for index, mention in echoes if not mention.whole)
    stocks = [target for _, target in numeric if is_stock(target)]
    wanted = [asked(target, index, stocks) for index, target in numeric]
    asked_for = [target for _, target in numeric]
    every = Counter(pair for each in wanted for pair in each.content)
    scored: list[tuple[float, int, int]] = []
    later = False  # than a part, so that it is no total of its own
    for position, mention in enumerate(mentions):
        twin, stated = twins.get(position), confirmed.get(position)
        local = mention.local if twin is None else f"{mention.local}|{twin.local}"
        for each in wanted:
            if each.place in echoed and relation(mention.quantity.unit, each.target.unit) == "different":
                continue
            points = score(mention, local, each, every, paired=twin is not None)
            if stated is not None:
                points += _by_share(points, mention, each.target, stated, only=len(wanted) == 1)
            points -= 4.0 * (position in past)
            if each.place in begun and points > -1.0 and _is_bare_part(mention):
                points += _OF_ECHO  # 38个小区已全部进场,其中11个完工
            if points >= _LEAST and not names_another(mention, each.target, asked_for):
                points += _IN_ORDER * position * _order(mention, alone=stated is None and not later)
                scored.append((points - 3.0 * _rank(mention, each), position, each.place))
        later = later or mention.part
    answered = _assigned(_without_old_stocks(scored, mentions, targets))
    answered = _alike_in_order(answered, targets)
    answered |= listed_beside(mentions, asked_for, [each.place for each in wanted], answered)
    return answered | left_alone(mentions, asked_for, [each.place for each in wanted], answered)


def _is_bare_part(mention: Mention) -> bool:
    """``其中11个完工`` is of all that was begun, ``其中2000年以前建成的小区31个`` is another class of it."""
    return mention.part and mention.finished and is_bare(mention.before.replace("其中", ""))


def _order(mention: Mention, *, alone: bool) -> int:
    """Whether the later of two equal numbers answers: a total does, and so does a result of its own."""
    if mention.together:
        return 1
    own = mention.finished and mention.lead == mention.before and not mention.quantity.is_percent
    return 1 if own and alone else -1


def _rank(mention: Mention, wanted: Asked) -> int:
    """The same unit answers before another measure word, and that before a step on the way."""
    return _RANK[units_compare(mention, wanted.target)] + 3 * mention.staged


def _by_share(points: float, mention: Mention, target: Target, stated: Quantity, *, only: bool) -> float:
    """What a completion percentage behind a number adds: much where the two and the target agree."""
    if target.quantity is None or not _fits(mention, target, stated):
        return 0.0
    if gives(mention.quantity, target.quantity, stated):
        return max(_LEAST - points, 0.0) + 6.0
    return 0.0 if points >= 0 else _LEAST + 2.0 - points if only else 0.0


def _assigned(scored: list[tuple[float, int, int]]) -> dict[int, int]:
    answered: dict[int, int] = {}
    taken: set[int] = set()
    for _, position, index in sorted(scored, key=lambda each: (-each[0], -each[1], each[2])):
        if position not in answered and index not in taken:
            answered[position] = index
            taken.add(index)
    return answered


def _without_old_stocks(
    scored: Sequence[tuple[float, int, int]], mentions: Sequence[Mention], targets: Sequence[Target]
) -> list[tuple[float, int, int]]:
    """Without the numbers far over a total that sum up the years, where another one tells what this year gave.

    ``加工72万页,累计完成386万页`` of 120万页.
    """
    stocks = {position for _, position, _ in scored if _sums_up_years(mentions[position])}
    if not stocks:
        return list(scored)
    this_year = {
        place
        for _, position, place in scored
        if position not in stocks
        and not mentions[position].recent
        and not _is_far_over(mentions[position], targets[place])
    }
    return [
        (points, position, place)
        for points, position, place in scored
        if not (
            position in stocks and place in this_year and _is_far_over(mentions[position], targets[place])
        )
    ]


def _is_far_over(mention: Mention, target: Target) -> bool:
    asked = target.base_value if target.kind == "total" else None
    return asked is not None and mention.quantity.base_value > asked * _FAR_OVER


def _sums_up_years(mention: Mention) -> bool:
    return any_of("matching", "standing", "there already").search(mention.lead) is not None


def _alike_in_order(answered: Mapping[int, int], targets: Sequence[Target]) -> dict[int, int]:
    """The answers to targets of one name in the targets' order: 分别提高到660元、490元 of 650元、480元."""
    alike: dict[tuple[str, str | None], list[int]] = {}
    for position, place in answered.items():
        alike.setdefault((targets[place].name, targets[place].base_unit), []).append(position)
    ordered = dict(answered)
    for positions in alike.values():
        if len(positions) > 1:
            places = sorted(answered[position] for position in positions)
            ordered.update(zip(sorted(positions), places, strict=True))
    return ordered


def _is_numeric(target: Target) -> bool:
    return target.value is not None and target.kind != "zero_occurrence"


def _fits(mention: Mention, target: Target, stated: Quantity) -> bool:
    """Whether a number that the text itself sets against the task can be that task's."""
    if target.value is None or mention.planned or not comparable(mention, target):
        return False
    if relation(mention.quantity.unit, target.unit) == "different":
        return False
    return stated.value == _IN_FULL or not repeats(mention, target)
