"""Quarters against what they make together: 一季度认定37家,二季度认定64家,上半年合计101家."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Phrase
from toolkit.language.spotting import spotted
from toolkit.language.units import relation
from toolkit.language.vocabulary import expression

_QUARTER = "(?:第?[一二三四]季度|[1-4]季度)[^,。;]{0,12}$"
_TOGETHER = "(?:上半年|前三季度|全年|1[-~至]6月|1[-~至]9月)?(?:合计|共计|累计|共)[^,。;]{0,8}$"
_TWO = 2


def sums(progress: Progress) -> Iterable[Phrase]:
    """A total beside its quarters, where they make another one."""
    return _sums(progress) if "季度" in progress.text and len(progress.mentions) > _TWO else ()


def _sums(progress: Progress) -> Iterator[Phrase]:
    mentions = progress.mentions
    for place, whole in enumerate(mentions):
        if expression(_TOGETHER).fullmatch(whole.before) is None:
            continue
        parts = _quarters(mentions[:place], whole)
        if len(parts) < _TWO or any(each.quantity.approximation for each in (*parts, whole)):
            continue
        stated = whole.quantity.base_value
        total = sum((each.quantity.base_value for each in parts), Decimal(0))
        if total != stated:
            start, end = parts[0].quantity.start, whole.quantity.end
            yield spotted(progress, "whole_with_parts", start, end, stated=stated, counted=total)


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
