"""What a number and a target say of the class of things they count: 市级, 5亿元以上, for each thousand."""

from __future__ import annotations

from toolkit.language.content import pairs, weak
from toolkit.language.figures import Mention
from toolkit.language.model import Target
from toolkit.language.units import kind_of
from toolkit.language.vocabulary import any_of, expression

_THRESHOLD = "[0-9.]{0,8}[千百十万亿]{0,3}元(?:及?以上|以下)"
_FOR_EACH = "[每均]|[十百千万]人"
_EACH_PLACE = "每个?(?:街道|街乡|乡镇|镇街|镇|乡|村|社区|县|区|县区|市)"
_NEAR = 10  # characters before a number
_UNDERTAKINGS = ("项目", "工程", "标段")
FAR_MORE = 50  # times
_NOUN = 2  # characters
_LAST = 3  # characters
_DAILY = "日均|每日|单日|每天|日接待"
_NEARLY_ALL = 95  # percent, of which 全部 says the same


def by_level(before: str, name: str) -> float:
    """市级示范区6个 answers the target on 市级 and none on 省级."""
    levels = any_of("siblings", "level")
    asked, told = levels.search(name), levels.search(before)
    if asked is None or told is None:
        return 0.0
    return 3.0 if asked[0] == told[0] else -2.0


def by_threshold(before: str, name: str) -> float:
    """5亿元以上项目7个 answers the target on 5亿元以上, and 亿元以上项目26个 does not."""
    asked, told = expression(_THRESHOLD).search(name), expression(_THRESHOLD).search(before)
    if asked is None or told is None:
        return 0.0
    return 6.0 if asked[0] == told[0] else -3.0


def asks_per_head(target: Target) -> bool:
    """Whether a target asks for so many for each person, household or mu."""
    return any_of("targets", "per head").search(f"{target.name}{target.context}") is not None


def asks_per_place(target: Target) -> bool:
    """Whether a target asks for so many in each place: 每个街道至少新建1处."""
    return expression(_EACH_PLACE).search(f"{target.name}{target.context}") is not None


def is_of_all(mention: Mention, target: Target) -> bool:
    """Whether a number is of everyone, where so many for each were asked: 床位3.96万张, 每千人口6.92张."""
    asked = target.base_value
    if asked is None or mention.quantity.base_value <= asked * FAR_MORE:
        return False
    return asks_per_head(target) and expression(_FOR_EACH).search(mention.local) is None


def sums_up_days(mention: Mention, target: Target) -> bool:
    """Whether many days are added up where so many a day were asked: 累计接待336万人次 of 日均10万人次."""
    if "累计" not in mention.before or "日" in mention.before:
        return False
    return expression(_DAILY).search(f"{target.name}{target.context}") is not None


def is_of_nearly_all(target: Target) -> bool:
    """Whether a rate asks for so much that words like 全部 answer it, and a count may well be all."""
    return target.kind == "rate" and target.value is not None and target.value >= _NEARLY_ALL


def counts_others(mention: Mention, target: Target, units: str, *, each: bool) -> bool:
    """Whether a number is of other things than a target asks for, for all that their words are alike.

    ``each``: the target asks how many there are for each person, household or mu.
    """
    if units == "interchangeable" and (
        _is_far_more(mention, target)
        or _is_what_holds_it(mention, target)
        or _is_its_neighbour(mention, target)
    ):
        return True
    if units in ("interchangeable", "different") and _counts_undertakings(mention, target):
        return True
    return may_become_one(mention, target) or (each and _is_new(mention))


def _is_far_more(mention: Mention, target: Target) -> bool:
    """Whether a count of other things is out of all proportion: 学位1260个 of 幼儿园2所."""
    counts = target.unit is not None and kind_of(target.base_unit) == "measure"
    return counts and mention.quantity.base_value > FAR_MORE * (target.base_value or 0)


def _is_what_holds_it(mention: Mention, target: Target) -> bool:
    """Whether what the target's own noun belongs to is counted: 停车库11座 of 停车库泊位3000个."""
    holder, noun = target.name[-2 * _NOUN : -_NOUN], target.name[-_NOUN:]
    return (
        len(holder) == _NOUN
        and kind_of(target.base_unit) == "measure"
        and mention.before.endswith(holder)
        and noun in pairs(target.name) - weak()
        and any_of("words", "finished").search(noun) is None
    )


def _is_its_neighbour(mention: Mention, target: Target) -> bool:
    """Whether what is counted differs in its last character alone: 停车场6处 of 停车位3000个."""
    told, name = mention.before[-_LAST:], target.name[-_LAST:]
    return len(name) == len(told) == _LAST and told[:-1] == name[:-1] and told[-1] != name[-1]


def _counts_undertakings(mention: Mention, target: Target) -> bool:
    """Whether projects are counted where their fruit was asked: 3个租赁住房项目 of 2000套."""
    asked = f"{target.name}{target.context}"
    return mention.own_noun.endswith(_UNDERTAKINGS) and not any(word in asked for word in _UNDERTAKINGS)


def may_become_one(mention: Mention, target: Target) -> bool:
    """Whether a number is of things that may become what is asked and are not yet: 意向企业31家, 潜在独角兽12家."""
    found = any_of("matching", "not yet").search(mention.before[-_NEAR:])
    return found is not None and found[0] not in f"{target.name}{target.context}"


def _is_new(mention: Mention) -> bool:
    """Whether a number is of what was added, and so none of how many there are for each: 新增托育机构8家."""
    return any_of("matching", "new").search(mention.before) is not None


def asks_for_start(target: Target) -> bool:
    """Whether a target asks that so many be begun: 启动15处文物腾退."""
    lead = target.context.partition("|")[0][-_NEAR:]
    return any_of("matching", "start").search(f"{target.name}{target.text}{lead}") is not None
