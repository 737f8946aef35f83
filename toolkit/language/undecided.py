"""Targets of which nobody can say whether they were answered: a number of their measure stands there unclaimed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from toolkit.language.comparing import comparable, units_compare
from toolkit.language.content import is_bare, pairs, shared, weak
from toolkit.language.echoes import repeats
from toolkit.language.figures import Mention
from toolkit.language.joining import REACHING
from toolkit.language.model import Percentage, Target
from toolkit.language.qualifying import asks_per_head, asks_per_place, counts_others, is_of_all
from toolkit.language.told_rates import is_a_fraction, is_told_by_its_verb
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import any_of, expression, words

_OF_PLAN = "(?:计划|任务|目标)(?:数|量)?的"  # 化解率达到年度计划的100%
_DOWN_TO = "[减降](?:量|少|低)?[至到]"
_TIMES = frozenset(("", "日", "天", "月", "年", "小时"))
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
    unclaimed = [mention for mention in free if _is_result(mention, mentions)]
    return missing_totals | {
        index
        for index in missing
        if _may_have(targets[index], unclaimed)
        or is_a_fraction(targets[index], mentions)
        or is_told_by_its_verb(targets[index], free)
        or any(mention.is_alone for mention in free)
        or _is_told_in_lengths(targets[index], free)
        or _is_brought_down(targets[index], free)
        or _is_told_by_parts(targets, index, told)
        or _is_told_in_another_count(targets, index, told)
        or _has_the_only(targets[index], free, [targets[other] for other in missing])
    }


def _may_be_done_by(target: Target) -> bool:
    """Whether a share of completion may be the answer: of a total, or of a 投资完成率."""
    if target.kind == "total" or target.name.endswith(("完成率", "完成比例", "进度")):
        return True
    return target.kind == "rate" and expression(_OF_PLAN).search(f"{target.text}{target.context}") is not None


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


def _is_told_in_another_count(targets: Sequence[Target], index: int, told: Collection[int | None]) -> bool:
    """Whether the same things are counted twice, and the other count is answered: 8个村1126户; 每街道1处,共20处."""
    mine = targets[index]
    return any(
        other in told
        and (
            (
                _is_counted_with(mine, targets[other])
                and (mine if other < index else targets[other]).counts_again
            )
            or (asks_per_place(mine) and targets[other].base_unit == mine.base_unit)
        )
        for other in (index - 1, index + 1)
        if 0 <= other < len(targets)
    )


def _is_counted_with(one: Target, other: Target) -> bool:
    return one.name == other.name or one.name.startswith(REACHING)


def _is_told_in_lengths(target: Target, free: Iterable[Mention]) -> bool:
    """Whether two lengths of time stand there for a share of time to be saved: 法定30天、实际9.5天."""
    if target.kind != "growth" or expression(_TIME).search(target.name) is None:
        return False
    return sum(kind_of(mention.quantity.base_unit) == "time" for mention in free) > 1


def _is_brought_down(target: Target, free: Iterable[Mention]) -> bool:
    """Whether something in the same unit came down to a number where so much was to be left: 压减至1.16万辆."""
    if target.comparator != "<=" or expression(_DOWN_TO).search(target.text) is None:
        return False
    return any(
        units_compare(mention, target) in ("same", "scaled") and expression(_DOWN_TO).search(mention.before)
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


def _is_result(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a number may be a result at all, and is no plan, no part, no step and no change."""
    return not (
        mention.planned
        or (mention.part and _has_a_whole(mention, mentions))
        or mention.recent
        or mention.compared
        or mention.staged
        or mention.whole
        or (mention.under_way and not mention.finished and kind_of(mention.quantity.base_unit) != "time")
    )


def _has_a_whole(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether something of its sentence may be the whole of a part: 58吨 is no part of 16家企业,其中9家改造,减排58吨."""
    return any(
        other is not mention
        and other.clause.sentence == mention.clause.sentence
        and relation(other.quantity.unit, mention.quantity.unit) != "different"
        for other in mentions
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
    alike = asked == told or kind_of(asked) == kind_of(told) == "measure"
    return differs and alike and bool(shared(pairs(target.name) - weak(), mention.local))


def _is_score_of_rate(mention: Mention, target: Target) -> bool:
    """Whether a rate that a poll gives is told as its score: 安全感调查得分97.2 of 安全感96%."""
    scored = target.kind == "rate" and mention.quantity.unit in (None, "分", "指数")
    return (
        scored
        and any_of("matching", "score").search(mention.before) is not None
        and bool(shared(pairs(target.name) - weak(), mention.local))
    )


def _may_have(target: Target, unclaimed: Iterable[Mention]) -> bool:
    return any(_may_answer(mention, target) for mention in unclaimed)


def _may_answer(mention: Mention, target: Target) -> bool:
    if _leaves_out_for_each(mention, target) or _is_score_of_rate(mention, target):
        return True
    if not comparable(mention, target) or repeats(mention, target) or is_of_all(mention, target):
        return False
    units = units_compare(mention, target)
    if counts_others(mention, target, units, each=asks_per_head(target)) or _is_another_rate(mention, target):
        return False
    if target.kind == "index" and any_of("matching", "score").search(mention.before) is not None:
        return True  # 首环办考评得分91.2分 of 环境建设指数
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
