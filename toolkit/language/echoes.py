"""Tells whether a number of a progress text only says its target again: 全年计划新建12处, 30处已列入计划."""

from __future__ import annotations

from toolkit.language.comparing import asks_alike
from toolkit.language.conversion import converted
from toolkit.language.figures import Mention
from toolkit.language.model import Target
from toolkit.language.units import relation
from toolkit.language.vocabulary import expression

_PLANNED = (
    r"(?:全年|年度|年初|本年度?|今年)(?:计划|任务|目标)(?!的)(?:[^。;](?!实际|已|完成))*$|任务[数量]?[为是]$"
)
_AIMED = r"(?:围绕|按照|对照|紧扣|锚定|聚焦|根据|针对|依据|对标)[^,。;]*$"
_AIM_BEHIND = "[^,。;、]{0,10}的?(?:总体|年度|全年|工作)?(?:目标|任务|要求|部署|计划)"
_BEGINNINGS = "开工|实施|启动|开展"
_ALL_BEGUN = f"(?:全部|均已?)[^,。;]{{0,4}}({_BEGINNINGS})"
_PUT_DOWN = "(?:列入|纳入)[^,。;]{0,8}(?:计划|任务|台账)(?![^,。;]{0,8}完成)"  # 30处点位已列入年度计划
_OF_DONE = "(?:完成|已|建成|开工|新增)(?![^。;]*(?:计划|任务|目标))[^。;]{0,40}$"  # 完成9万亩(其中飞播4万亩)
_LIST_DONE = (
    "(?:[^,。;0-9]{0,6})(?:已完成|累计完成|共完成|完成|建成)(?:[^,。;0-9]{1,12}[0-9.]+[^,。;0-9]{1,4}[,、])+"
)
_DONE_TO_ALL = "[^,。;0-9]{0,8}已?(?:全部|均已?)(?:采取|落实|接入|安装|配备|覆盖|签订|启用|开通|整改|清理|验收)"  # 67块裸地已全部采取苫盖
_SHORT = 8  # characters that hold a noun and no more
_NEWLY = ("新成立", "新组建", "新设立", "新引进", "新认定", "新建成", "新获批", "认定", "评选", "命名")


def repeats(mention: Mention, target: Target) -> bool:
    """Whether a number only says the target again: the same amount, with no verb of completion over it."""
    quantity = mention.quantity
    if (
        target.base_value is None
        or converted(quantity, target.base_unit).base_value != target.base_value
        or target.kind == "zero_occurrence"
        or mention.compared  # 由62个减少到0
        or relation(quantity.unit, target.unit) == "different"
    ):
        return False
    if expression(_PLANNED).search(f"{mention.subject}{mention.before}") is not None:
        return True
    if expression(_AIMED).search(f"{mention.subject}{mention.before}") and expression(_AIM_BEHIND).match(
        mention.after
    ):
        return True
    if quantity.is_percent or target.kind in ("index", "rate", "level") or mention.listed or mention.is_alone:
        return False
    if mention.after.startswith("/") or expression(_DONE_TO_ALL).match(mention.after) is not None:
        return False  # 1000/1000
    if expression(_PUT_DOWN).search(mention.after) is not None:
        return True
    begun = expression(_ALL_BEGUN).search(mention.after)
    if begun is not None and begun[1] in target.context:
        return False
    done = any(word in mention.before[-8:] for word in ("已", "实际", "均在", "均达"))
    done = done or mention.before.startswith(_NEWLY)
    done = done or (mention.part and expression(_OF_DONE).search(mention.subject) is not None)
    done = done or (not mention.under_way and _goes_on_done(mention))
    done = done or (mention.told and not mention.under_way and not mention.whole)
    if not mention.staged and (done or asks_alike(mention, target)):
        return False
    return not mention.finished or (
        mention.stage_follows and mention.before == target.context.partition("|")[0]
    )


def _goes_on_done(mention: Mention) -> bool:
    """Whether a number goes on a list that begins with what is done: 完成造林2.63万亩,封育1.5万亩."""
    short = len(mention.before) <= _SHORT and not mention.before.startswith(("计划", "拟"))
    return short and expression(_LIST_DONE).fullmatch(mention.subject) is not None
