"""Judges one number of a target: comparator, direction and kind, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from toolkit.language.counting import grows_behind
from toolkit.language.model import Comparator, Direction, Kind, Quantity
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import any_of, expression, pattern, words

_DIRT = "微克/立方米"
_RAISED = ("提高", "增加", "上调")
_LEADS = {"upper": "upper_lead", "lower": "lower_lead", "fall": "fall", "rise": "rise"}
_PLAIN = ("指数为", "为")
_TAILS = frozenset("以之及左上余")
_GROWS = "[增涨降减]"
_NEAR = 16
_MEANS = ("完成", "实现", "确保")  # verbs that carry out and do not compare


_PRICES = "消费价格|物价|CPI"  # of which no office wants a rise
_CHANGE_FIRST = "(?:压减|减少|降低|压缩|削减|精简)|.*减量$"
_RATE_LAST = "(?:率|比例|比重|占比|覆盖|达标|合格)$"
_CAPS = ("控制", "不超过", "低于")


class Judgement(NamedTuple):
    """The words that govern a number. ``lead_at`` is the offset in ``before`` where they begin."""

    comparator: Comparator | None
    lead: str
    lead_at: int
    tail: int
    about: int
    approximate: bool
    growth: bool


@cache
def _groups() -> Mapping[str, str]:
    """What each leading word means: of one in two lists, the first list."""
    groups: dict[str, str] = {}
    for group, section in _LEADS.items():
        for word in words("words", section):
            groups.setdefault(word.partition("(?")[0], group)  # 节水(?!率) is found as 节水
    for word in _PLAIN:
        groups.setdefault(word, "plain")
    return groups


@cache
def _lead() -> re.Pattern[str]:
    listed = "|".join([*(pattern("words", section) for section in _LEADS.values()), *_PLAIN])
    about = rf"(?:{pattern('targets', 'about')})*"
    return re.compile(
        rf"({listed})(?:了|(?<!达)率|幅|幅度|比例)?(?:达到|达|不低于|不少于|不超过|为|在)?{about}$"
    )


@cache
def _growth_name() -> re.Pattern[str]:
    means = "达到|达|为|不?低于|不?高于|不超过|不大于|小于|控制在|保持在|在|要"
    return re.compile(rf"(?:{pattern('targets', 'growth name')})(?:{means})?$")


@cache
def _mends() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('targets', 'mends')})(?:率|量|数)?$")


@cache
def _tail() -> str:
    return pattern("targets", "tail upper", "tail about", "tail lower")


def judge(before: str, quantity: Quantity, after: str) -> Judgement:
    """What the words directly before and behind a number say of it."""
    near = before[-_NEAR:]
    about = 2 if near.endswith(("大约", "至少", "超过")) else 1 if _is_estimate(near) else 0
    match = _lead().search(near)
    lead, group, lead_at = "", "", len(before) - about
    if match is not None:
        lead, group = match[0], _groups()[match[1]]
        lead_at = len(before) - len(near) + match.start()
    closing = expression(_tail()).match(after) if after[:1] in _TAILS else None
    tail = closing[0] if closing else ""
    approximate = tail in ("左右", "上下") or _is_estimate(near)
    comparator = _comparator(group, lead, quantity, tail)
    if quantity.is_percent and grows_behind(after, len(tail)):
        comparator = "delta+"
    growth = comparator in ("delta+", "delta-")
    if expression(_GROWS).search(before) and (wider := _growth_name().search(before)) is not None:
        growth = True
        if group in ("plain", "lower") and wider.start() <= lead_at:
            lead_at, lead = wider.start(), before[wider.start() :]
    if lead in (*_MEANS, "力争", "满") or (group == "lower" and lead.startswith(_MEANS)):
        lead, lead_at = "", len(before) - about
    return Judgement(comparator, lead, lead_at, len(tail), about, approximate, growth)


def _is_estimate(near: str) -> bool:
    """Whether the words end with 约 or 近, and not with 签约 or 附近."""
    return near.endswith(("约", "近")) and near[-2:-1] not in words("numbers", "not before")


def _comparator(group: str, lead: str, quantity: Quantity, tail: str) -> Comparator | None:
    if tail and tail in words("targets", "tail upper"):
        return "<="
    if group == "upper":
        return "~" if tail in ("左右", "上下") or "约" in lead else "<="
    if group in ("fall", "rise") and lead.endswith("不超过"):
        return "<="  # 增长不超过2%
    if group in ("fall", "rise") or quantity.text.startswith("翻"):
        relative = (
            quantity.is_percent
            or quantity.base_unit in ("倍", "番")
            or kind_of(quantity.base_unit) == "point"
        )
        if relative:
            return "delta-" if group == "fall" else "delta+"
    if tail in ("左右", "上下") or quantity.approximation == "~" or lead.endswith("约"):
        return "~"
    if quantity.approximation == "<=":
        return "<="
    return ">=" if group == "lower" or tail else None


def kind_and_direction(
    quantity: Quantity, judgement: Judgement, around: str, name: str
) -> tuple[Kind, Direction, Comparator]:
    """Kind, direction and final comparator of a number, once its name is known."""
    comparator = judgement.comparator
    if _is_by_so_much(quantity, judgement):
        return "total", "up", ">="
    kind = "growth" if comparator in ("delta+", "delta-") else _kind(quantity, judgement, name)
    if kind == "growth":
        return _growth(judgement, around, name)
    if comparator == "<=":
        return kind, "down", "<="
    if comparator == "~":
        down = judgement.lead.startswith(("控制", "不超过", "降", "压", "下降")) or _lower_is_better(name)
        return kind, "down" if down else "up", "~"
    measured = kind in ("level", "rate", "index")
    lower = _lower_is_better(name) if judgement.lead else _is_lower_by_name(name)
    lower = lower or _is_of_less(quantity.base_unit or "")
    if measured and judgement.lead.startswith(_RAISED) and _is_lower_by_name(name):
        return kind, "up", "~"  # 赤字率提高到3% is allowed and not hoped for
    if comparator is None and measured and lower:
        return kind, "down", "<="
    return kind, "up", comparator or ">="


def _growth(judgement: Judgement, around: str, name: str) -> tuple[Kind, Direction, Comparator]:
    """Which way a change is to go."""
    comparator = judgement.comparator
    if comparator == "delta+" and expression(_PRICES).search(name):
        return "growth", "down", "~" if judgement.approximate else "<="
    if comparator in ("delta+", "delta-"):
        return "growth", "down" if comparator == "delta-" else "up", comparator
    if comparator == "<=" or judgement.lead.startswith(_CAPS):
        return "growth", "down", comparator or "<="
    falls = any("降" in words or "减" in words for words in (around[-8:], name[:2], name[-2:]))
    return "growth", "down" if falls else "up", "delta-" if falls else "delta+"


def _is_by_so_much(quantity: Quantity, judgement: Judgement) -> bool:
    """Whether a length of time is what is to be saved, and not what is to be left: 审限缩短10天."""
    shorter = judgement.lead.startswith(("缩短", "减少", "提前"))
    return shorter and judgement.lead[-1:] not in "到至为在" and kind_of(quantity.base_unit) == "time"


def _is_of_less(base_unit: str) -> bool:
    """Whether a unit alone says that less is better: days for something to be done in, dirt in the air."""
    return base_unit.endswith("工作日") or relation(base_unit, _DIRT) == "same"


def _lower_is_better(name: str) -> bool:
    return any_of("words", "lower_is_better").search(name[-14:]) is not None and _mends().search(name) is None


@cache
def _lower_by_name() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{pattern('words', 'lower_is_better')})(?:年均|年平均|平均|均)?(?:率|量|数|值|比|比例|占比|系|浓度|时间)?$"
    )


def _is_lower_by_name(name: str) -> bool:
    """Whether a name alone says that less is better: 失业率, and not 失业人员再就业率 or 投诉调解成功率."""
    return _lower_by_name().search(name) is not None


def _kind(quantity: Quantity, judgement: Judgement, name: str) -> Kind:
    if judgement.growth:
        return "growth"
    if quantity.is_percent:  # 压减三公经费3%, 化肥减量2%
        changes = expression(_CHANGE_FIRST).match(name) and not expression(_RATE_LAST).search(name)
        return "growth" if changes else "rate"
    unit_kind = kind_of(quantity.base_unit)
    if not quantity.unit and (name.endswith("死亡率") or (quantity.value < 1 and name.endswith("率"))):
        return "index"  # 亿元GDP死亡率0.025 has no unit to forget
    if (
        unit_kind == "score"
        or quantity.unit == "指数"
        or any_of("words", "index_name").search(name[-8:]) is not None
    ):
        return "index"
    if unit_kind == "point":
        return "growth"
    if unit_kind == "time" and name.endswith(("天", "天数", "学时", "课时")):
        return "total"
    if (
        unit_kind in ("compound", "time")
        or quantity.base_unit == "倍"
        or any_of("targets", "per head").search(name) is not None
    ):
        return "level"
    if unit_kind == "money" and name.endswith(("标准", "补差水平")):
        return "level"  # 低保标准提高到880元
    level = any_of("words", "level_name").search(name[-14:]) is not None and "标准" not in name[-4:]
    return "level" if level else "total"


def annual(name: str, before: str, kind: Kind) -> bool:
    """Whether the number comes out once a year, so that a half-year report may well lack it."""
    return kind == "index" or any_of("words", "annual_statistic").search(f"{name} {before}") is not None
