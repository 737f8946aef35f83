"""Tells whether a number of a progress text could answer a target at all: measured alike, and no echo of it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from toolkit.language.content import is_bare, is_same, pairs, shared, weak
from toolkit.language.conversion import converted
from toolkit.language.figures import Mention
from toolkit.language.model import Quantity, Target
from toolkit.language.qualifying import sums_up_days
from toolkit.language.units import is_same_each, kind_of, relation
from toolkit.language.vocabulary import any_of, expression, pattern, words

_CHANGES = r"(?:增长|下降|提高|降低|上升|增幅|降幅|同比增|同比降)了?$"
_FOR_EACH = "每(?:人|户|名|位|家|件|亩|辆|次|车次|台|头|月|天|日|年)[^,。;]{0,4}$"
_EACH = "每|单[日月]|[日月年人户亩]均"
_OF_MANY = "/([百千万十]{1,2}人)$"
_CHANGED_ENDS = frozenset("长降高低升幅增了")
_RATES = frozenset(("percent", "point", "ratio"))
_BY_FAR = Decimal("1.25")  # times
_SCORES = frozenset(("score", ""))
_REACHES = ("到", "至")
_CHANGE_REACHES = (
    "(?:(?:增速|增幅|降幅|增长率|下降率|减幅)[^,。;0-9]{0,4}(?:达到?|到)|减排[量率][^,。;0-9]{0,12})$"
)
_LEVELS = ("为", "达到", "达", "是")
_BY = "(?:缩短|减少|提前|提高|提升|降低|上调)$"
_LESS = "(?:缩短|减少|提前)$"
_NOUN = 4  # characters
_FAR = 10  # times
_ALIKE = 2  # shared pairs of words that make two objects one


@cache
def places() -> frozenset[str]:
    """The measure words that may stand for one another."""
    return frozenset(words("matching", "places"))


def comparable(mention: Mention, target: Target) -> bool:
    """Whether the two could be measured in the same way at all."""
    quantity, before = mention.quantity, mention.before
    mine, wanted = kind_of(quantity.base_unit), kind_of(target.base_unit)
    if target.kind == "growth":
        return (
            mine in _RATES
            and wanted in _RATES
            and (_is_change(mention) or _says_the_name(mention, target))
            and not _is_against(mention, target)
        )
    if target.kind == "total" and (verb := _saved(target)) and wanted == "time":
        return verb in before and mine == wanted
    if mention.compared and not any(
        any_of("matching", verbs).search(target.context) and any_of("matching", verbs).search(before)
        for verbs in ("adds", "takes away")
    ):
        return False
    if sums_up_days(mention, target):
        return False
    if target.kind in ("total", "level") and is_what_is_left(mention, target):
        return False
    if mine == wanted == "money" and target.kind == "total" and _is_for_each(before) and not _is_rule(target):
        return False
    if target.unit is None or (quantity.unit is None and not quantity.value):
        return (mine not in ("percent", "point") or wanted == mine) and not _is_count_of_share(
            mention, target
        )
    if mine == "point" and target.kind == "rate":
        return before.endswith((*_LEVELS, "占比", "比重"))  # 占比为13.2个百分点 slips in its unit alone
    if mine != wanted and not {mine, wanted} <= _SCORES:
        is_index = target.kind == "index" and quantity.unit in (None, "指数", "分")
        return is_index or ("compound" in (mine, wanted) and _is_same_each(mention, target))
    return _measured_alike(mention, target, mine, wanted)


def _is_count_of_share(mention: Mention, target: Target) -> bool:
    """Whether things are counted where a rate below one was asked: 死亡4人 of 亿元GDP死亡率0.012."""
    is_share = target.name.endswith("率") and target.value is not None and target.value < 1
    return is_share and mention.quantity.unit is not None


def is_what_is_left(mention: Mention, target: Target) -> bool:
    """Whether a number tells where a change led, and the target asks by how much: 提高至113元 of 提高5元."""
    asked = expression(_BY).search(target.context.partition("|")[0])
    return asked is not None and mention.before.endswith(_REACHES)


def _saved(target: Target) -> str:
    """The verb by which a target asks how much less there is to be: 缩短10天."""
    asked = expression(_LESS).search(target.context.partition("|")[0])
    return "" if asked is None else asked[0]


def _is_rule(target: Target) -> bool:
    """Whether a target sets what each one gets: 农村低保年标准6200元."""
    return target.name.endswith("标准")


def _is_for_each(before: str) -> bool:
    """Whether money is told for one person or thing: 发放消费扶贫券每人200元."""
    return "每" in before and expression(_FOR_EACH).search(before) is not None


def _measured_alike(mention: Mention, target: Target, mine: str, wanted: str) -> bool:
    """Whether two units of kinds that compare measure the same here."""
    quantity, before = mention.quantity, mention.before
    if mine == wanted == "money" and quantity.base_unit != target.base_unit:
        return _speak_alike(mention, target)
    if {mine, wanted} <= _SCORES:
        return True  # 指数达到86, 测评86.7分
    if mine == "percent":
        return before[-1:] not in _CHANGED_ENDS or not expression(_CHANGES).search(before[-6:])
    if relation(quantity.unit, target.unit) != "different":
        return True
    if mine == wanted == "physical":
        return _speak_alike(mention, target)
    one, other = quantity.base_unit, target.base_unit
    if mine != "measure" or _is_who_and_what(one, other):
        return False
    return (one in places() and other in places()) or _counts_its_noun(mention, target)


def _counts_its_noun(mention: Mention, target: Target) -> bool:
    """Whether the noun that a target counts stands by a number, in whatever measure word: 藏书3.1万台 of 藏书5万册."""
    noun = target.name[-_ALIKE:]
    beside = mention.before.endswith(noun) or mention.own_noun.startswith(noun)
    return beside and noun in pairs(target.name) - weak()


def _is_who_and_what(one: str | None, other: str | None) -> bool:
    """Whether one measure word is of persons and the other of things that no person is counted in: 32处 of 8万人."""
    persons, things = words("matching", "persons"), words("matching", "things")
    return (one in persons and other in things) or (one in things and other in persons)


def _is_change(mention: Mention) -> bool:
    """Whether the number says how much something changed, and not what it changed to."""
    before = mention.before
    if mention.quantity.base_unit == "倍" or mention.is_alone or mention.quantity.value < 0:
        return True  # 6.5% and no more
    if expression(_CHANGE_REACHES).search(before) is not None:
        return True
    if before.endswith(_REACHES):
        return False
    local = mention.local
    if before.endswith(")"):
        before = before.rpartition("(")[0]  # 清理社区表格(系统)44%
    return "增" in local or "降" in local or any_of("matching", "growth").search(before[-8:]) is not None


def _says_the_name(mention: Mention, target: Target) -> bool:
    """Whether the words before a number are those of the target, with its verb in front: 削减存量底册违建."""
    return len(target.name) > _NOUN and mention.before.endswith(target.name)


def _is_against(mention: Mention, target: Target) -> bool:
    """Whether a fall is told where a rise was asked, or a rise for a fall, of something else by name."""
    if is_bare(mention.lead) or not is_opposed(mention, target) or is_same(mention.lead, target.name):
        return False
    own = pairs(_changing().sub("|", mention.lead)) - weak()
    name = pairs(target.name)
    return bool(own) and len(own & name) < min(_ALIKE, len(name))


def is_opposed(mention: Mention, target: Target) -> bool:
    """Whether a number tells of a fall where a rise was asked, or of a rise where a fall was."""
    before = mention.before[-6:]
    fell = any_of("matching", "fall").search(before) is not None
    rose = not fell and any_of("matching", "rise").search(before) is not None
    if target.comparator == "<=":  # 涨幅 or 降幅 within so much
        asked = f"{target.name}{target.text}"
        falls = any_of("matching", "fall").search(asked) is not None
        return rose if falls else fell
    return (fell and target.direction == "up") or (rose and target.direction == "down")


@cache
def _changing() -> re.Pattern[str]:
    """Words of a change that name nothing which changed: 同比上升."""
    return re.compile(f"预计|同比|环比|{pattern('matching', 'fall', 'rise')}")


def _is_same_each(mention: Mention, target: Target) -> bool:
    """``每人每月780元`` and ``785元/月``: what the one unit leaves out, the words say."""
    one, other = mention.quantity.base_unit, target.base_unit
    if one is None or other is None or not is_same_each(one, other):
        return False
    many = expression(_OF_MANY).search(other)
    if many is not None:
        return many[1] in mention.before  # 每千人4.1批次 and 5批次/千人
    if _is_rule(target) and _is_of_one_size(mention, target):
        return True  # 达到3840元 of a 低保标准 of 3700元/年/人
    each = expression(_EACH)
    return each.search(mention.before) is not None or each.search(target.context) is not None


def _is_of_one_size(mention: Mention, target: Target) -> bool:
    """Whether a number is not so far from a target's that it must be the sum of many."""
    asked, said = target.base_value or 0, mention.quantity.base_value
    return asked < said * _FAR and said < asked * _FAR


