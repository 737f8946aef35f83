"""Tells a percentage that says how much of a target is done from a rate that is itself what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from toolkit.language.content import pairs
from toolkit.language.figures import Mention
from toolkit.language.fraction import excess
from toolkit.language.model import Target
from toolkit.language.rates import RATE
from toolkit.language.vocabulary import expression, pattern

_COMPLETION = (
    r"(?:(?:任务|目标|计划|指标|预算|工程量|总量|总投资|总任务|应完成)[^,。;%]{0,12}|(?:占|达|达到|完成|完成了|为)(?:全年|年度|年初)(?:的)?"
    r"|(?:完成率|完成比例|进度|任务率|完成度)[^,。;%]{0,6}|(?:完成|已完成)(?:了|总体|总量的|其中)?)$"
)
_PACE = r"序时进度[为达到(:]{0,3}$|时序进度[(为]{0,2}$"
_COUNTED = r"(?:已|完成|送)[^,。;(]{0,24}[0-9][^,。;(]{0,8}\($"
_ONLY = r"[0-9][0-9.,]{0,14}[^\W0-9_]{0,4}\("  # 13.82亿元(53.2%)
_COMPARED = r"(?:比|较|高于|低于|优于|好于)[^,。;]{0,14}$|超过[^,。;]{0,30}$"
_SAID_AGAIN = r"的?(?:全年|年度|年初|既定|预期|整改|改善|工作|考核)*的?(?:目标|要求|指标)"
_OF_STATED_TASK = (
    "占[^,。;%]{0,8}(?:任务|目标|计划|指标)[^,。;%]{0,4}[0-9][^,。;%]{0,12}$"  # 占目标任务数100公里的136.9%
)
_OF_TASKS = "完成[^,。;]{0,16}(?:任务|目标|计划|工程量|投资额?)(?:的|总量)?$|形象进度[^,。;]{0,6}$"
_OF_TASK = "完成(?:率|比例|度)[^,。;]{0,6}$"
_DONE_SO_FAR = "已(?!达到?|实现)([^\\W0-9_]{2})(?:完成)?$"  # 已封堵86%
_OF_ALL = "占(?:(?:全[市省国区县州部]|总数|总体)[^,。;]{0,8}|[^,。;]{0,8}预算(?:支出|收入)的?(?:比重|比例)?[为达到]*)$"
_OF_TOTAL = "占总[量数]的?$"  # of a share that was asked for: 网上信访占比70%
_FORESEEN = "预计(?:可|将|能)(?:达到?|提高到|提升到|为)$"  # 随任务完成预计可达到42.2%
_RATED = "[率占比度]"
_OF_ANOTHER = (
    "占(?![^,。;]*(?:任务|目标|计划|指标|全年|年度|工程|投资|应))[^,。;]{2,10}(?:总量|总数|总额|总面积)的?$"
)


@cache
def of_change() -> re.Pattern[str]:
    """Finds the words of a change right before a percentage."""
    return re.compile(rf"(?:{pattern('percentages', 'growth')})(?:了|为|达到|达|约|超过|近|:)*$")


def is_completion(mention: Mention, targets: Sequence[Target]) -> bool:
    """Whether a percentage says how much of a target is done, and is no rate that is itself the target."""
    if not mention.quantity.is_percent or expression(_PACE).search(mention.lead):
        return False
    if (
        expression(_OF_ALL).search(mention.lead)
        or expression(_OF_ANOTHER).search(mention.lead)
        or excess().search(mention.lead)
        or expression(_COMPARED).search(mention.lead)
        or expression(_FORESEEN).search(mention.lead)
        or _says_again(mention, targets)
    ):
        return False
    if (outright := _told_outright(mention, targets)) is not None:
        return outright
    if not expression(_COMPLETION).search(mention.lead) or of_change().search(mention.lead):
        return False
    rates = [target for target in targets if target.kind == "rate"]
    if expression(_OF_TOTAL).search(mention.lead) and any("占" in target.name for target in rates):
        return False
    if any(expression(_OF_TASKS).search(target.context.partition("|")[0]) for target in rates):
        return False
    named = expression(RATE).search(mention.lead)
    if named and not expression("完成|进度").search(mention.lead[-10:]):
        return False
    of_tasks = expression(_OF_TASK).search(mention.lead) is not None
    return not any(
        pairs(target.name) & pairs(mention.lead[-12:])
        and (not of_tasks or "完成" in target.name)
        and (
            "率" in mention.lead
            or "进度" in target.name
            or mention.lead.endswith("进度")
            or expression(_RATED).search(target.name) is None  # 设备安装30%
        )
        for target in rates
    )


def _told_outright(mention: Mention, targets: Sequence[Target]) -> bool | None:
    """Whether a percentage that stands alone, in a bracket or behind 已封堵 tells of a target; None for others."""
    if mention.is_alone:
        return not any(target.base_unit in ("%", "‰") for target in targets)
    if mention.before == "的" and expression(_OF_STATED_TASK).search(mention.subject):
        return True
    if (
        not mention.before
        and "(" in mention.subject[-1:]
        and (expression(_COUNTED).search(mention.subject) or expression(_ONLY).fullmatch(mention.subject))
    ):
        return True
    done = expression(_DONE_SO_FAR).search(mention.lead)
    if done is None:
        return None
    return any(done[1] in f"{target.name}{target.context}" for target in targets if target.kind == "total")


def _says_again(mention: Mention, targets: Sequence[Target]) -> bool:
    """Whether a percentage only repeats a rate that was asked for: 提前完成55%的年度目标."""
    return expression(_SAID_AGAIN).match(mention.after) is not None and any(
        target.base_unit == mention.quantity.base_unit and target.value == mention.quantity.value
        for target in targets
    )
