"""Shares of one whole against 100 %: 占 told of each, or all of them as one ratio."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Phrase
from toolkit.language.parts import OPEN
from toolkit.language.spotting import spotted
from toolkit.language.vocabulary import expression

_SHARES = r"占比(?:重)?分别为$|占(?:比)?(?:为|达)?$|占[^,。;]{0,8}的?$|比例为?$|比重为?$|(?:分别)?为$"
_PLANNED = "计划|任务|目标|预算|进度"
_SHARE = r"[0-9]{1,2}(?:\.[0-9]{1,2})?"
_STRUCTURE = (
    rf"结构[^,。;:0-9]{{0,8}}?(?:为|至|到|比为?)({_SHARE}:{_SHARE}:{_SHARE}(?::{_SHARE}){{0,3}})(?![0-9.:])"
)
_FEWEST, _LEAST, _MOST = 3, 90, 110  # below and above it is no structure in percent: 3:4:3


def shares(progress: Progress) -> Iterable[Phrase]:
    """Three or more shares of one whole, in one sentence or as 8.2:41.6:50.2, that should make 100 %."""
    told = _shares(progress) if len(progress.mentions) >= _FEWEST else ()
    return chain(told, _structures(progress)) if "结构" in progress.text else told


def _shares(progress: Progress) -> Iterator[Phrase]:
    by_sentence: dict[int, list[Mention]] = {}
    for mention in progress.mentions:
        if mention.quantity.base_unit == "%" and expression(_SHARES).search(mention.lead[-14:]):
            by_sentence.setdefault(mention.clause.sentence, []).append(mention)
    for group in by_sentence.values():
        total = sum((mention.quantity.value for mention in group), Decimal(0))
        digits = min(mention.quantity.digits for mention in group)
        slack = Decimal(len(group)) / 2 * Decimal(1).scaleb(-digits)
        text = progress.text[group[0].quantity.start : group[-1].quantity.end]
        if (
            len(group) < _FEWEST
            or expression(OPEN).search(text)
            or "。" in text
            or total < _LEAST
            or not _partitions(group)
        ):
            continue
        counted = total if abs(total - 100) > slack else Decimal(100)
        start, end = group[0].quantity.start, group[-1].quantity.end
        spot = spotted(progress, "shares", start, end, stated=Decimal(100), counted=counted)
        yield spot._replace(tolerance=slack)


def _partitions(group: Sequence[Mention]) -> bool:
    """Whether the shares are of one whole: each said with 占, or all behind one 分别; and none is of its own plan."""
    if any(expression(_PLANNED).search(mention.lead[-14:]) for mention in group):
        return False
    return all("占" in mention.lead[-14:] or "比" in mention.lead[-8:] for mention in group)


def _structures(progress: Progress) -> Iterator[Phrase]:
    """三次产业结构为8.2:41.6:50.4."""
    for match in expression(_STRUCTURE).finditer(progress.text):
        values = match[1].split(":")
        total = sum(map(Decimal, values), Decimal(0))
        slack = sum((Decimal(1).scaleb(-len(each.partition(".")[2])) / 2 for each in values), Decimal(0))
        if not _LEAST < total < _MOST or abs(total - 100) <= slack:
            continue
        spot = spotted(progress, "shares", *match.span(1), stated=Decimal(100), counted=total)
        yield spot._replace(tolerance=slack)
