"""Percent where points are meant, and points where percent is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.language.figures import Progress
from toolkit.language.model import Phrase
from toolkit.language.units import kind_of

_FROM_TO = re.compile(
    r"(?:由|从)[^0-9,。;]{0,10}([0-9]+(?:\.[0-9]+)?)%[^0-9。;]{0,10}?(?:提高|提升|上升|增加|增长|下降|降低|降|升|增|减少)(?:到|至|为)(?:了)?([0-9]+(?:\.[0-9]+)?)%[^0-9。;]{0,8}(?:提高|提升|上升|增加|增长|下降|降低|升|降)(?:了)?([0-9]+(?:\.[0-9]+)?)%(?!.{0,2}点)"
)
_RATE_CHANGE = re.compile(
    r"(?:率|比重|占比|比例|增速|增幅)(?:同比|[比较][^,。;0-9]{0,8}|同期|上年同期|去年同期)?(?:提高|提升|上升|增加|下降|降低)(?:了)?$"
)
_AMOUNT_CHANGE = re.compile(
    r"(?:总值|产值|收入|总额|投资额|销售额|营业额|数量|总量|产量|增加值|税收|进出口|投资|人数|面积|[^\W0-9_]量|[^\W0-9_]{2}额)(?:完成|实现)?(?:同比|比上年|较上年|比去年|较去年|同期)*(?:增长|增加|下降|提高|减少)(?:了)?$"
)


def _differences(progress: Progress) -> Iterator[Phrase]:
    """``近视率48.3%,较2021年的49.6%下降1.3%``: the change is the difference of two rates, so points."""
    for now, base, change in zip(
        progress.mentions, progress.mentions[1:], progress.mentions[2:], strict=False
    ):
        if {now.quantity.base_unit, base.quantity.base_unit, change.quantity.base_unit} != {"%"}:
            continue
        together = (
            now.clause.sentence == change.clause.sentence and re.search("[较比]", base.before) is not None
        )
        difference = abs(now.quantity.value - base.quantity.value)
        if together and difference == change.quantity.value and re.search("率|比重|占比", now.before[-6:]):
            spot = change.quantity
            yield Phrase(
                kind="percent_for_point",
                text="",
                start=spot.start,
                end=spot.end,
                hint=f"{spot.value}个百分点",
            )


def point_slips(progress: Progress) -> Iterator[Phrase]:
    """``由95%提高到97%,提高2%`` means points; ``产值增长6.5个百分点`` means percent."""
    changes = list(islice(_FROM_TO.finditer(progress.text), 20))
    for match in changes:
        yield Phrase(
            kind="percent_for_point",
            text="",
            start=match.start(3),
            end=match.end(3) + 1,
            hint=f"{match[3]}个百分点",
        )
    yield from _differences(progress)
    for mention in progress.mentions:
        place = mention.quantity
        words = re.sub(r"[0-9.]+[万亿]?(?:[^\W0-9_]|%){1,3},$", "", mention.subject) + mention.before
        if place.base_unit == "%" and _RATE_CHANGE.search(mention.before) and "增长率" not in mention.before:
            if not any(match.start(3) == place.start for match in changes):
                yield Phrase(
                    kind="percent_for_point",
                    text="",
                    start=place.start,
                    end=place.end,
                    hint=f"{place.value}个百分点",
                )
        elif kind_of(place.base_unit) == "point" and _AMOUNT_CHANGE.search(words):
            yield Phrase(
                kind="point_for_percent", text="", start=place.start, end=place.end, hint=f"{place.value}%"
            )
