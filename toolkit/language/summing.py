"""Numbers against what they make together: 一季度37家,二季度64家,合计101家; 新建8公里,改建6公里,共14公里."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Phrase
from toolkit.language.spotting import spotted
from toolkit.language.units import relation
from toolkit.language.vocabulary import expression

_QUARTER = "(?:第?[一二三四]季度|[1-4]季度)[^,。;]{0,12}$"
_TOGETHER = "(?:上半年|前三季度|全年|1[-~至]6月|1[-~至]9月)?(?:合计|共计|累计|共)[^,。;]{0,8}$"
_IN_ALL = ("共", "共计", "合计", "总计")
_TWO = 2


def sums(progress: Progress) -> Sequence[Phrase]:
    """A total behind its quarters, or behind all numbers of its sentence, where they make another one."""
    return tuple(_sums(progress)) if len(progress.mentions) > _TWO else ()


def _sums(progress: Progress) -> Iterator[Phrase]:
    mentions = progress.mentions
    for place, whole in enumerate(mentions):
        parts = _parts(mentions[:place], whole)
        if len(parts) < _TWO or any(each.quantity.approximation for each in (*parts, whole)):
            continue
        stated = whole.quantity.base_value
        total = sum((each.quantity.base_value for each in parts), Decimal(0))
        if total != stated:
            start, end = parts[0].quantity.start, whole.quantity.end
            yield spotted(progress, "whole_with_parts", start, end, stated=stated, counted=total)


def _parts(before: Sequence[Mention], whole: Mention) -> list[Mention]:
    """What a number sums up by its words: its quarters, or with a bare 共 all that its sentence counted."""
    if expression(_TOGETHER).fullmatch(whole.before) and (quarters := _quarters(before, whole)):
        return quarters
    if whole.before.lstrip(",、") not in _IN_ALL:
        return []
    counted = [each for each in before if each.clause.sentence == whole.clause.sentence]
    return counted if all(_is_part_of(part, whole) for part in counted) else []


def _is_part_of(part: Mention, whole: Mention) -> bool:
    """Whether a number before a sum can only be a part of it: counted alike, and the lesser."""
    alike = relation(part.quantity.unit, whole.quantity.unit) == "same"
    return alike and not (part.part or part.whole) and part.quantity.base_value < whole.quantity.base_value


def _quarters(before: Sequence[Mention], whole: Mention) -> list[Mention]:
    """The numbers right before a total, each of a quarter of its own, from the first one on."""
    parts: list[Mention] = []
    for mention in reversed(before):
        same = relation(mention.quantity.unit, whole.quantity.unit) == "same"
        if (
            mention.clause.sentence != whole.clause.sentence
            or not same
            or not expression(_QUARTER).fullmatch(mention.before)
        ):
            break
        parts.insert(0, mention)
    return parts if parts and expression("第?[一1]").match(parts[0].before) else []
