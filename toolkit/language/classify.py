"""Judges one number of a target: comparator, direction and kind, from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from toolkit.language.model import Comparator, Direction, Kind, Quantity
from toolkit.language.units import kind_of
from toolkit.language.vocabulary import pattern

_ABOUT = r"(?:了|为|大约|约|近|超过|人民币|全年|每年|平均|累计|各|再|总计|分别|都|要|最高|最低|:)*"
_TAIL = re.compile(r"(?:以内|之内|以下|及以下|左右|上下|以上|及以上|余)")
_GROWTH_NAME = re.compile(
    r"(?:增速|增幅|涨幅|增长率|增长速度|降幅|减幅|下降率|增长)(?:达到|达|为|不低于|不超过|控制在|保持在|在|要)?$"
)
_MENDS = re.compile(
    r"(?:消除|化解|处置|整改|办结|查处|破案|侦破|调解|治愈|处理|达标|合格|控制|降低|下降|削减|去除|回收|监测|完成|结案|答复|救治|达产|整治)(?:率|量|数)?$"
)
_PER_HEAD = re.compile(
    r"每(?:千|万|百|十万|亩|人|户)|万元(?:GDP|地区|工业|产值)|单位(?=GDP|地区|工业|面积|产值|建筑|生产)"
)
_BASE = re.compile(r"比|较|同比|环比|上年|去年|年均|基期|同期|可比")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The words that govern a number. ``lead_at`` is the offset in ``before`` where they begin."""

    comparator: Comparator | None
    lead: str
    lead_at: int
    tail: int
    about: int
    approximate: bool
    growth: bool
    has_base: bool


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<upper>{pattern('words', 'upper_lead')})|(?P<lower>{pattern('words', 'lower_lead')})"
        rf"|(?P<fall>{pattern('words', 'fall')})|(?P<rise>{pattern('words', 'rise')})|(?P<plain>指数为|为))"
        rf"(?:了|率|幅|幅度|比例)?(?:达到|达|不低于|不少于|不超过|为|在)?{_ABOUT}$"
    )


@cache
def _names(section: str) -> re.Pattern[str]:
    return re.compile(pattern("words", section))


def judge(before: str, quantity: Quantity, after: str) -> Judgement:
    """What the words directly before and behind a number say of it."""
    near = before[-16:]
    shift = len(before) - len(near)
    match = _leads().search(near)
    tail = _TAIL.match(after)
    about = _about(near)
    lead_at = len(before) - about if match is None else shift + match.start()
    lead = "" if match is None else match[0]
    group = "" if match is None else str(match.lastgroup)
    approximate = bool(tail and tail[0] in ("左右", "上下")) or (
        about > 0 and near.endswith(("约", "大约", "近"))
    )
    comparator = _comparator(group, lead, quantity, tail[0] if tail else "")
    if group in ("plain", "lower") and (wider := _GROWTH_NAME.search(before)) and wider.start() <= lead_at:
        lead_at, lead = wider.start(), before[wider.start() :]
    growth = comparator in ("delta+", "delta-") or _GROWTH_NAME.search(before) is not None
    if lead in ("完成", "实现", "确保", "力争", "满") or (
        group == "lower" and lead.startswith(("完成", "实现", "确保"))
    ):
        lead, lead_at = "", len(before) - about
    return Judgement(
        comparator,
        lead,
        lead_at,
        tail.end() if tail else 0,
        about,
        approximate,
        growth,
        bool(_BASE.search(before)),
    )


def _about(near: str) -> int:
    match = re.search(r"(?:大约|约|近|至少|超过)$", near)
    return 0 if match is None else len(match[0])


def _comparator(group: str, lead: str, quantity: Quantity, tail: str) -> Comparator | None:
    relative = (
        quantity.is_percent or kind_of(quantity.base_unit) == "point" or quantity.base_unit in ("倍", "番")
    )
    if tail in ("以内", "之内", "以下", "及以下"):
        return "<="
    if group == "upper":
        return "~" if tail in ("左右", "上下") or re.search("约$|约", lead) else "<="
    if group == "fall" and relative:
        return "delta-"
    if (group == "rise" or quantity.text.startswith("翻")) and relative:
        return "delta+"
    if tail in ("左右", "上下") or quantity.approximation == "~" or lead.endswith("约"):
        return "~"
    if quantity.approximation == "<=":
        return "<="
    return ">=" if group == "lower" or tail else None


def kind_and_direction(
    quantity: Quantity, judgement: Judgement, around: str, name: str
) -> tuple[Kind, Direction, Comparator]:
    """Kind, direction and final comparator of a number, once its name is known."""
    unit_kind = kind_of(quantity.base_unit)
    comparator = judgement.comparator
    lower_is_better = _names("lower_is_better").search(name[-14:]) is not None and not _MENDS.search(name)
    kind = _kind(quantity, judgement, unit_kind, name)
    if comparator == "delta-":
        return "growth", "down", "delta-"
    if comparator == "delta+":
        return "growth", "up", "delta+"
    if kind == "growth" and comparator in (None, "~", ">="):
        falls = re.search("降|减", around[-8:]) is not None
        return "growth", "down" if falls else "up", "delta-" if falls else "delta+"
    if comparator == "<=":
        return kind, "down", "<="
    if comparator == "~":
        down = judgement.lead.startswith(("控制", "不超过", "降", "压", "下降")) or lower_is_better
        return kind, "down" if down else "up", "~"
    if lower_is_better and kind in ("level", "rate", "index") and judgement.lead:
        return kind, "down", "<="
    return kind, "up", comparator or ">="


def _kind(quantity: Quantity, judgement: Judgement, unit_kind: str, name: str) -> Kind:
    if judgement.growth:
        return "growth"
    if quantity.is_percent:
        return "rate"
    if unit_kind == "score" or quantity.unit == "指数" or _names("index_name").search(name[-8:]):
        return "index"
    if unit_kind == "point":
        return "growth"
    if unit_kind == "time" and name.endswith(("天", "天数", "学时", "课时")):
        return "total"
    if unit_kind in ("compound", "time") or quantity.base_unit == "倍" or _PER_HEAD.search(name):
        return "level"
    return "level" if _names("level_name").search(name[-14:]) and "标准" not in name[-4:] else "total"


def annual(name: str, before: str, kind: Kind) -> bool:
    """Whether the number comes out once a year, so that a half-year report may well lack it."""
    return kind == "index" or _names("annual_statistic").search(f"{name} {before}") is not None
