"""Scores how well a number of a progress text answers a target: shared words, units, verbs, subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from toolkit.language.comparing import asks_alike, comparable, places, units_compare
from toolkit.language.content import (
    common_end,
    ends_alike,
    is_bare,
    is_same,
    is_short_for,
    pairs,
    shared,
    weak,
)
from toolkit.language.echoes import repeats
from toolkit.language.figures import LAST_YEAR, SIGNS, Mention
from toolkit.language.model import Target
from toolkit.language.qualifying import (
    asks_for_start,
    asks_per_head,
    by_level,
    by_threshold,
    counts_others,
    is_of_all,
)
from toolkit.language.stock import is_reached, sums_up
from toolkit.language.units import kind_of
from toolkit.language.vocabulary import any_of, expression, words

_STANDARDS = ("level", "rate", "index")
_UNIT_SCORE = {"same": 3.0, "scaled": 3.0, "interchangeable": 2.0, "different": -1.0}
_BUILT_IN_ALL = "累计已?(?:建成|完成|建设|改造)"  # of this year's works as well as of all
_SHORT, _MANY = 4, 5
_HEAD = 4  # characters
_SHARED_BY_SHARE = 3
_SET_AGAINST = 2.0  # where the sentence says the target itself: 任务60座,已完成48座
_HEADED = 2.0  # for the noun that the target is of, right before the number: 新增学位2740个
_NAMED = 0.1  # for each pair of words that one target alone has
_PUSHED = ("推进", "推动", "加快推进", "全力推进")
_OF_OLD_AND_NEW = -9.0  # 新入选6人,累计达到83人
_OF_THIS_YEAR = "其中,?(?:今年|本年度?|年内|当年)"  # 运营61家,其中本年新建10家
_EARLY = 9.0  # for what was only looked over or drawn: 入户摸底312户
_OUT_OF_THE_QUESTION = 30.0
_QUOTED = '[“"][^”"]{1,16}[”"]'  # 办理“扫黄打非”案件36起 is of 案件
_AMOUNTS = "[0-9][0-9.,]{0,14}(?:[万亿]?[^\\W0-9_]{1,3}(?=[,;(→]))?"
_IN_FULL = 3.0  # for the very amount that was asked


class Asked(NamedTuple):
    """A numeric target with the words that a figure on it would share, and what its own words ask for."""

    target: Target
    place: int
    content: frozenset[str]
    status: frozenset[str]
    adds: bool
    stock: bool
    beside_stock: bool
    per_head: bool


def is_stock(target: Target) -> bool:
    """Whether a target asks for how much there is in all: 总量达到180家."""
    return any_of("matching", "standing").search(target.name) is not None


def asked(target: Target, index: int, stocks: Sequence[Target]) -> Asked:
    """What a target asks for, gathered once for all numbers that may answer it.

    ``stocks`` are the row's targets that ask for a stock.
    """
    name, context = target.name, target.context
    return Asked(
        target,
        index,
        pairs(f"{name}|{target.text}|{context}"),
        frozenset(any_of("matching", "status").findall(context)),
        any_of("matching", "new").search(name + context) is not None or _is_new(name),
        target in stocks,
        any(other is not target and other.base_unit == target.base_unit for other in stocks),
        asks_per_head(target),
    )


def _is_new(name: str) -> bool:
    """Whether a target is on what is done anew: 新流转土地, and not 新能源汽车."""
    return name.startswith("新") and not name.startswith(words("matching", "called new"))


def score(mention: Mention, local: str, wanted: Asked, every: Counter[str], *, paired: bool) -> float:
    """How well a number with the words ``local`` answers a target; negative where it cannot."""
    target, content = wanted.target, wanted.content
    if mention.planned or not comparable(mention, target) or repeats(mention, target):
        return -1.0
    units = units_compare(mention, target)
    common = shared(content, local)
    telling = common - weak() or "完成" in mention.before or not content - weak()
    told = len(common) if telling else 0
    bare = not mention.own_noun and is_bare(mention.lead or mention.before)
    if not told and _is_called(mention, target):
        told = 2 if is_same(mention.local, target.name) else 1
    if not told:
        common = _by_subject(mention, wanted, bare=bare, paired=paired)
        told = min(len(common), 4)
        if not told and not (bare and _alone(mention, target, units)):
            return -1.0
    only = sum(every[pair] == 1 for pair in common)
    total = _UNIT_SCORE[units] + 4.0 * (len(common) / max(len(content), 1))
    total += 1.5 * min(told, 4) + 0.5 * min(only, 4) + 2.0 * bare
    alike = common_end(mention.before, target.context.partition("|")[0])
    total += 0.6 * alike if alike >= _SHORT else 0
    headed = not mention.part and mention.before.endswith(target.name[-2:])
    total += _HEADED * (headed and target.name[-2:] in content - weak())
    each = wanted.per_head and not wanted.adds
    total -= _OUT_OF_THE_QUESTION * counts_others(mention, target, units, each=each)
    total += _IN_FULL * (units == "same" and mention.quantity.base_value == target.base_value)
    if told == 1 and not bare and kind_of(mention.quantity.base_unit) == "measure":
        total -= 2.5 * (len(pairs(expression(_QUOTED).sub("", local))) >= _MANY)
    if mention.own_noun and not shared(content, mention.own_noun):  # it names another object
        total -= 2.5
    rated = mention.quantity.is_percent or target.kind in _STANDARDS
    if (bare and target.kind == "growth") or (not only and rated):
        # 城镇居民收入39852元,增长8.3%: of two alike, the one that its sentence began with
        named = shared(content, mention.subject[-60:])
        total += _NAMED * (
            sum(every[pair] == 1 for pair in named) + is_same(mention.subject[-60:], target.name)
        )
    return total + _by_verb(mention, wanted, units)


def _is_called(mention: Mention, target: Target) -> bool:
    """Whether the words by a number are another name of the target's object, a short one or none but its rate."""
    local, name = mention.local, target.name
    return is_short_for(local, name) or is_same(local, name) or ends_alike(mention.before, name)


