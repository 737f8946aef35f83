"""Which figure answers which target: the same object, a unit that can be compared, a result before a process."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.language.content import is_bare, is_short_for, pairs, weak
from toolkit.language.figures import Mention
from toolkit.language.model import Quantity, Target
from toolkit.language.units import kind_of, relation

_GROWTH = re.compile(r"增长|下降|提高|提升|上升|降低|减少|增加|增幅|降幅|增速|涨|回落|压减|压缩|扩大|收窄")
_UNIT_SCORE = {"same": 3.0, "scaled": 3.0, "interchangeable": 2.0, "different": -1.0}
_RANK = {"same": 0, "scaled": 0, "interchangeable": 1, "different": 2}
_LEAST = 3.0
_SHORT, _LONG, _MANY = 4, 10, 5
_ADDS = re.compile("净增|新增|增加")
_STOCK = re.compile("达到|总数|保有|稳定在|保持|不少于|不低于")
_STATUS = re.compile("完工|竣工|投用|投入使用|验收|开工|签约|通车|脱贫|入库|封顶|主体|挂牌|开业|兑现|发放")
_SCORE = re.compile("得分|评分|指数|综合|测评")
_PLANNED = re.compile(r"(?:全年|年度|年初|本年度?|今年)(?:计划|任务|目标)(?!的)(?:[^。;](?!实际|已|完成))*$")
_LEADING_UP = re.compile("排查|检查|巡查|走访|监测|抽检|抽查|涉及|受理|收到|监督|执法")
_PLACES = frozenset(
    (
        "户",
        "处",
        "家",
        "个",
        "件",
        "起",
        "条",
        "项",
        "宗",
        "座",
        "间",
        "栋",
        "幢",
        "台",
        "辆",
        "人",
        "名",
        "亩",
        "户次",
        "家次",
        "人次",
        "批次",
        "次",
        "场",
        "块",
        "套",
    )
)


def match(
    mentions: Sequence[Mention], targets: Sequence[Target], twins: Mapping[int, Mention], past: frozenset[int],
    confirmed: Mapping[int, Quantity],
) -> dict[int, int]:  # fmt: skip
    """``{mention: target}`` by position: each target gets its best figure, each figure one target.

    ``twins`` are the numbers that 分别 pairs with earlier ones, ``past`` those of another year,
    ``confirmed`` those that a completion percentage follows.
    """
    echoed = {
        index for index, target in enumerate(targets) if any(repeats(mention, target) for mention in mentions)
    }
    asked = [
        _Asked(target, index, _content(target)) for index, target in enumerate(targets) if _is_numeric(target)
    ]
    if not asked or not mentions:
        return {}
    every = Counter(pair for each in asked for pair in each.content)
    scored: list[tuple[float, int, int, int]] = []
    for position, mention in enumerate(mentions):
        twin = twins.get(position)
        words = pairs(mention.local if twin is None else f"{mention.local}|{twin.local}")
        for each in asked:
            score = _score(mention, words, each, every, paired=twin is not None)
            score += _by_share(score, mention, each.target, confirmed.get(position), only=len(asked) == 1)
            score -= 4.0 * (position in past)
            if each.index in echoed and relation(mention.quantity.unit, each.target.unit) == "different":
                continue
            if score >= _LEAST:
                later = any(other.part for other in mentions[:position])
                order = (
                    0.001
                    * position
                    * (
                        1
                        if mention.together
                        or (
                            mention.finished
                            and not later
                            and mention.lead == mention.before
                            and not mention.quantity.is_percent
                            and position not in confirmed
                        )
                        else -1
                    )
                )
                scored.append(
                    (
                        score + order,
                        position,
                        each.index,
                        _RANK[_units(mention, each.target)] + 3 * mention.staged,
                    )
                )
    return _assigned([(score - 3.0 * rank, position, index) for score, position, index, rank in scored])


def _by_share(
    score: float, mention: Mention, target: Target, stated: Quantity | None, *, only: bool
) -> float:
    """What a completion percentage behind a number adds: much where the two and the target agree."""
    if stated is None or target.quantity is None or not _fits(mention, target):
        return 0.0
    if gives(mention.quantity, target.quantity, stated):
        return max(_LEAST - score, 0.0) + 6.0
    return 2.0 if score >= 0 else _LEAST + 2.0 - score if only else 0.0


def gives(part: Quantity, whole: Quantity, stated: Quantity) -> bool:
    """Whether part over whole is the stated percentage, rounded or cut to its digits."""
    if not whole.base_value:
        return False
    return abs(part.base_value * 100 / whole.base_value - stated.value) < Decimal(1).scaleb(-stated.digits)


def _assigned(scored: list[tuple[float, int, int]]) -> dict[int, int]:
    answered: dict[int, int] = {}
    taken: set[int] = set()
    for _, position, index in sorted(scored, reverse=True):
        if position not in answered and index not in taken:
            answered[position] = index
            taken.add(index)
    return answered


@dataclass(frozen=True, slots=True)
class _Asked:
    """A numeric target with the words that a figure on it would share."""

    target: Target
    index: int
    content: frozenset[str]


def _content(target: Target) -> frozenset[str]:
    return pairs(f"{target.name}|{target.text}|{target.context}")


def _is_numeric(target: Target) -> bool:
    return target.value is not None and target.kind != "zero_occurrence"


def _fits(mention: Mention, target: Target) -> bool:
    """Whether a number that the text itself sets against the task can be that task's."""
    if target.value is None or mention.planned or not _comparable(mention, target):
        return False
    return relation(mention.quantity.unit, target.unit) != "different" and not repeats(mention, target)


