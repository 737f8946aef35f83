"""Targets of which nobody can say whether they were answered: a number of their measure stands there unclaimed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from toolkit.language.comparing import comparable, units_compare
from toolkit.language.content import is_bare, pairs, shared, weak
from toolkit.language.echoes import repeats
from toolkit.language.figures import Mention
from toolkit.language.model import Percentage, Target
from toolkit.language.qualifying import is_of_all, is_of_nearly_all, may_become_one
from toolkit.language.rates import is_done_of_due
from toolkit.language.units import kind_of
from toolkit.language.vocabulary import any_of, expression, words

_VERB = 2  # characters
_TIMES = frozenset(("", "日", "天", "月", "年", "小时"))
_RATE = "(?:率|占比|比例|比重)$"
_OTHER_RATE = "([^\\W0-9_]{2})率(?:为|达到?|是|:)?$"
_TIME = "时限|时间|用时|时长|期限|天数|提速"
_LIKE = Decimal(1000)  # times; a number further away than that is hardly of the same thing


def undecided_targets(
    mentions: Sequence[Mention],
    targets: Sequence[Target],
    answers: Mapping[int, int],
    aside: Collection[int],
    percentages: Sequence[Percentage],
) -> frozenset[int]:
    """Positions of the numeric targets without an answer to which a number may belong that answers no other one.

    ``answers`` are ``{mention: target}``, ``aside`` the mentions of another year and the completion
    shares. Such a share that is nobody's leaves every total open.
    """
    told = {*answers.values(), *(share.target for share in percentages)}
    missing = [
        index
        for index, target in enumerate(targets)
        if index not in told and target.value and target.kind != "zero_occurrence"
    ]
    if not missing:
        return frozenset()
    if any(share.completion and share.target is None for share in percentages):
        missing_totals = frozenset(index for index in missing if _may_be_done_by(targets[index]))
    else:
        missing_totals = frozenset()
    free = [mention for place, mention in enumerate(mentions) if place not in answers and place not in aside]
    unclaimed = [mention for mention in free if _is_result(mention)]
    return missing_totals | {
        index
        for index in missing
        if _may_have(targets[index], unclaimed)
        or _is_a_fraction(targets[index], mentions)
        or _is_told_by_its_verb(targets[index], free)
        or any(mention.is_alone for mention in free)
        or _is_told_in_lengths(targets[index], free)
        or _is_told_by_parts(targets, index, told)
        or _has_the_only(targets[index], free, [targets[other] for other in missing])
    }


def _may_be_done_by(target: Target) -> bool:
    """Whether a share of completion may be the answer: of a total, or of a 投资完成率."""
    return target.kind == "total" or target.name.endswith(("完成率", "完成比例", "进度"))


def _is_a_fraction(target: Target, mentions: Sequence[Mention]) -> bool:
    """Whether the text has what a rate may be made of: 信访事项326件,按期办结326件 of 信访办结率."""
    if target.kind != "rate":
        return False
    said = expression(_RATE).sub("", target.name)
    if said == target.name:
        return is_of_nearly_all(target) and _is_all_of_them(target, mentions)
    name, verb = pairs(target.name) - weak(), said[-_VERB:]
    return any(
        (
            verb in part.before
            or part.after.startswith(verb)
            or shared(name, f"{whole.local}{part.local}")
            or (
                is_done_of_due(whole, part) and not set(verb).isdisjoint(whole.before)
            )  # 应交2163亩,已交2096亩
        )
        and whole.clause.sentence == part.clause.sentence
        and whole.quantity.base_unit == part.quantity.base_unit
        and whole.quantity.base_value >= part.quantity.base_value
        and (verb in part.before or part.before.lstrip("、") in verb or not part.before.startswith("、"))
        for whole, part in _neighbours(mentions, verb)
        if not (part.quantity.is_percent or part.planned or part.compared)
        and (not part.part or part.before == verb)
    )


def _neighbours(mentions: Sequence[Mention], verb: str) -> Iterator[tuple[Mention, Mention]]:
    """Neighbouring numbers, and those that become so without the parts: 受理130件,其中举报14件,办结128件."""
    yield from pairwise(mentions)
    wholes = [mention for mention in mentions if not mention.part or mention.before == verb]
    if len(wholes) < len(mentions):
        yield from pairwise(wholes)


def _is_all_of_them(target: Target, mentions: Sequence[Mention]) -> bool:
    """Whether two equal numbers stand by the target's own words: 远程医疗覆盖23个乡镇卫生院(共23个)."""
    name = pairs(target.name) - weak()
    return any(
        one.quantity.base_value == other.quantity.base_value
        and one.quantity.base_unit == other.quantity.base_unit
        and one.clause.sentence == other.clause.sentence
        and len(shared(name, f"{one.local}{other.local}")) > 1
        for one, other in pairwise(mentions)
    )