def _by_subject(mention: Mention, wanted: Asked, *, bare: bool, paired: bool) -> frozenset[str]:
    """What the sentence before shares with the target, for a number that names no object itself."""
    if mention.quantity.is_percent and "占" in mention.before and wanted.target.kind == "rate":
        own = mention.before.partition("占")[0]
        common = shared(wanted.content, mention.subject[-60:]) if is_bare(own) else frozenset()
        # 覆盖行政村326个,占行政村的96.4%
        enough = 1 if "占" in wanted.target.name else _SHARED_BY_SHARE
        return common if len(common) >= enough else frozenset()
    if paired or not (
        bare
        or (mention.subject.endswith(":") and not mention.subject.endswith("其中:"))
        or (wanted.target.kind == "index" and any_of("matching", "score").search(mention.before) is not None)
    ):
        return frozenset()
    return shared(wanted.content, mention.subject[-60:])


def _alone(mention: Mention, target: Target, units: str) -> bool:
    """``已完成3.07公里``: no object of its own, a verb of completion, and the target's unit."""
    if mention.subject and units == "interchangeable":
        return False  # 查处隐患12453项,已整改12387项 goes on with what its sentence began
    alike = mention.quantity.base_unit in places() and target.base_unit in places()
    fits = units != "different" or (alike and mention.finished)
    if not fits or mention.under_way:
        return False
    return mention.finished or mention.together or not mention.before or _is_only_change(mention, target)


def _is_only_change(mention: Mention, target: Target) -> bool:
    """Whether a change has a sign for its verb, or nothing but amounts before it: 34→31,降8.8%."""
    if target.kind != "growth":
        return False
    return mention.before.endswith(SIGNS) or is_bare(expression(_AMOUNTS).sub("", mention.subject))