def repeats(mention: Mention, target: Target) -> bool:
    """Whether a number only says the target again: the same amount, with no verb of completion over it."""
    if (
        target.base_value is None
        or mention.quantity.base_value != target.base_value
        or target.kind == "zero_occurrence"
    ):
        return False
    if relation(mention.quantity.unit, target.unit) not in ("same", "scaled", "interchangeable"):
        return False
    if _PLANNED.search(f"{mention.subject}{mention.before}"):
        return True
    verbatim = mention.before == target.context.partition("|")[0] and mention.stage_follows
    return (
        (not mention.finished or verbatim)
        and "已" not in mention.before[-8:]
        and not (mention.quantity.is_percent or target.kind in ("index", "rate"))
    )


def _score(
    mention: Mention, words: frozenset[str], asked: _Asked, every: Counter[str], *, paired: bool
) -> float:
    """How well a number answers a target; negative where it cannot."""
    target, content = asked.target, asked.content
    if mention.planned or not _comparable(mention, target) or repeats(mention, target):
        return -1.0
    units = _units(mention, target)
    common = words & content
    shared = len(common) if common - weak() or "完成" in mention.before else 0
    bare = not mention.own_noun and is_bare(mention.lead or mention.before)
    if not shared and is_short_for(mention.local, target.name):
        shared = 1
    if not shared:
        open_to_subject = bare or (target.kind == "index" and _SCORE.search(mention.before) is not None)
        common = pairs(mention.subject[-60:]) & content if open_to_subject and not paired else frozenset()
        shared = min(len(common), 4)
        if not shared and not (bare and _alone(mention, target, units)):
            return -1.0
    only = sum(every[pair] == 1 for pair in common)
    coverage = len(common) / max(len(content), 1)
    score = _UNIT_SCORE[units] + 4.0 * coverage + 1.5 * min(shared, 4) + 0.5 * min(only, 4) + 2.0 * bare
    lead = target.context.partition("|")[0]
    alike = _common_end(mention.before, lead)
    counted = kind_of(mention.quantity.base_unit) == "measure"
    thin = shared == 1 and counted and not bare and len(words) >= _MANY
    foreign = bool(mention.own_noun) and not pairs(mention.own_noun) & content
    return (
        score
        + (0.6 * alike if alike >= _SHORT else 0)
        - 2.5 * thin
        - 2.5 * foreign
        + _by_verb(mention, target, units)
    )


def _common_end(one: str, other: str) -> int:
    """How many characters two texts end in alike, ten at the most."""
    length = 0
    for mine, theirs in zip(reversed(one[-_LONG:]), reversed(other[-_LONG:]), strict=False):
        if mine != theirs:
            break
        length += 1
    return length


def _units(mention: Mention, target: Target) -> str:
    """How the units compare; a target that forgot its unit takes any, and so does nought."""
    if target.unit is None or (mention.quantity.unit is None and not mention.quantity.value):
        return "interchangeable"
    return relation(mention.quantity.unit, target.unit)


