"""Whether a rate is told without a percentage: by its two counts, or by what was done of what it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from toolkit.language.content import pairs, shared, weak
from toolkit.language.figures import Mention
from toolkit.language.model import Target
from toolkit.language.qualifying import is_of_nearly_all
from toolkit.language.rates import is_done_of_due
from toolkit.language.vocabulary import expression

_VERB = 2  # characters
_NO_CHANCE = 20  # two equal numbers from here on are one and the same
_RATE = "(?:率|占比|比例|比重)$"


def is_a_fraction(target: Target, mentions: Sequence[Mention]) -> bool:
    """Whether the text has what a rate may be made of: 信访事项326件,按期办结326件 of 信访办结率."""
    if target.kind != "rate":
        return False
    said = expression(_RATE).sub("", target.name)
    if said == target.name:
        return is_of_nearly_all(target) and _is_all_of_them(target, mentions)
    name, verb = pairs(target.name) - weak(), said[-_VERB:]
    is_share = not target.name.endswith("率")  # 护理型床位占比 is of 床位8640张,其中护理型4560张
    return any(
        (
            verb in part.before
            or part.after.startswith(verb)
            or shared(name, f"{whole.local}{part.local}")
            or (
                is_done_of_due(whole, part) and not set(verb).isdisjoint(whole.before)
            )  # 应交2163亩,已交2096亩
        )
        and whole.clause.sentence == part.clause.sentence
        and (whole.quantity.base_unit == part.quantity.base_unit or _is_one_each(target, whole, part))
        and whole.quantity.base_value >= part.quantity.base_value
        and (verb in part.before or part.before.lstrip("、") in verb or not part.before.startswith("、"))
        for whole, part in _neighbours(mentions, verb)
        if not (part.quantity.is_percent or part.planned or part.compared)
        and (not part.part or part.before == verb or (is_share and shared(name, part.local)))
    )


def _is_one_each(target: Target, whole: Mention, part: Mention) -> bool:
    """Whether all of them had one of something: 独居老人3286人,签订协议3286份."""
    number = whole.quantity.value
    return number == part.quantity.value and number >= _NO_CHANCE and is_of_nearly_all(target)


def _neighbours(mentions: Sequence[Mention], verb: str) -> Iterator[tuple[Mention, Mention]]:
    """Neighbouring numbers, and those that become so without the parts: 受理130件,其中举报14件,办结128件."""
    yield from pairwise(mentions)
    wholes = [mention for mention in mentions if not mention.part or mention.before == verb]
    if len(wholes) < len(mentions):
        yield from pairwise(wholes)


def _is_all_of_them(target: Target, mentions: Sequence[Mention]) -> bool:
    """Whether two equal numbers stand by the target's own words: 远程医疗覆盖23个乡镇卫生院(共23个)."""
    name = pairs(target.name) - weak()
    return any(
        one.quantity.base_value == other.quantity.base_value
        and one.quantity.base_unit == other.quantity.base_unit
        and one.clause.sentence == other.clause.sentence
        and len(shared(name, f"{one.local}{other.local}")) > 1
        for one, other in pairwise(mentions)
    )


def is_told_by_its_verb(target: Target, free: Iterable[Mention]) -> bool:
    """Whether the text counts what was done of what a rate is of: 化解矛盾纠纷3068起 of 矛盾纠纷化解率."""
    if not target.name.endswith("率") or not is_of_nearly_all(target):
        return False
    said = target.name.removesuffix("率")
    name, verb = pairs(said[:-_VERB]) - weak(), said[-_VERB:]
    return any(
        verb in mention.local
        and not (mention.quantity.is_percent or mention.under_way or mention.planned)
        and not (mention.compared or mention.part or mention.quantity.base_unit == "人次")
        and shared(name, f"{mention.subject}{mention.local}")
        for mention in free
    )
