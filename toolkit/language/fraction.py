"""The two numbers that a percentage comes from, where the text leaves no doubt which they are.

A percentage belongs to the number nearest before it. Where that number is not the one that its
target asks for, or where other numbers of the row give the percentage, nothing is said: two
numbers that merely stand in the same cell prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from toolkit.language.among import among_all
from toolkit.language.arithmetic import difference
from toolkit.language.comparing import gives, misses_by_far
from toolkit.language.conversion import converted
from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Quantity, Target
from toolkit.language.otherwise import explained_otherwise
from toolkit.language.rates import of_parts
from toolkit.language.units import relation
from toolkit.language.vocabulary import expression, pattern

Fraction = tuple[Quantity | None, Quantity | None]
UNKNOWN: Fraction = (None, None)

SHARE = r"占(?!道|地|用)[^,。;]{0,16}$|(?:比例|比重|占比|份额)[^,。;]{0,5}$"
_OF_AMOUNT = r"(?:占|完成|达到?|为)[^,。;]{0,14}$"
_OF = r"\)?的(?:比例达到|比重达)?$"
_AMONG = r"中的?$"
_THAN_LAST_YEAR = "[比较](?:上年|去年)(?:同期)?的?"
_SAME_TIME_LAST_YEAR = "(?:上年|去年)同期(?:为|是)?$"
_OF_TASK = r"(?:^|[,、])完成$|任务|目标|计划|指标|预算|占|完成率|\($"
_CHANGE = r",?(?:同比)?(?:增长|下降|减少|增加)(?:了)?$"
_LED_TO = "(?:平均)?(?:提速|压缩|缩短|减少|下降|降低|压减|增长|增加|提高|提升|上涨|[增降减]幅)(?:了|达|为)?"
_OF_WORKS = "(?:施工|工程|形象|建设)(?:进度|量)[^,。;]{0,6}$"  # how far works are is no count of them
_LEFT_OVER = "(?:剩余|其余|余下|尚余|尚有|还有|还剩)[^,。;]{0,4}$"
_OVERALL = "(?:整体|总体|综合|平均|合计)[^,。;]{0,6}$"
_OF_A_STAGE = "(?:阶段性?|半年|季度?|月度?|[二三四五六七八九十]年)[^,。;]{0,8}(?:任务|目标|计划)[^,。;]{0,4}$"
_OF_SEVERAL = (
    r"分别[^,。;()]{0,16}\([^()]{0,60}、[^()]{0,60}\)的$"  # 分别完成目标(锅炉120台、管网36公里)的80%
)
_TWO_RATES = "开、?[竣完]工率"
_BEHIND = 160  # characters before a percentage in which a bracket may say what it is of
_REACH = 2  # clauses between a percentage and the number that it belongs to


@cache
def excess() -> re.Pattern[str]:
    """What stands before a percentage that is of the excess over a target alone."""
    tail = "(?:完成)?(?:了|达|约|近|全年|年度|目标|任务|计划)*$"
    return re.compile(rf"(?:{pattern('percentages', 'excess')}){tail}")


def fraction(  # noqa: PLR0913 - a percentage and all that may give it
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int], target: int | None,
    *, completion: bool, bounded: bool,
) -> Fraction:  # fmt: skip
    """Numerator and denominator of the percentage at ``mentions[position]``; None for what is not sure."""
    mention = progress.mentions[position]
    behind = progress.text[max(0, mention.clause.start) : mention.quantity.start]
    if "分别" in behind and (behind.count("率") > 1 or expression(_TWO_RATES).search(behind)):
        # 开工率和完成率分别为, 开竣工率分别为: two rates of the same
        return UNKNOWN
    start = mention.quantity.start
    if expression(_OF_SEVERAL).search(progress.text, max(0, start - _BEHIND), start) is not None:
        return UNKNOWN
    if completion and (
        _is_overall(progress, position, answers)
        or expression(_OF_WORKS).search(mention.lead) is not None
        or expression(_OF_A_STAGE).search(mention.lead) is not None
    ):
        return UNKNOWN
    if (stated := _stated_whole(progress, position)) is not None:
        whole = progress.mentions[stated].quantity
        part = _nearest(progress, stated - 1, whole, position)
        found = (part, whole) if part is not None else UNKNOWN
    elif (among := among_all(progress, position)) is not None:
        found = among
    elif excess().search(mention.before):
        found = _excess(progress, position, targets, answers)
    elif completion and target is not None:
        found = _of_target(progress, position, targets[target], answers, target)
    elif bounded and mention.twin is not None and expression(SHARE).search(mention.lead):
        found = progress.mentions[mention.twin].quantity, None
    elif bounded:
        found = of_parts(progress, position, targets)
    else:
        found = _of_change(progress, position)
    return UNKNOWN if explained_otherwise(progress, position, targets, found) else found


def _stated_whole(progress: Progress, position: int) -> int | None:
    """``占年度计划8亿元的62.5%``, ``占年度任务(3.9万个)的40.4%``: the number right before is the whole."""
    if position == 0:
        return None
    mention, before = progress.mentions[position], progress.mentions[position - 1]
    if before.quantity.is_percent or before.clause.sentence != mention.clause.sentence:
        return None
    between = progress.text[before.quantity.end : mention.quantity.start]
    lead = progress.text[max(0, before.quantity.start - 16) : before.quantity.start].rstrip("约近")
    return (
        position - 1
        if expression(_OF).fullmatch(between) and expression(_OF_AMOUNT).search(lead.rstrip("("))
        else None
    )


def _is_overall(progress: Progress, position: int, answers: Mapping[int, int]) -> bool:
    """Whether a percentage speaks of several targets together: 整体完成率194%."""
    mention = progress.mentions[position]
    together = expression(_OVERALL).search(mention.before) is not None
    sentence = mention.clause.sentence
    return together and sum(progress.mentions[place].clause.sentence == sentence for place in answers) > 1


def _nearest(progress: Progress, start: int, like: Quantity, position: int) -> Quantity | None:
    """The nearest number before in the sentence that has the unit of ``like``."""
    sentence = progress.mentions[position].clause.sentence
    for place in range(start, -1, -1):
        mention = progress.mentions[place]
        if mention.clause.sentence != sentence:
            return None
        if relation(mention.quantity.unit, like.unit) in ("same", "scaled"):
            return mention.quantity
    return None


def _excess(
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int]
) -> Fraction:
    """``改造4559户,超额完成20%``: what the number passes its target by, over the target."""
    mention = progress.mentions[position]
    place = position - 1 if mention.twin is None else mention.twin
    if place not in answers or progress.mentions[place].clause.sentence != mention.clause.sentence:
        return UNKNOWN
    part, whole = progress.mentions[place].quantity, targets[answers[place]].quantity
    if whole is None or relation(part.unit, whole.unit) not in ("same", "scaled"):
        return UNKNOWN
    return difference(part, whole, fell=False), whole


def _of_target(
    progress: Progress, position: int, target: Target, answers: Mapping[int, int], index: int
) -> Fraction:
    """The number that answers the target over the target, if it is the one that the percentage follows."""
    mention = progress.mentions[position]
    if target.quantity is None:
        return UNKNOWN
    if mention.twin is not None:
        part = progress.mentions[mention.twin]
        same = relation(part.quantity.unit, target.unit) != "different"
        return (converted(part.quantity, target.base_unit), _exact(target.quantity)) if same else UNKNOWN
    nearest = _followed(progress, position, target.quantity, answers, index)
    if nearest is None:
        return UNKNOWN
    part = progress.mentions[nearest]
    told = converted(part.quantity, target.base_unit)
    if gives(told, target.quantity, mention.quantity):
        return told, _exact(target.quantity)
    near = (
        mention.clause.start - part.clause.end <= 1 or expression(_OF_TASK).search(mention.lead) is not None
    )
    if (
        answers.get(nearest) != index
        or (
            part.part and misses_by_far(told, target.quantity, mention.quantity)
        )  # 其中县级3.3亿元,占计划的100%
        or not near
        or not expression(_OF_TASK).search(mention.subject[-1:] + mention.lead)
    ):
        return UNKNOWN
    return told, _exact(target.quantity)


def _exact(asked: Quantity) -> Quantity:
    """A target's own number: what is asked for is exact, also where it is written as 1.6万."""
    return asked._replace(low=asked.base_value, high=asked.base_value)