def _is_told_by_parts(targets: Sequence[Target], index: int, told: Collection[int | None]) -> bool:
    """Whether the next targets make up this one and are answered: 6000个(小学4000个、初中2000个)."""
    whole = targets[index]
    total = Decimal(0)
    for place in range(index + 1, len(targets)):
        part = targets[place]
        if place not in told or part.base_unit != whole.base_unit or part.base_value is None:
            return False
        total += part.base_value
        if total == whole.base_value:
            return place > index + 1
    return False


def _is_told_in_lengths(target: Target, free: Iterable[Mention]) -> bool:
    """Whether two lengths of time stand there for a share of time to be saved: 法定30天、实际9.5天."""
    if target.kind != "growth" or expression(_TIME).search(target.name) is None:
        return False
    return sum(kind_of(mention.quantity.base_unit) == "time" for mention in free) > 1


def _is_told_by_its_verb(target: Target, free: Iterable[Mention]) -> bool:
    """Whether the text counts what was done of what a rate is of: 化解矛盾纠纷3068起 of 矛盾纠纷化解率."""
    if not target.name.endswith("率") or not is_of_nearly_all(target):
        return False
    said = target.name.removesuffix("率")
    name, verb = pairs(said[:-_VERB]) - weak(), said[-_VERB:]
    return any(
        verb in mention.local
        and not (mention.quantity.is_percent or mention.under_way or mention.planned)
        and not (mention.compared or mention.part or mention.quantity.base_unit == "人次")
        and shared(name, f"{mention.subject}{mention.local}")
        for mention in free
    )


def _has_the_only(target: Target, free: Sequence[Mention], missing: Sequence[Target]) -> bool:
    """Whether a total without an answer and a number without a target are the only ones of their unit.

    ``受理全市通办1.76万件`` may well be what was done, though 受理 mostly tells of what came in.
    """
    if target.kind != "total" or sum(other.base_unit == target.base_unit for other in missing) > 1:
        return False
    alike = [mention for mention in free if units_compare(mention, target) in ("same", "scaled")]
    if len(alike) != 1 or repeats(alike[0], target) or is_of_all(alike[0], target):
        return False
    mention = alike[0]
    if any_of("matching", "standing").search(mention.before) is not None:
        return False  # 总数达到36家 of 新增6家
    put_off = mention.planned or mention.part or mention.recent or mention.compared or mention.staged
    return not put_off and bool(shared(pairs(target.name) - weak(), mention.local))


def _is_result(mention: Mention) -> bool:
    """Whether a number may be a result at all, and is no plan, no part, no step and no change."""
    return not (
        mention.planned
        or mention.part
        or mention.recent
        or mention.compared
        or mention.staged
        or mention.whole
        or (mention.under_way and not mention.finished and kind_of(mention.quantity.base_unit) != "time")
    )


def _is_bare_result(mention: Mention) -> bool:
    """竣工1178座 may be of whatever the row is about, 7家机关单位 is not."""
    return mention.finished and not mention.own_noun and is_bare(mention.lead)


def _is_another_rate(mention: Mention, target: Target) -> bool:
    """Whether a percentage is of a rate by another name: 落实率100% beside 优良率55%."""
    named = expression(_OTHER_RATE).search(mention.before) if target.kind == "rate" else None
    if named is None or mention.quantity.base_unit != "%":
        return False
    return not shared(pairs(target.name), mention.local) and set(named[1]).isdisjoint(target.name)


def _counts_persons(mention: Mention, target: Target) -> bool:
    """Whether both count persons and share a word: 帮助96名残疾人实现就业 of 新增就业150人."""
    persons = words("matching", "persons")
    both = mention.quantity.base_unit in persons and target.base_unit in persons
    return both and bool(shared(pairs(target.name) - weak(), mention.local))


def _leaves_out_for_each(mention: Mention, target: Target) -> bool:
    """Whether only what the unit is divided by differs: 日检测能力12.3万管 of 10万管/日."""
    asked, _, each = (target.base_unit or "").partition("/")
    told, _, every = (mention.quantity.base_unit or "").partition("/")
    differs = bool(each) != bool(every) and {each, every} <= _TIMES
    return differs and asked == told and bool(shared(pairs(target.name) - weak(), mention.local))


def _may_have(target: Target, unclaimed: Iterable[Mention]) -> bool:
    return any(_may_answer(mention, target) for mention in unclaimed)


def _may_answer(mention: Mention, target: Target) -> bool:
    if _leaves_out_for_each(mention, target):
        return True
    if not comparable(mention, target) or repeats(mention, target) or is_of_all(mention, target):
        return False
    if may_become_one(mention, target) or _is_another_rate(mention, target):
        return False
    units = units_compare(mention, target)
    if target.unit is None and kind_of(mention.quantity.base_unit) == "money":
        units = "same"  # 引资60亿 forgot its 元
    if units == "different" or (
        units == "interchangeable" and not (_is_bare_result(mention) or _counts_persons(mention, target))
    ):
        return False
    if target.kind == "growth":
        return bool(shared(pairs(target.name), f"{mention.subject}{mention.local}"))
    asked, said = target.base_value, mention.quantity.base_value
    return asked is not None and asked < said * _LIKE and said < asked * _LIKE