def _by_verb(mention: Mention, wanted: Asked, units: str) -> float:
    """What the verbs and adverbs over the number add or take."""
    target, before = wanted.target, mention.before
    total = 2.0 * (mention.finished and not mention.whole) + 1.0 * mention.together
    total += (
        7.0 * ("共计" in before or "合计" in before)
        - 10.0 * mention.recent * (1 + before.startswith(LAST_YEAR))
        - 5.0 * mention.planned
    )
    if mention.under_way and not (mention.planned or mention.part):
        total += 5.0 * _asks_to_push(target) + 2.0 * asks_for_start(target)
    if (mention.under_way or mention.whole) and not asks_alike(mention, target):
        total -= 3.0 * (mention.under_way and not asks_for_start(target))
        total -= 6.0 * (mention.whole and any_of("matching", "stock").search(target.context) is None)
    early = any_of("progress", "early").search(before[-8:]) if mention.staged else None
    if early is not None and early[0] not in f"{target.name}{target.context}":
        total -= _EARLY
    if target.part_of is not None:
        total += 3.0 if mention.part else -1.0
    elif mention.part:
        own = not (wanted.stock or is_reached(target)) and expression(_OF_THIS_YEAR).match(before) is not None
        total += 3.0 if own or _has_its_head(mention, target) else -3.0
    if wanted.status and not wanted.status.isdisjoint(any_of("matching", "status").findall(mention.local)):
        total += 3.0
    if units == "different" and mention.own_noun and not shared(pairs(target.name), mention.own_noun):
        total -= 4.0
    total += by_level(before, target.name) + by_threshold(before, target.name)
    if target.quantity is not None and target.quantity.text in mention.subject:
        total += _SET_AGAINST
    total -= 5.0 * _is_by_the_way(mention, target) + _OUT_OF_THE_QUESTION * (
        wanted.per_head and is_of_all(mention, target)
    )
    if "净增" in target.context:
        total += (
            4.0 if "净增" in before else -9.0 * (any_of("matching", "registered").search(before) is not None)
        )
    return total + _by_stock(mention, wanted)


def _has_its_head(mention: Mention, target: Target) -> bool:
    """Whether a part has the very noun that a target is of, and its whole has not: 其中建安投资 of 重点工程建安投资."""
    core = target.name.removesuffix("完成")
    head = core[-_HEAD:]
    own = len(core) > _HEAD and head.isalpha() and mention.before.endswith(head) and "完成" not in head
    return own and head not in mention.subject


def _is_by_the_way(mention: Mention, target: Target) -> bool:
    """Whether a number tells whom it serves, where nobody asked: 惠及群众6.4万人."""
    served = any_of("matching", "by the way").search(mention.before[-8:])
    return served is not None and served[0] not in f"{target.name}{target.context}"


def _by_stock(mention: Mention, wanted: Asked) -> float:
    """What is added is not what there is in all, where a target asks for one of the two."""
    if not wanted.stock and sums_up(mention) and not is_reached(wanted.target):
        return _OF_OLD_AND_NEW
    if not wanted.adds and not wanted.stock:
        return -4.0 * (
            is_reached(wanted.target) and any_of("matching", "new").search(mention.before) is not None
        )
    standing = any_of("matching", "standing").search(mention.lead) is not None
    built = standing and expression(_BUILT_IN_ALL).search(mention.lead) is not None
    if wanted.stock:
        return 3.0 * standing - 6.0 * (any_of("matching", "adds").search(mention.before) is not None)
    new = any_of("matching", "new").search(mention.before) is not None
    added = new or any_of("matching", "adds").search(mention.before) is not None
    return 2.0 * new - (3.0 if built else 9.0) * standing - 6.0 * (wanted.beside_stock and not added)


def _asks_to_push(target: Target) -> bool:
    """Whether no more is asked than that so many go on: 推进60个市级重点项目建设."""
    return target.context.lstrip("、,").startswith(_PUSHED)
