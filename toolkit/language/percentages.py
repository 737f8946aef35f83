"""Reads percentages: a share of a whole, a completion, a rate of change; and what they are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from toolkit.language.comparing import gives
from toolkit.language.completion import is_completion, of_change
from toolkit.language.content import pairs
from toolkit.language.done_share import done_share
from toolkit.language.echoes import repeats
from toolkit.language.figures import Mention, Progress
from toolkit.language.fraction import SHARE, fraction, is_left_over
from toolkit.language.model import Percentage, Quantity, Target
from toolkit.language.quantity import unfold
from toolkit.language.rates import RATE
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import any_of, expression, pattern

_HUNDRED = 100
_OF_WORKS = "(?:形象|施工|工程)进度[^,。;]{0,4}$"
_VULGAR = "[^百千万]+分之"  # 三分之二 is no rounded percentage


@cache
def _unbounded() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('percentages', 'unbounded')})[^,。;]{{0,6}}$")


class _Judged(NamedTuple):
    bounded: bool
    completion: bool
    growth: bool
    target: int | None


def read_percentage(
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int]
) -> Percentage:
    """The percentage at ``mentions[position]`` with the numbers that give it, where the text has them."""
    mention = progress.mentions[position]
    judged = _judged(progress, position, targets, answers)
    numerator, denominator = fraction(
        progress,
        position,
        targets,
        answers,
        judged.target,
        completion=judged.completion,
        bounded=judged.bounded,
    )
    low, high = _allowed(numerator, denominator)
    return Percentage(
        quantity=unfold(mention.quantity, progress.folded),
        bounded=judged.bounded,
        completion=judged.completion,
        growth=judged.growth,
        numerator=None if numerator is None else numerator.base_value,
        denominator=None if denominator is None else denominator.base_value,
        low=low,
        high=high,
        whole_denominator=_is_whole(denominator)
        and (numerator is None or _is_whole(numerator))
        and expression(_VULGAR).match(mention.quantity.text) is None,
        target=judged.target,
        told=_is_told(progress, position),
        pace=any_of("percentages", "pace").search(mention.lead) is not None,
    )


def _judged(
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int]
) -> _Judged:
    """What a percentage is of, by its words and its target, before anyone looks at the numbers beside it."""
    mention = progress.mentions[position]
    before = mention.lead if len(mention.lead) > 1 else mention.subject[-12:] + mention.lead
    completion = is_completion(mention, targets)
    point = kind_of(mention.quantity.base_unit) == "point"
    growth = point or (not completion and of_change().search(before) is not None)
    share = expression(SHARE).search(before) is not None or expression(RATE).search(before) is not None
    bounded = not completion and not growth and share and _unbounded().search(before) is None
    target = _target_of(progress, position, targets, answers, completion=completion)
    if completion and target is not None and targets[target].kind == "growth" and target in answers.values():
        target = None  # 增长6.4%,完成预算的52.3%: the budget is no growth
    if bounded and target is None and (done := done_share(progress, position, targets, answers)) is not None:
        completion, bounded, target = True, False, done
    if target is not None and not completion and targets[target].kind == "rate":
        bounded = True
    if (
        bounded
        and mention.quantity.value > _HUNDRED
        and (any_of("percentages", "may pass").search(before) or _asks_for_more(target, targets))
    ):
        bounded = False
    if completion and mention.quantity.value > _HUNDRED and expression(_OF_WORKS).search(before):
        completion, bounded = False, True  # 形象进度达到126%
    return _Judged(bounded, completion, growth, target)


def _asks_for_more(target: int | None, targets: Sequence[Target]) -> bool:
    """Whether the target itself lies above 100 %: 保值增值率105%."""
    value = None if target is None else targets[target].value
    return value is not None and value > _HUNDRED


def _is_told(progress: Progress, position: int) -> bool:
    """Whether it only says again what stands beside it: one of several 占, or the difference of two rates."""
    mention = progress.mentions[position]
    if "占" in mention.lead:
        group = [
            other
            for other in progress.mentions
            if other.clause.sentence == mention.clause.sentence and "占" in other.lead
        ]
        return mention.twin is not None and len(group) > 1
    if position < 2 or mention.quantity.base_unit != "%":
        return False
    base, now = progress.mentions[position - 2].quantity, progress.mentions[position - 1].quantity
    return base.is_percent and now.is_percent and abs(now.value - base.value) == mention.quantity.value


def _is_whole(quantity: Quantity | None) -> bool:
    if (
        quantity is None
        or quantity.approximation
        or quantity.base_value != quantity.base_value.to_integral_value()
    ):
        return False
    return kind_of(quantity.base_unit) == "measure" and quantity.base_unit == quantity.unit


def _target_of(
    progress: Progress,
    position: int,
    targets: Sequence[Target],
    answers: Mapping[int, int],
    *,
    completion: bool,
) -> int | None:
    if position in answers:
        return answers[position]
    if not completion:
        return None
    mention = progress.mentions[position]
    if mention.twin is not None:
        said = progress.mentions[mention.twin]
        again = (index for index, target in enumerate(targets) if repeats(said, target))
        return answers.get(mention.twin, next(again, None))
    if position and _is_another(
        progress.mentions[position - 1], mention, targets, matched=position - 1 in answers
    ):
        return None
    for earlier in range(position - 1, -1, -1):
        if earlier in answers and progress.mentions[earlier].clause.sentence >= mention.clause.sentence - 1:
            other = earlier != position - 1 and _is_of_another(progress, position, targets[answers[earlier]])
            return None if other else answers[earlier]
    numeric = [
        index
        for index, target in enumerate(targets)
        if target.value is not None and target.kind != "zero_occurrence"
    ]
    if len(numeric) == 1 and (
        targets[numeric[0]].kind == "total"
        or pairs(mention.subject + mention.local) & pairs(targets[numeric[0]].name)
    ):
        return numeric[0]
    own = _most_alike(mention.local, targets, numeric)
    return _most_alike(mention.subject + mention.local, targets, numeric) if own is None else own


def _most_alike(text: str, targets: Sequence[Target], numeric: Sequence[int]) -> int | None:
    """The target whose name shares most with a text, of equal ones the first; None where none does."""
    said = pairs(text)
    shared = [(len(said & pairs(targets[index].name)), -index) for index in numeric]
    best = max(shared, default=(0, 0))
    return -best[1] if best[0] else None


def _is_another(before: Mention, mention: Mention, targets: Sequence[Target], *, matched: bool) -> bool:
    """Whether the number right before a completion percentage measures what no target asks: 投资5860万元,占计划的81.4%."""
    if matched or before.quantity.is_percent or before.clause.end + 1 < mention.clause.start:
        return False
    if any_of("matching", "by the way").search(before.before[-8:]) is not None:
        return False  # 拨付资金1.36亿元,惠及企业423家,完成率68%
    asked = {kind_of(target.base_unit) for target in targets if target.quantity is not None}
    return (
        before.clause.sentence == mention.clause.sentence and kind_of(before.quantity.base_unit) not in asked
    )


def _is_of_another(progress: Progress, position: int, target: Target) -> bool:
    """Whether another number with the target's unit stands right before: 其中税收4.5亿元,完成预算的47%."""
    mention, before = progress.mentions[position], progress.mentions[position - 1]
    if before.quantity.is_percent or is_left_over(before):
        return False
    if relation(before.quantity.unit, target.unit) not in ("same", "scaled"):
        return False
    beside = 0 <= mention.clause.start - before.clause.end <= 1 and mention.clause != before.clause
    whole = target.quantity
    fits = whole is not None and gives(before.quantity, whole, mention.quantity)
    return beside and not fits and before.quantity.base_value != target.base_value


def _allowed(
    numerator: Quantity | None, denominator: Quantity | None
) -> tuple[Decimal | None, Decimal | None]:
    """Least and greatest percentage that two (rounded) numbers allow."""
    if numerator is None or denominator is None:
        return None, None
    if numerator.low is None or numerator.high is None or denominator.low is None or denominator.high is None:
        return None, None
    if denominator.low <= 0:
        return None, None
    return numerator.low * 100 / denominator.high, numerator.high * 100 / denominator.low
