"""What a named rate is made of: the part is named like the rate (合格490批次, 合格率98%), the whole stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from toolkit.language.arithmetic import difference
from toolkit.language.comparing import gives
from toolkit.language.content import is_bare, pairs, shared
from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Quantity, Target
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import any_of, expression, words

RATE = r"([^\W0-9_]{2})(?:比率|比例|比重|率|覆盖面|满意度|知晓度)[^,。;]{0,6}$"
_OF_AMOUNT = r"占[^,。;]{0,12}$"
_OWN_RATE = "率[^,。;]{0,6}$|(?:完成|占)[^,。;]{0,12}的?$"
_ALONE = "(满意|知晓)[度率][^,。;]{0,6}$"
_SPENT = "(?:支出|拨付|执行)进度[^,。;]{0,3}$"
_GIVEN = "(?:到位|下达|安排|拨入)(?!率)[^,。;]{0,8}$"
_SPENDING = "^[,、]?(?:已|累计|实际)*(?:支出|拨付|执行)$"
_PAIR = 2
_AMONG = "中(?:[|]|,?(?:有|已|完成|实现))"
_WHOLE_CLAUSE = r"全部|均|中,?$|共|应|总"
_DUE = "应|需|共有|现有|新开工|涉及|列入|纳入|接到|受理|在建"
_OWED = "应[^,]{0,4}$"
_RECEIVED = "实[^,]{0,4}$|已[^,]{0,8}$"
_DONE = "已(?!安排|下达)"
_SET_UP = "(?:设置|布设|设立|建有)[^,。;]{0,8}点"
_NAME = r"([^\W0-9_]{3})率(?:为|达到?|是)?$"
_CLASS = "(?:超过|高于|低于|不足)$"  # what those that are counted have
_WHOSE = ("人员", "人口", "家庭")
_COUNTABLE = ("measure", "money", "physical", "time")


def of_parts(
    progress: Progress, position: int, targets: Sequence[Target]
) -> tuple[Quantity | None, Quantity | None]:
    """Part and whole of the rate at ``mentions[position]``, from the numbers before it in its sentence."""
    mention = progress.mentions[position]
    earlier = [
        other
        for other in progress.mentions[:position]
        if other.clause.sentence == mention.clause.sentence
        and kind_of(other.quantity.base_unit) in _COUNTABLE
        and not other.compared  # 由126个减至41个: no later number is a part of what there was
    ]
    if expression(_SPENT).search(mention.before) is not None:
        return _spent_of_given(earlier)
    name = expression(RATE).search(mention.before) or expression(_ALONE).match(mention.before)
    if name is None:
        return _share_of_whole(mention, earlier)
    if (
        len(earlier) == _PAIR
        and could_hold(*earlier)
        and expression(_AMONG).search(f"{earlier[0].after}|{earlier[1].before}")
    ):
        return earlier[1].quantity, earlier[0].quantity
    proven = _giving_pair(earlier, mention.quantity)
    if proven is not None:
        return proven
    if len(earlier) == _PAIR and _is_named_alike(mention, *earlier):
        return earlier[1].quantity, earlier[0].quantity
    if len(earlier) == _PAIR and is_done_of_due(*earlier):
        return earlier[1].quantity, earlier[0].quantity
    if len(earlier) == _PAIR and f"不{name[1]}" in earlier[1].before:
        return difference(earlier[0].quantity, earlier[1].quantity, fell=False), earlier[0].quantity
    return _named_part(progress, mention, name[1], earlier, targets) or _only_whole(
        progress, mention, name[1], earlier
    )


def _spent_of_given(earlier: Sequence[Mention]) -> tuple[Quantity | None, Quantity | None]:
    """``到位资金2.86亿元,支出2.31亿元,支出进度80.8%``: what was spent of what was given for it."""
    if len(earlier) != _PAIR or not could_hold(*earlier):
        return None, None
    given, spent = earlier
    told = expression(_GIVEN).search(given.before) and expression(_SPENDING).search(spent.before)
    return (spent.quantity, given.quantity) if told else (None, None)


def _is_named_alike(mention: Mention, whole: Mention, part: Mention) -> bool:
    """``公路386公里,优等路、良等路361公里,优良路率93%``: the rate's own characters stand by the part."""
    name = expression(_NAME).search(mention.before)
    if name is None or not could_hold(whole, part) or part.part:
        return False
    if _is_of_whom(name[1][-_PAIR:], part):
        return False
    same = relation(whole.quantity.unit, part.quantity.unit) == "same"
    beside = part.clause.end + 1 >= mention.clause.start and whole.clause.end + 1 >= part.clause.start
    letters = set(name[1])
    return same and beside and letters <= set(part.before) and not letters <= set(whole.before)


def _is_of_whom(name: str, mention: Mention) -> bool:
    """Whether the rate's word only says of whom a number is: 失业人员就业16447人 are no part of a 失业率."""
    before = mention.before
    return any(f"{name}{whose}" in before and not before.endswith(whose) for whose in _WHOSE)