def _alone(mention: Mention, target: Target, units: str) -> bool:
    """``已完成3.07公里``: no object of its own, a verb of completion, and the target's unit."""
    places = mention.quantity.base_unit in _PLACES and target.base_unit in _PLACES
    fits = units != "different" or (places and mention.finished)
    return fits and (mention.finished or not mention.before) and not mention.under_way


def _by_verb(mention: Mention, target: Target, units: str) -> float:
    score = (
        2.0 * (mention.finished and not mention.whole)
        + 1.0 * mention.together
        + 7.0 * ("共计" in mention.before or "合计" in mention.before)
    )
    asked = _asks_alike(mention, target)
    score -= 3.0 * (mention.under_way and not asked and not _asks_for_start(target)) + 5.0 * mention.planned
    score -= 6.0 * (mention.whole and not asked and not _STOCK.search(target.context)) + 10.0 * mention.recent
    if target.part_of is not None:
        score += 3.0 if mention.part else -1.0
    elif mention.part:
        score -= 3.0
    asked_status = set(_STATUS.findall(target.context))
    if asked_status and asked_status & set(_STATUS.findall(mention.local)):
        score += 3.0
    if mention.own_noun and units == "different" and not pairs(mention.own_noun) & pairs(target.name):
        score -= 4.0
    adds = re.search("新增|新建|新开|新引进", f"{target.name}{target.context}") is not None
    if "净增" in target.context and "净增" in mention.before:
        score += 4.0
    if adds:
        score += 2.0 * (re.search("新增|新建|新开|新引进", mention.before) is not None) - 2.0 * (
            "累计" in mention.before
        )
    return score


def _asks_alike(mention: Mention, target: Target) -> bool:
    """Whether the target itself asks for what elsewhere only leads up to a result: 排查企业, 涉及居民."""
    verbs = set(_LEADING_UP.findall(mention.before)) & set(
        _LEADING_UP.findall(f"{target.name}{target.context}")
    )
    return bool(verbs)


def _asks_for_start(target: Target) -> bool:
    return (
        re.search("开工|启动|推进|开展|实施|申报|储备|谋划|动工|摸排|招标|编制", target.name + target.text)
        is not None
    )


def _comparable(mention: Mention, target: Target) -> bool:
    """Whether the two could be measured in the same way at all."""
    mine, wanted = kind_of(mention.quantity.base_unit), kind_of(target.base_unit)
    grows = _GROWTH.search(mention.before[-8:]) is not None and not mention.before.endswith(("到", "至"))
    if target.kind == "growth":
        reached = mention.before.endswith(("到", "至"))
        changes = (
            grows
            or (not reached and re.search("增|降", mention.local) is not None)
            or mention.quantity.base_unit == "倍"
        )
        return mine in ("percent", "point", "ratio") and wanted in ("percent", "point", "ratio") and changes
    if mention.compared and not (_ADDS.search(target.context) and _ADDS.search(mention.before)):
        return False
    if target.unit is None or (mention.quantity.unit is None and not mention.quantity.value):
        return mine not in ("percent", "point") or wanted == mine
    if mine == wanted == "money" and mention.quantity.base_unit != target.base_unit:
        return len(pairs(mention.local) & pairs(target.context)) >= 2
    if mine == wanted == "physical":
        return (
            relation(mention.quantity.unit, target.unit) != "different"
            or len(pairs(mention.local) & pairs(target.context)) >= 2
        )
    if mine != wanted and not {mine, wanted} <= {"score", ""}:
        return target.kind == "index" and mention.quantity.unit in (None, "指数", "分")
    if mine == "percent":
        return not re.search(r"(?:增长|下降|提高|降低|上升|增幅|降幅|同比增|同比降)了?$", mention.before[-6:])
    if mine == "measure" and relation(mention.quantity.unit, target.unit) == "different":
        return mention.quantity.base_unit in _PLACES and target.base_unit in _PLACES
    return mine == "measure" or relation(mention.quantity.unit, target.unit) != "different"


def completion_of(figure: Decimal | None, target: Target) -> Decimal | None:
    """Figure over target in percent, or None where the target is none or nought."""
    if figure is None or not target.base_value:
        return None
    return figure * 100 / target.base_value
