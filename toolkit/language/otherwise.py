"""Whether other numbers of a text give a percentage that the two first thought of do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.language.arithmetic import difference
from toolkit.language.comparing import gives, misses_by_far
from toolkit.language.figures import Progress
from toolkit.language.model import Quantity, Target
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import expression

_AMONG = "([^\\W0-9_][^\\W0-9_其集高初])中[^,。;0-9]{0,12}(?:占比|比例|比重)[^,。;0-9]{0,3}$"
_OF_PLAN = "(?:计划|任务|目标)的?$"
_SEVERAL = 3
_NOUN = 2  # characters
_REACH = 2  # numbers before a percentage that it may belong to


def explained_otherwise(
    progress: Progress,
    position: int,
    targets: Sequence[Target],
    found: tuple[Quantity | None, Quantity | None],
) -> bool:
    """Whether the two numbers found miss the percentage while the number beside it and another give it."""
    part, whole = found
    stated = progress.mentions[position].quantity
    if part is None or whole is None or gives(part, whole, stated):
        return False
    if progress.mentions[position].twin is not None:
        return False  # 分别 says outright which number it is of
    if (
        _is_of_another_task(progress, position, part, whole)
        or _is_among_others(progress, position)
        or (misses_by_far(part, whole, stated) and _has_each_its_plan(progress, whole))
    ):
        return True
    beside = [progress.mentions[place].quantity for place in _beside(progress, position)]
    wholes = [mention.quantity for mention in progress.mentions if not mention.quantity.is_percent]
    wholes.extend(target.quantity for target in targets if target.quantity is not None)
    if len(beside) > 1 and gives(_sum(beside[1], beside[0]), whole, stated):
        return True
    return any(
        gives(one, other, stated)
        or any(gives(difference(one, other, fell=fell), other, stated) for fell in (False, True))
        for one in (*beside, part)
        for other in wholes
        if other is not one and kind_of(one.base_unit) == kind_of(other.base_unit) and other.base_value
    )


def _is_of_another_task(progress: Progress, position: int, part: Quantity, whole: Quantity) -> bool:
    """Whether the percentage beside is the one of this target: 完成市级任务的114.4%、区级任务的85.8%."""
    mentions, clause = progress.mentions, progress.mentions[position].clause
    beside = (*mentions[max(0, position - 1) : position], *mentions[position + 1 : position + 2])
    return any(
        other.quantity.is_percent and other.clause == clause and gives(part, whole, other.quantity)
        for other in beside
    )


def _has_each_its_plan(progress: Progress, whole: Quantity) -> bool:
    """Whether several numbers are each of a plan of their own: 投资10亿元,完成计划的65%;补助2亿元,完成计划的72%."""
    mentions = progress.mentions
    of_plans = [
        (mentions[place - 1].quantity, other.quantity)
        for place, other in enumerate(mentions)
        if place
        and other.quantity.is_percent
        and expression(_OF_PLAN).search(other.lead)
        and relation(mentions[place - 1].quantity.unit, whole.unit) in ("same", "scaled")
    ]
    return len(of_plans) >= _SEVERAL and not any(gives(part, whole, stated) for part, stated in of_plans)


def _is_among_others(progress: Progress, position: int) -> bool:
    """Whether a share names what it is taken of, and the text counts none: 幼儿园306所,在园幼儿中普惠学位占比91%."""
    mention = progress.mentions[position]
    named = expression(_AMONG).search(mention.lead)
    return named is not None and not any(
        other.before.endswith(named[1]) or other.own_noun[:_NOUN] == named[1]
        for other in progress.mentions[:position]
        if not other.quantity.is_percent
    )


def _sum(one: Quantity, other: Quantity) -> Quantity:
    """Two numbers of one unit together; the first alone where the units differ."""
    if relation(one.unit, other.unit) not in ("same", "scaled"):
        return one
    return one._replace(base_value=one.base_value + other.base_value)


def _beside(progress: Progress, position: int) -> Iterator[int]:
    """The places of the two numbers before a percentage in its sentence."""
    mention = progress.mentions[position]
    left = _REACH
    for place in range(position - 1, -1, -1):
        other = progress.mentions[place]
        if not left or other.clause.sentence != mention.clause.sentence:
            return
        if not other.quantity.is_percent:
            left -= 1
            yield place