def is_left_over(mention: Mention) -> bool:
    """Whether a number is of what is still to be done: 其余6处."""
    return expression(_LEFT_OVER).search(mention.before) is not None


def _followed(
    progress: Progress, position: int, like: Quantity, answers: Mapping[int, int], index: int
) -> int | None:
    """The place of the nearest number before a percentage that can be set against the target."""
    sentence = progress.mentions[position].clause.sentence
    for place in range(position - 1, -1, -1):
        mention = progress.mentions[place]
        if mention.clause.sentence < sentence - 1:
            return None
        if answers.get(place) == index:
            return place
        closed = progress.text.find(")", mention.quantity.end, progress.mentions[position].clause.start) >= 0
        if mention.part and closed:
            continue  # 28.7万平方米(含新生违建0.4万平方米),占年度任务的52%
        if not is_left_over(mention) and relation(mention.quantity.unit, like.unit) != "different":
            return place
    return None


def _of_change(progress: Progress, position: int) -> Fraction:
    """``9.8万人次,上年同期为9.1万人次,增长9.7%``: the difference over the base that the sentence gives."""
    mention = progress.mentions[position]
    if position < _REACH or mention.quantity.base_unit != "%":
        return UNKNOWN
    if expression(_LED_TO).fullmatch(mention.before) and (led := _of_from_to(progress, position)) != UNKNOWN:
        return led
    if not expression(_CHANGE).match(mention.before):
        return UNKNOWN
    now, base = progress.mentions[position - 2], progress.mentions[position - 1]
    if base.clause == mention.clause:
        told = expression(_THAN_LAST_YEAR).fullmatch(base.before) is not None
    else:
        before = expression(_SAME_TIME_LAST_YEAR).search(base.before) is not None
        told = before and base.clause.end + 1 == mention.clause.start
    beside = now.clause.end + 1 == base.clause.start
    if not told or not beside or relation(now.quantity.unit, base.quantity.unit) != "same":
        return UNKNOWN
    fell = expression("下降|减少").search(mention.before) is not None
    return difference(now.quantity, base.quantity, fell=fell), base.quantity


def _of_from_to(progress: Progress, position: int) -> Fraction:
    """``由20个工作日压缩至13个,提速35%``: the difference over what there was."""
    base, now, mention = progress.mentions[position - 2 : position + 1]
    led = base.compared and base.clause == now.clause and now.before.endswith(("至", "到"))
    beside = now.clause.end + 1 == mention.clause.start
    amounts = not base.quantity.is_percent and relation(now.quantity.unit, base.quantity.unit) == "same"
    if not led or not beside or not amounts:
        return UNKNOWN
    fell = now.quantity.base_value < base.quantity.base_value
    return difference(now.quantity, base.quantity, fell=fell), base.quantity
