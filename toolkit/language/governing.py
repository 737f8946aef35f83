"""The verbs that govern a number of a progress text: finished, under way, a step on the way, a change."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from toolkit.language.cutting import Clause
from toolkit.language.vocabulary import any_of, expression, pattern, words

_ALREADY = r"已(?!开工|进场|启动|立项|纳入|列入|入场|受理|接)[^\W0-9_]{1,3}(?=[|])"
_CLAIMED = r"[,、](?:已)?(?:圆满|全面|如期|提前|超额|顺利|按期)?(?:完成|超额完成)(?:了)?(?:全部|全年|年度|目标|任务|既定)"
_FROM = r"(?:由|从)[^,。;]{0,16}$"
_COMPARED = (
    r"(?:比|较)[^,。;]{0,10}(?:增加|增长|减少|下降|提高|提升|上升|降低|压减|缩短|扩大|多|少|净增)(?:了)?(?:约|近)?$"
    r"|(?<!恢复[到至])(?:上年|去年)(?:同期)?(?:为|是|的|完成)?$|同比(?:增加|减少|多|少)(?:了)?$|(?:增加|减少|增收|减收|增支|减支)$"
)
_ON_TOP = "[^,。;0-9]{0,12}的?基础上"
_ADJUSTED = "(?:调整|调减|调增|下调|上调|修订)(?:为|到|至)"
_PLANNED_FROM = "(?:由|从|将)[^,。;]{0,8}(?:年初|预算|原定|设定|目标|计划|任务)[^,。;]{0,24}|(?:预算|目标|计划|任务)[^,。;]{0,6}(?:由|从)[^,。;]{0,24}"
_ADJUSTED_BEHIND = f"[^,。;0-9]{{0,6}}{_ADJUSTED}"
_ADJUSTED_BEFORE = f"{_ADJUSTED}[^,。;0-9]{{0,4}}$"
_ADJUSTED_FROM = f"(?:{_PLANNED_FROM})$"
_ADJUSTED_FROM_TO = f"(?:{_PLANNED_FROM}){_ADJUSTED}[^,。;]{{0,24}}$"
_COMPARED_ENDS = frozenset("加长少降高升低多增了约近年期为是的成收支减短大")
_PLAN_DONE = "已[^,。;]{0,7}$|(?:完成|实现)[^,。;将拟]{0,12}计划[^,。;]{1,6}$"
_FORECAST = (
    "预计(?:到|至)?(?:今年|本年|20[0-9]{2}年)?(?:全年|年底|[0-9]{1,2}月底前?)[^。;]{0,80}$"
    "|预计[^。;]{0,40}(?:年底|[0-9]{1,2}月底)前?[^。;]{0,20}$"
)
_OF_A_STEP = "的?(?:节点|阶段性?)(?:目标|任务)"  # 完成9月份设置的20公里的节点目标
_STATED = (
    "^(?!.*(?:全年(?![^,。;]{0,6}产)|年底|年末|下半年|明年|[0-9]月)).*预计(?:为|约为?)?$"  # 投入强度预计5.7%
)
_ESTIMATED = (
    "(?:上半年|[一二三]季度|[0-9]-[0-9]{1,2}月份?)[^,。;]{0,24}预计(?:可)?(?:完成|实现|达到?|为)?$|预计(?:[^,。;0-9]{0,4}(?:上半年|[一二三]季度|[0-9]{1,2}-[0-9]{1,2}月)|(?:同比)?(?:增长|下降)|[人户亩]均|可(?:削减|减排|减少|节约|节省|节能))(?![^,。;]*(?:全年|年底))"
    f"|{_STATED}"
)
_AHEAD_OF = "全年|年底|年末|年内|下半年|明年|届时|[0-9一二三四]月|[四4]季度|月底"
_RATED = ",?(?:同比|较?(?:上年|去年)同期)?(?:增长|下降|上升|提高|减少)"  # 预计完成27.4亿元,同比增长14%
_CHOSEN = "(?:入选|获批|获评|荣获|列为)[^,。;]{1,20}(?:计划|工程|项目|名录|名单)$"  # a plan by name
_TO_END = "(?:提高|提升|增加|上升|扩大|下降|降低)(?:到|至|为)$"
_TO_ENDS = frozenset("到至为")
_DRAFT_ENDS = frozenset("案计标址研项察制作审查批复证")
_NOUN = r"[^\W0-9_]{2,12}"
_REACH = 80  # characters before a number in which its plan may have been changed
_AHEAD, _FURTHER = 24, 40  # characters behind a number in which a step may follow


class Verbs(NamedTuple):
    """What the verbs around a number say of it."""

    finished: bool
    under_way: bool
    planned: bool
    staged: bool
    stage_follows: bool
    compared: bool


@cache
def _to() -> str:
    return rf"(?:{pattern('progress', 'changed')})(?:了)?(?:到|至|为)"


@cache
def _to_only() -> str:
    return rf"[^0-9,。;]{{0,4}}{_to()}"


@cache
def _to_behind() -> str:
    return rf"[^0-9,。;]{{0,6}}{_to()}"


@cache
def _stage() -> str:
    return rf"(?:{pattern('progress', 'carried out')})(?:了)?[^,。;]{{0,10}}(?:{pattern('progress', 'step')})"


@cache
def _follows() -> str:
    verbs, steps = pattern("progress", "carried out"), pattern("progress", "step behind")
    return rf"(?:{verbs})[^,。;]{{0,12}}(?:{steps})|预计[^,。;]{{0,8}}(?:{pattern('progress', 'begins')})"


@cache
def _draft() -> str:
    return rf"(?:{pattern('progress', 'draft')})(?:编制|工作|设计|方案|评审|审查|审批|批复|论证|备案)?$"


def verbs(text: str, clause: Clause, end: int, before: str, after: str, governing: str) -> Verbs:
    """What governs the number that ends at ``end``; ``governing`` are the words that may."""
    stop = clause.end
    step = any_of("progress", "carried out").search(text, end, end + _FURTHER) is not None
    staged = (
        (step and expression(_stage()).search(text, end, min(stop, end + _AHEAD)) is not None)
        or any_of("progress", "early").search(before[-8:]) is not None
        or (after[-1:] in _DRAFT_ENDS and expression(_draft()).search(after) is not None)
    )
    estimated = _is_estimated(text, end, before)
    all_done = any_of("progress", "all done").search(text, end, min(stop, end + _FURTHER)) is not None
    chosen = expression(_CHOSEN).search(before) is not None
    planned = (
        (not (estimated or all_done or chosen) and _is_planned(before))
        or expression(_OF_A_STEP).match(after) is not None
        or _is_readjusted(text[max(clause.start, end - _REACH) : end], before, after)
    )
    finished = (
        not staged
        and not planned
        and (
            any_of("words", "finished").search(governing) is not None
            or all_done
            or chosen
            or reaches(before)
            or (before[-1:] in _TO_ENDS and expression(_TO_END).search(before) is not None)
            or ("已" in governing and _is_already(governing))
            or expression(_CLAIMED).search(text, end, stop + _AHEAD) is not None
        )
    )
    follows = (step or "预计" in text[end : end + _FURTHER]) and (
        expression(_follows()).search(text, end, end + _FURTHER) is not None
    )
    under_way = staged or (
        not chosen and not estimated and any_of("words", "under_way").search(governing) is not None
    )
    return Verbs(finished, under_way, planned, staged, follows, _is_compared(before, after))


def _is_estimated(text: str, end: int, before: str) -> bool:
    """Whether 预计 only says that the number of a period gone by is not final: 上半年预计完成27.4亿元."""
    return "预计" in before and (
        expression(_ESTIMATED).search(before) is not None
        or (expression(_AHEAD_OF).search(before) is None and expression(_RATED).match(text, end) is not None)
    )


def _is_planned(before: str) -> bool:
    return (
        any_of("words", "planned").search(before[-16:]) is not None
        and expression(_PLAN_DONE).search(before) is None
    )


def is_forecast(sentence: str) -> bool:
    """Whether a sentence has come to tell what the year will bring: 预计全年将新建12处,超额完成全年任务."""
    return "预计" in sentence and expression(_FORECAST).search(sentence) is not None


def _is_already(governing: str) -> bool:
    return expression(_ALREADY).search(governing.partition("|")[0] + "|") is not None


def reaches(before: str) -> bool:
    """Whether the words before a number are no more than 提高到: they go on from the number before."""
    return before[-1:] in _TO_ENDS and expression(_to_only()).fullmatch(before) is not None


def _is_readjusted(said: str, before: str, after: str) -> bool:
    """Whether a plan is changed here, from or to the number that ``said`` ends with: 由年初的2%调整为-4%."""
    if "调" not in said + after and "修订" not in said + after:
        return False
    if expression(_ADJUSTED_BEHIND).match(after) is not None:
        return expression(_ADJUSTED_FROM).search(said) is not None
    return (
        expression(_ADJUSTED_BEFORE).search(before) is not None
        and expression(_ADJUSTED_FROM_TO).search(said) is not None
    )


def _is_compared(before: str, after: str) -> bool:
    """比上年增加, 上年同期为, 在已完成28公顷的基础上, or the first number of 由92%提高到98%."""
    if before[-1:] in _COMPARED_ENDS and expression(_COMPARED).search(before) is not None:
        return True
    if "基础上" in after and expression(_ON_TOP).match(after) is not None:
        return True
    if "由" not in before and "从" not in before:
        return False
    return expression(_FROM).search(before) is not None and expression(_to_behind()).match(after) is not None


def own_noun(after: str) -> str:
    """The noun directly behind a number: 226条街巷胡同 speaks of 街巷胡同."""
    match = expression(_NOUN).match(after, after.startswith("内"))  # 1个工作日内办结
    if match is None:
        return ""
    word = match[0]
    verb = any_of("words", "under_way").search(word) or any_of("words", "finished").search(word)
    if verb is not None:
        word = word[: verb.start()]
    return word if len(word) > 1 and not word.startswith(words("progress", "no noun")) else ""