def is_done_of_due(due: Mention, done: Mention) -> bool:
    """``应收3.42亿元,实收3.39亿元``, ``新开工37个,已参保34个``: what is due and what of it is done."""
    same = relation(due.quantity.unit, done.quantity.unit) in ("same", "scaled") and could_hold(due, done)
    beside = done.clause.start - due.clause.end <= 1
    pair = expression(_OWED).search(due.before) and expression(_RECEIVED).search(done.before)
    counted = expression(_DUE).search(due.before) and expression(_DONE).match(done.before.lstrip(","))
    return same and beside and bool(pair or counted)


def _named_part(
    progress: Progress, mention: Mention, name: str, earlier: Sequence[Mention], targets: Sequence[Target]
) -> tuple[Quantity | None, Quantity | None] | None:
    """The number whose verb names the rate, over the whole that it can be part of; None where there is none."""
    named = [
        other
        for other in earlier
        if name in other.before and f"不{name}" not in other.before and not _is_of_whom(name, other)
    ]
    parts = [other for other in named if not other.whole or name in other.before[-6:]]
    if len(parts) > 1 or (parts and parts[0].part):
        return None, None
    if not parts:
        return None
    part = parts[-1]
    holders = [other for other in earlier if other is not part and could_hold(other, part)]
    wholes = [other.quantity for other in holders]
    asked = [
        target.quantity
        for target in targets
        if target.quantity and _same_unit(target.quantity, part.quantity)
    ]
    only = len(holders) == 1 and not _has_own_rate(progress, holders[0])
    return part.quantity, _whole_among(wholes, asked, part.quantity, mention.quantity, only=only)


def _only_whole(
    progress: Progress, mention: Mention, name: str, earlier: Sequence[Mention]
) -> tuple[Quantity | None, Quantity | None]:
    """The one number before the rate, where the words make it the whole."""
    if len(earlier) != 1:
        return None, None
    whole = earlier[0]
    if expression(_SET_UP).search(whole.before) is not None:
        # 设置监测点位42个, of which each is read many times; 抽检点位46处 are what was tested
        return None, None
    tested = any_of("percentages", "tested").search(
        progress.text[max(0, whole.clause.start - 8) : mention.quantity.start]
    )
    if whole.whole or (name in words("percentages", "grades") and tested):
        return None, whole.quantity
    everyone = mention.quantity.value == 100 and expression(_WHOLE_CLAUSE).search(
        progress.clause_text(whole.clause)
    )
    return (whole.quantity, whole.quantity) if everyone else (None, None)


def _giving_pair(earlier: Sequence[Mention], stated: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two neighbouring numbers whose ratio is the percentage: 单位143家,检查91家次,覆盖率63.6%."""
    for whole, part in pairwise(earlier):
        held = could_hold(whole, part) and whole.quantity.base_value > _PAIR
        if held and gives(part.quantity, whole.quantity, stated):
            return part.quantity, whole.quantity
    return None


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return relation(one.unit, other.unit) in ("same", "scaled") and one.base_value >= other.base_value


def _has_own_rate(progress: Progress, whole: Mention) -> bool:
    """Whether a number is itself told as a share right behind: 完成投资154亿元,完成率44%,到位资金87亿元,到位率75%."""
    mentions = progress.mentions
    following = next((other for other in mentions if other.quantity.start > whole.quantity.start), None)
    return (
        following is not None
        and following.quantity.is_percent
        and not whole.whole
        and expression(_OWN_RATE).search(following.before) is not None
    )


def _whole_among(
    wholes: Sequence[Quantity], asked: Sequence[Quantity], part: Quantity, stated: Quantity, *, only: bool
) -> Quantity | None:
    """The only whole there is, or the one (a target's number too) that gives the percentage; else None."""
    fitting = [whole for whole in (*wholes, *asked) if gives(part, whole, stated)]
    return fitting[0] if fitting else wholes[0] if only else None


def _share_of_whole(mention: Mention, earlier: Sequence[Mention]) -> tuple[Quantity | None, Quantity | None]:
    if not earlier or not expression(_OF_AMOUNT).search(mention.before):
        return None, None
    if len(earlier) > _PAIR and expression(_CLASS).search(earlier[-1].before):
        earlier = earlier[:-1]  # 26个村中,21个村超过10万元,占比78.5%
    part = earlier[-1]
    if not _is_of(mention, part):
        return None, None
    wholes = [other for other in earlier[:-1] if could_hold(other, part)]
    same_clause = part.clause == mention.clause or part.clause.end + 1 >= mention.clause.start
    return (part.quantity, wholes[0].quantity) if len(wholes) == 1 and same_clause else (None, None)


def _is_of(mention: Mention, part: Mention) -> bool:
    """Whether a share names no other thing than the number before it does: 工业投资21.7亿元, 民间投资占比43.6%."""
    own = mention.before.partition("占")[0]
    content = pairs(own)
    return is_bare(own) or 2 * len(shared(content, part.local)) >= len(content)


def could_hold(whole: Mention, part: Mention) -> bool:
    """Whether one number can be the whole of a later one: the same kind of unit, and not the lesser."""
    same = (
        whole.quantity.base_unit is not None
        and (part.quantity.base_unit or "?")[0] == whole.quantity.base_unit[0]
    )
    return (
        same
        and whole.quantity.base_value >= part.quantity.base_value
        and whole.quantity.start < part.quantity.start
    )