def _speak_alike(mention: Mention, target: Target) -> bool:
    return len(shared(pairs(target.context), mention.local)) >= min(_ALIKE, max(len(pairs(target.name)), 1))


def units_compare(mention: Mention, target: Target) -> str:
    """How the units compare; a target that forgot its unit takes any, and so does nought."""
    if target.unit is None or (mention.quantity.unit is None and not mention.quantity.value):
        return "interchangeable"
    return relation(mention.quantity.unit, target.unit)


def asks_alike(mention: Mention, target: Target) -> bool:
    """Whether the target itself asks for what elsewhere only leads up to a result: 排查企业, 涉及居民."""
    leading_up = any_of("matching", "leading up")
    told = leading_up.findall(mention.before)
    return bool(told) and not set(told).isdisjoint(leading_up.findall(f"{target.name}{target.context}"))


def gives(part: Quantity, whole: Quantity, stated: Quantity) -> bool:
    """Whether part over whole is the stated percentage, rounded or cut to its digits."""
    if not whole.base_value:
        return False
    part = converted(part, whole.base_unit)
    return abs(part.base_value * 100 / whole.base_value - stated.value) < Decimal(1).scaleb(-stated.digits)


def misses_by_far(part: Quantity, whole: Quantity, stated: Quantity) -> bool:
    """Whether a percentage is so much more than part over whole that it must be of another plan, a smaller one."""
    part = converted(part, whole.base_unit)
    return part.base_value * 100 * _BY_FAR < stated.value * whole.base_value
