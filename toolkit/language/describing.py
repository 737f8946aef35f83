"""Tells a number that describes something in a target from one that is asked: 等8项服务, 由5%提高到."""

from __future__ import annotations

from functools import cache

from toolkit.language.model import Quantity
from toolkit.language.vocabulary import expression, pattern, words

_THE_ABOVE = "(?:^|[,;:、])以上$"  # but 10亿元以上15个 asks for 15
_INVESTED = "[^\\W0-9_]{2,12}(?:计划|完成|实现)?投资"
_SO_MANY = frozenset(("千人", "万人", "十万人", "百万人"))
_DISTANCES = frozenset(("米", "公里", "千米"))
_CHARACTERS = tuple("两三四五六七八九十")
_OVER = ("超", "超过", "过", "上")
_WHO = "的?(?:企业|项目|园区|集群|产业|镇|村|户|农户|单位|景区)"  # 产值超10亿元企业12家
_SIZE = "(?:日供水|日处理|日产|年产|年处理|装机|库容|总库容)(?:能力|规模)?$"
_OF_THAT_SIZE = r"的?[^\W0-9_]{2,10}$"  # and then comes the number of them
_WHOLE_AREA = "全市县区省州, "
_OF_RATE = (
    "[^,。;、:]{2,24}(?:率|比例|比重|占比)(?:要|均|都|全部)?"
    "(?:达到|达|为|不低于|不少于|不高于|不超过|保持在?|稳定在|控制在|(?:提高|提升|上升|下降|降低)[到至])?"
)
_OF_EACH = "[^,。;、:]{2,24}(?:均|都|全部)要?(?:实现|达到?|增长|超过|高于)"
_AND_MORE = "[^\\W0-9_]{1,6}以上的?[^\\W0-9_]{2,10}"
_OF_WHICH = "[^,。;、:]{2,16}?(?:年内|全年|今年)?(?:应|要|需|计划|力争)?(?:新?(?:开工|竣工|完工|投产)|(?:提供|举办|组织|放映|演出)(?:不少于|至少)?)"  # 68个项目开工28个
_COUNTED_ONLY = f"{_OF_RATE}|{_OF_EACH}|{_OF_WHICH}"
_FROM = "(?:由|从)[^,。;]{0,14}$"
_BASE_BEFORE = "(?:比|较)[^,。;]{0,10}$"
_BASE_AFTER = "[^,。;]{0,3}(?:提高|增|减|下降|降低|上升)"
_SHARE_OF = "占(?!道|地|用|压|比)(?![^,。;]{0,12}(?:比重|比例|比率|份额))[^,。;]{0,12}$"
_SHARE_ASKED = (  # the share itself is the target
    "达到", "达", "不低于", "不少于", "不超过", "控制在", "稳定在", "保持在", "降至", "升至", "增至", "提高", "提升",
    "上升", "下降", "降低", "增加",
)  # fmt: skip


@cache
def _from_after() -> str:
    return rf"[^,。;]{{0,6}}?(?:{pattern('targets', 'changed')})(?:了)?(?:到|至|为)"


def _is_scope(before: str, after: str) -> bool:
    """Whether a number only counts what a rate is of: 74个国控断面水质优良比例达到95%, 4个指标均实现10%以上增长."""
    if after.startswith("以上") and expression(_OF_RATE).fullmatch(after) is not None:
        return True  # 200人以上自然村通达率97%
    begins = not before.strip(_WHOLE_AREA) or before.endswith("、")
    return begins and expression(_COUNTED_ONLY).fullmatch(after) is not None


def _is_whose(before: str, after: str) -> bool:
    """Whether a number only says whose money the next one is: 150个重点项目完成投资265亿元."""
    return not before.strip() and expression(_INVESTED).match(after) is not None


def is_named_by(quantity: Quantity, before: str, *, last: bool) -> bool:
    """Whether a number in characters, or of kinds, only names what the next one is of.

    ``“三项计划”交流3000人次``, ``两个园区引进12家``, ``4类对象危房改造3.42万户``.
    """
    named = quantity.text.startswith(_CHARACTERS) or quantity.unit == "类"
    return not last and not before.strip(_WHOLE_AREA) and named


def is_reach(quantity: Quantity, after: str) -> bool:
    """Whether a number only says how far a rate reaches, or for how many it is: 500米覆盖率, 十万人口死亡率."""
    if quantity.text in _SO_MANY:
        return after.startswith("口")
    return quantity.base_unit in _DISTANCES and after.startswith("覆盖")


def is_class(before: str, after: str) -> bool:
    """Whether a number only says which of the things are counted: 产值超10亿元企业12家."""
    return before.endswith(_OVER) and expression(_WHO).match(after) is not None


def _is_least_size(after: str) -> bool:
    """Whether a number only says how many each of the things has at least: 80名学生以上教学点92个."""
    return expression(_AND_MORE).match(after) is not None


def _is_size(before: str, after: str) -> bool:
    """Whether a number only says how large the things are: 新建日供水5万吨水厂1座."""
    return expression(_SIZE).search(before) is not None and expression(_OF_THAT_SIZE).match(after) is not None


def _is_of_the_area(before: str, after: str) -> bool:
    """Whether a number sums up what was asked for each place: 每个街道1处,全区20处."""
    return "全" in before and not before.strip(_WHOLE_AREA) and not after.strip(")。")


def describes(before: str, after: str, *, last: bool) -> bool:
    """Whether the number between these words is no target itself; ``last`` of its clause it may well be."""
    led = before.endswith(words("targets", "descriptor")) and not _is_of_the_area(before, after)
    if led or after.startswith(words("targets", "descriptor behind")):
        return True
    if before.endswith("以上") and expression(_THE_ABOVE).search(before):
        return True
    if not last and (
        is_class(before, after)
        or _is_least_size(after)
        or _is_size(before, after)
        or before.endswith(words("targets", "attribute"))
        or _is_whose(before, after)
        or _is_scope(before, after)
    ):
        return True
    if "占" in before and expression(_SHARE_OF).search(before) and not before.endswith(_SHARE_ASKED):
        return True
    if (
        ("由" in before or "从" in before)
        and expression(_FROM).search(before)
        and expression(_from_after()).match(after)
    ):
        return True
    if "比" not in before and "较" not in before:
        return False
    return (
        expression(_BASE_BEFORE).search(before) is not None
        and expression(_BASE_AFTER).match(after) is not None
    )
