"""Reads percentages: a share of a whole, a completion, a rate of change; and what they are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from toolkit.language.content import pairs
from toolkit.language.figures import Mention, Progress
from toolkit.language.matching import gives
from toolkit.language.model import Percentage, Quantity, Target
from toolkit.language.quantity import unfold
from toolkit.language.units import kind_of, relation

_COMPLETION = re.compile(
    r"(?:(?:任务|目标|计划|指标|预算|工程量|总量|总投资|总任务|应完成)[^,。;%]{0,12}|(?:占|达|达到|完成|完成了|为)(?:全年|年度|年初)(?:的)?"
    r"|(?:完成率|完成比例|进度|任务率|完成度)[^,。;%]{0,6}|(?:完成|已完成)(?:了|总体|总量的|其中)?)$"
)
_PACE = re.compile(r"序时进度[为达到(:]{0,3}$|时序进度[(为]{0,2}$")
_GROWTH = re.compile(
    r"(?:增长|下降|提高|提升|上升|降低|减少|增加|增幅|降幅|增速|涨幅|回落|增长率|同比|环比|压减|扩大|上涨|下跌|缩短|压缩|增|降)(?:了|为|达到|达|约|超过|近|:)*$"
)
_RATE = re.compile(r"([^\W0-9_]{2})(?:比率|比例|比重|率|覆盖面|满意度|知晓度)[^,。;]{0,6}$")
_SHARE = re.compile(r"占(?!道|地|用)[^,。;]{0,16}$|(?:比例|比重|占比|份额)[^,。;]{0,5}$")
_UNBOUNDED = re.compile(
    r"(?:增长率|利润率|回报率|收益率|负债率|杠杆率|容积率|毛利率|产销率|充足率|拨备覆盖率|周转率|增值率|投资率|倍率|汇率|完成率|通胀率|比价|抚养比|溢价率|本利率|超额率)[^,。;]{0,6}$"
)
_OF_AMOUNT = re.compile(r"占[^,。;]{0,12}$")
_COUNTED = re.compile(r"(?:已|完成|送)[^,。;(]{0,24}[0-9][^,。;(]{0,8}\($")
_PACE_NAME = re.compile("序时进度|时序进度|时间进度")
_SAME_TIME_LAST_YEAR = re.compile("(?:上年|去年)同期(?:为|是)?$")
_PAIR = 2
_AMONG = re.compile("中(?:[|]|,?(?:有|已|完成|实现))")
_TESTED = re.compile("抽检|抽查|检测|评估|监测|考核|测评|参评|验收|复评|初评|检验|中,")
_GRADES = frozenset(("合格", "优秀", "优良", "达标", "通过", "及格", "良好"))
_WHOLE_CLAUSE = re.compile(r"全部|均|中,?$|共|应|总")


def is_completion(mention: Mention, targets: Sequence[Target]) -> bool:
    """Whether a percentage says how much of a target is done, and is no rate that is itself the target."""
    if not mention.quantity.is_percent or _PACE.search(mention.lead):
        return False
    if not mention.before and "(" in mention.subject[-1:] and _COUNTED.search(mention.subject):
        return True
    if not _COMPLETION.search(mention.lead) or _GROWTH.search(mention.lead):
        return False
    rates = [target for target in targets if target.kind == "rate"]
    named = _RATE.search(mention.lead)
    if named and not re.search("完成|进度", mention.lead[-10:]):
        return False
    return not any(
        pairs(target.name) & pairs(mention.lead[-12:]) and "率" in mention.lead for target in rates
    )


def read_percentage(
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int]
) -> Percentage:
    """The percentage at ``mentions[position]`` with the numbers that give it, where the text has them."""
    mention = progress.mentions[position]
    before = mention.lead if len(mention.lead) > 1 else mention.subject[-12:] + mention.lead
    completion = is_completion(mention, targets)
    point = kind_of(mention.quantity.base_unit) == "point"
    growth = point or (not completion and _GROWTH.search(before) is not None)
    share = _SHARE.search(before) is not None or _RATE.search(before) is not None
    bounded = not completion and not growth and share and _UNBOUNDED.search(before) is None
    target = _target_of(progress, position, targets, answers, completion=completion)
    if bounded and target is None and (done := _done_share(progress, position, targets, answers)) is not None:
        completion, bounded, target = True, False, done
    if target is not None and not completion and targets[target].kind == "rate":
        bounded = True
    numerator, denominator = _fraction(
        progress, position, targets, answers, target, completion=completion, bounded=bounded
    )
    low, high = _allowed(numerator, denominator)
    return Percentage(
        quantity=unfold(mention.quantity, progress.folded),
        bounded=bounded,
        completion=completion,
        growth=growth,
        numerator=None if numerator is None else numerator.base_value,
        denominator=None if denominator is None else denominator.base_value,
        low=low,
        high=high,
        whole_denominator=_is_whole(denominator) and (numerator is None or _is_whole(numerator)),
        target=target,
        told=_is_told(progress, position),
        pace=_PACE_NAME.search(mention.lead) is not None,
    )


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


def _done_share(
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int]
) -> int | None:
    """The target whose completion a rate states under another name: 新开工22356套,开工率106.5%."""
    if position == 0 or position - 1 not in answers:
        return None
    mention, before = progress.mentions[position], progress.mentions[position - 1]
    index = answers[position - 1]
    whole = targets[index].quantity
    near = before.clause.sentence == mention.clause.sentence
    fits = whole is not None and relation(before.quantity.unit, whole.unit) != "different"
    return (
        index
        if near and fits and whole is not None and gives(before.quantity, whole, mention.quantity)
        else None
    )


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
    if mention.twin is not None and mention.twin in answers:
        return answers[mention.twin]
    if position and _is_another(
        progress.mentions[position - 1], mention, targets, matched=position - 1 in answers
    ):
        return None
    for earlier in range(position - 1, -1, -1):
        if earlier in answers and progress.mentions[earlier].clause.sentence >= mention.clause.sentence - 1:
            return answers[earlier]
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
    words = pairs(mention.subject + mention.local)
    shared = [(len(words & pairs(targets[index].name)), -index) for index in numeric]
    best = max(shared, default=(0, 0))
    return -best[1] if best[0] else None


def _is_another(before: Mention, mention: Mention, targets: Sequence[Target], *, matched: bool) -> bool:
    """Whether the number right before a completion percentage measures what no target asks: 投资5860万元,占计划的81.4%."""
    if matched or before.quantity.is_percent or before.clause.end + 1 < mention.clause.start:
        return False
    asked = {kind_of(target.base_unit) for target in targets if target.quantity is not None}
    return (
        before.clause.sentence == mention.clause.sentence and kind_of(before.quantity.base_unit) not in asked
    )


def _fraction(  # noqa: PLR0913 - a percentage and all that may give it
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int], target: int | None,
    *, completion: bool, bounded: bool,
) -> tuple[Quantity | None, Quantity | None]:  # fmt: skip
    stated = _stated_whole(progress, position)
    if stated is not None:
        numerator = _nearest(progress, stated - 1, progress.mentions[stated].quantity, position)
        return numerator, progress.mentions[stated].quantity
    twin = progress.mentions[position].twin
    if completion and target is not None and twin is not None:
        same = relation(progress.mentions[twin].quantity.unit, targets[target].unit) != "different"
        return (progress.mentions[twin].quantity, targets[target].quantity) if same else (None, None)
    if completion and target is not None:
        return _of_target(progress, position, targets[target], answers, target)
    if bounded and twin is not None and _SHARE.search(progress.mentions[position].lead):
        return progress.mentions[twin].quantity, None
    if bounded:
        return _of_parts(progress, position, targets)
    return _of_change(progress, position)


def _stated_whole(progress: Progress, position: int) -> int | None:
    """``占年度计划8亿元的62.5%``: the number directly before the percentage is the whole."""
    if position == 0:
        return None
    mention, before = progress.mentions[position], progress.mentions[position - 1]
    same = before.clause == mention.clause and not before.quantity.is_percent
    return (
        position - 1
        if same and mention.before in ("的", "的比例达到", "的比重达") and _OF_AMOUNT.search(before.before)
        else None
    )


def _nearest(progress: Progress, start: int, like: Quantity, position: int) -> Quantity | None:
    sentence = progress.mentions[position].clause.sentence
    for place in range(start, -1, -1):
        mention = progress.mentions[place]
        if mention.clause.sentence != sentence:
            return None
        if relation(mention.quantity.unit, like.unit) in ("same", "scaled"):
            return mention.quantity
    return None


def _of_target(
    progress: Progress, position: int, target: Target, answers: Mapping[int, int], index: int
) -> tuple[Quantity | None, Quantity | None]:
    sentence = progress.mentions[position].clause.sentence
    for place, answered in answers.items():
        mention = progress.mentions[place]
        near = abs(mention.clause.sentence - sentence) <= 1
        if answered != index or not near or target.quantity is None:
            continue
        stated = progress.mentions[position].quantity
        if relation(mention.quantity.unit, target.unit) != "different" or gives(
            mention.quantity, target.quantity, stated
        ):
            return mention.quantity, target.quantity
    return None, None


def _of_change(progress: Progress, position: int) -> tuple[Quantity | None, Quantity | None]:
    """``9.8万人次,上年同期为9.1万人次,增长9.7%``: the difference over the base that the sentence gives."""
    mention = progress.mentions[position]
    if (
        position < 2
        or mention.quantity.base_unit != "%"
        or not re.match(r",?(?:同比)?(?:增长|下降|减少|增加)(?:了)?$", mention.before)
    ):
        return None, None
    now, base = progress.mentions[position - 2].quantity, progress.mentions[position - 1]
    adjacent = _SAME_TIME_LAST_YEAR.search(base.before) and base.clause.end + 1 == mention.clause.start
    if (
        not adjacent
        or relation(now.unit, base.quantity.unit) != "same"
        or progress.mentions[position - 2].clause.end + 1 != base.clause.start
    ):
        return None, None
    fell = re.search("下降|减少", mention.before) is not None
    return _difference(now, base.quantity, fell=fell), base.quantity


def _difference(now: Quantity, base: Quantity, *, fell: bool) -> Quantity:
    sign = -1 if fell else 1
    low, high = now.low or now.base_value, now.high or now.base_value
    base_low, base_high = base.low or base.base_value, base.high or base.base_value
    ends = sorted((sign * (low - base_high), sign * (high - base_low)))
    return now._replace(base_value=sign * (now.base_value - base.base_value), low=ends[0], high=ends[1])


def _of_parts(
    progress: Progress, position: int, targets: Sequence[Target]
) -> tuple[Quantity | None, Quantity | None]:
    """``抽检500批次,合格490批次,合格率98%``: the part is named like the rate, the whole comes before it."""
    mention = progress.mentions[position]
    earlier = [
        other
        for other in progress.mentions[:position]
        if other.clause.sentence == mention.clause.sentence
        and kind_of(other.quantity.base_unit) in ("measure", "money", "physical", "time")
    ]
    name = _RATE.search(mention.before)
    if name is None:
        return _share_of_whole(mention, earlier)
    if (
        len(earlier) == 2
        and _could_hold(*earlier)
        and _AMONG.search(f"{earlier[0].after}|{earlier[1].before}")
    ):
        return earlier[1].quantity, earlier[0].quantity
    proven = _giving_pair(earlier, mention.quantity)
    if proven is not None:
        return proven
    against = [other for other in earlier if f"不{name[1]}" in other.before]
    if len(against) == 1 and len(earlier) == _PAIR and against[0] is earlier[1]:
        return _difference(earlier[0].quantity, against[0].quantity, fell=False), earlier[0].quantity
    named = [other for other in earlier if name[1] in other.before and f"不{name[1]}" not in other.before]
    parts = [other for other in named if not other.whole or name[1] in other.before[-6:]]
    if len(parts) > 1 or (parts and parts[0].part):
        return None, None
    if parts:
        part = parts[-1]
        wholes = [other.quantity for other in earlier if other is not part and _could_hold(other, part)]
        asked = [
            target.quantity
            for target in targets
            if target.quantity and _same_unit(target.quantity, part.quantity)
        ]
        return part.quantity, _whole_among(wholes, asked, part.quantity, mention.quantity)
    if (
        len(earlier) == 1
        and name[1] in _GRADES
        and _TESTED.search(progress.text[max(0, earlier[0].clause.start - 8) : mention.quantity.start])
    ):
        return None, earlier[0].quantity
    if len(earlier) == 1 and earlier[0].whole:
        return None, earlier[0].quantity
    everyone = (
        len(earlier) == 1
        and mention.quantity.value == 100
        and _WHOLE_CLAUSE.search(progress.clause_text(earlier[0].clause))
    )
    return (earlier[0].quantity, earlier[0].quantity) if everyone else (None, None)


def _giving_pair(earlier: Sequence[Mention], stated: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two neighbouring numbers whose ratio is the percentage: 单位143家,检查91家次,覆盖率63.6%."""
    for whole, part in pairwise(earlier):
        if (
            _could_hold(whole, part)
            and whole.quantity.base_value > 2
            and gives(part.quantity, whole.quantity, stated)
        ):
            return part.quantity, whole.quantity
    return None


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return relation(one.unit, other.unit) in ("same", "scaled") and one.base_value >= other.base_value


def _whole_among(
    wholes: Sequence[Quantity], asked: Sequence[Quantity], part: Quantity, stated: Quantity
) -> Quantity | None:
    """The only whole there is, or the one (a target's number too) that gives the percentage; else None."""
    fitting = [whole for whole in (*wholes, *asked) if gives(part, whole, stated)]
    return fitting[0] if fitting else wholes[0] if len(wholes) == 1 else None


def _share_of_whole(mention: Mention, earlier: Sequence[Mention]) -> tuple[Quantity | None, Quantity | None]:
    if not earlier or not _OF_AMOUNT.search(mention.before):
        return None, None
    part = earlier[-1]
    wholes = [other for other in earlier[:-1] if _could_hold(other, part)]
    same_clause = part.clause == mention.clause or part.clause.end + 1 >= mention.clause.start
    return (part.quantity, wholes[0].quantity) if len(wholes) == 1 and same_clause else (None, None)


def _could_hold(whole: Mention, part: Mention) -> bool:
    same = (
        whole.quantity.base_unit is not None
        and (part.quantity.base_unit or "?")[0] == whole.quantity.base_unit[0]
    )
    return (
        same
        and whole.quantity.base_value >= part.quantity.base_value
        and whole.quantity.start < part.quantity.start
    )


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
