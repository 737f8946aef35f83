"""Percent where points are meant, and points where percent is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Phrase, Quantity
from toolkit.language.spotting import spotted
from toolkit.language.units import kind_of
from toolkit.language.vocabulary import expression

_FROM_TO = (
    r"(?:由|从)[^0-9,。;]{0,10}([0-9]+(?:\.[0-9]+)?)%[^0-9。;]{0,10}?"
    r"(?:提高|提升|上升|增加|增长|下降|降低|降|升|增|减少)(?:到|至|为)(?:了)?([0-9]+(?:\.[0-9]+)?)%[^0-9。;]{0,8}"
    r"(?:提高|提升|上升|增加|增长|下降|降低|升|降)(?:了)?([0-9]+(?:\.[0-9]+)?)%(?!.{0,2}点)"
)
_RATE_CHANGE = (
    r"(?:(?<!死亡)(?<!发病)(?<!成讼)(?<!发案)(?<!犯罪)(?<!伤亡)率|比重|占比|比例|增速|增幅)(?:同比|[比较][^,。;0-9]{0,8}|同期|上年同期|去年同期)?"
    r"(?:提高|提升|上升|增加|下降|降低)(?:了)?$"
)
_AMOUNT_CHANGE = (
    r"(?:GDP|总值|产值|收入|总额|投资额|销售额|营业额|数量|总量|产量|增加值|税收|进出口|投资|人数|人次|起数|件数|次数|户数|案件|警情|面积|[能水电煤]耗|浓度|(?<!含)[^\W0-9_]量"
    r"|[^\W0-9_]{2}额)(?:完成|实现|达到?|为)?(?:同比|比上年|较上年|比去年|较去年|同期)*(?:增长|增加|下降|提高|减少)(?:了)?$"
)
_SHARE_BEFORE = (
    r"(?:率|比重|占比|比例|占(?![^,。;]{0,12}(?:任务|计划|目标|预算))[^,。;]{1,12})(?:为|达到?了?|至)?$"
)
_IS_SHARE = r"(?:占比|比重)$|(?:比重|占比|比例|(?<!增长)(?<!比)率)(?:为|达到|达|是)$"
_CHANGE_BEHIND = (
    r",?(?:(?:同比|[比较][^,。;0-9]{0,10})(?:20[0-9]{2}年)?(?:同期|末)?)?"
    r"(?:提高|提升|上升|下降|降低|回落)(?:了)?$"
)
_APART = "(?:高于|低于|快于|慢于|高出)[^,。;0-9]{2,14}$|[比较](?:全[省市国区县])[^,。;0-9]{0,8}[高低快慢]$"
_RATE_BEFORE = "(?:增长|下降|增速|增幅|率[为达到]*)[0-9.]+%,$"
_GREW = "(?:同比|环比|[比较](?:上年|去年)同?期?)(?:增长|增加|下降|减少)了?"
_AMOUNTS = ("measure", "money", "physical")
_RATE = "率|比重|占比"
_NUMBER_BEFORE = r"[0-9.]+[万亿]?(?:[^\W0-9_]|%){1,3},$"


def point_slips(progress: Progress) -> Sequence[Phrase]:
    """``由95%提高到97%,提高2%`` means points; ``产值增长6.5个百分点`` means percent."""
    marked = [
        (place, mention)
        for place, mention in enumerate(progress.mentions)
        if mention.quantity.base_unit == "%" or kind_of(mention.quantity.base_unit) == "point"
    ]
    if not marked and "%" not in progress.text:
        return ()
    return (*_spans(progress), *_shares(progress), *_differences(progress), *_changes(progress, marked))


def _spans(progress: Progress) -> Iterator[Phrase]:
    """The 2% of 由95%提高到97%,提高2%."""
    for start, end, value in _from_to(progress.text):
        yield spotted(progress, "percent_for_point", start, end, hint=f"{value}个百分点")


def _shares(progress: Progress) -> Iterator[Phrase]:
    """The 2.4% of 占比66.8%,较去年同期提高2.4%."""
    for share, change in pairwise(progress.mentions):
        if not share.quantity.base_unit == change.quantity.base_unit == "%":
            continue
        if share.clause.sentence != change.clause.sentence or share.clause.end + 1 < change.clause.start:
            continue
        told = expression(_SHARE_BEFORE).search(share.before) is not None
        if told and expression(_CHANGE_BEHIND).fullmatch(change.before):
            yield _percent(progress, change.quantity)


def _from_to(text: str) -> list[tuple[int, int, str]]:
    if "%" not in text:
        return []
    matches = islice(expression(_FROM_TO).finditer(text), 20)
    return [(match.start(3), match.end(3) + 1, match[3]) for match in matches]


def _differences(progress: Progress) -> Iterator[Phrase]:
    """``近视率48.3%,较2021年的49.6%下降1.3%``: the change is the difference of two rates, so points."""
    for now, base, change in zip(
        progress.mentions, progress.mentions[1:], progress.mentions[2:], strict=False
    ):
        if not now.quantity.base_unit == base.quantity.base_unit == change.quantity.base_unit == "%":
            continue
        together = now.clause.sentence == change.clause.sentence and expression("[较比]").search(base.before)
        difference = abs(now.quantity.value - base.quantity.value)
        if together and difference == change.quantity.value and expression(_RATE).search(now.before[-6:]):
            yield _percent(progress, change.quantity)


def _changes(progress: Progress, marked: Sequence[tuple[int, Mention]]) -> Iterator[Phrase]:
    """A rate that rose by percent, an amount that rose by points, and a share that is so many points."""
    for position, mention in marked:
        place = mention.quantity
        if place.base_unit == "%":
            if (
                (expression(_RATE_CHANGE).search(mention.before) or _is_apart_by(mention))
                and "增长率" not in mention.before
                and not any(start == place.start for start, _, _ in _from_to(progress.text))
            ):
                yield _percent(progress, place)
            continue
        words = expression(_NUMBER_BEFORE).sub("", mention.subject) + mention.before
        if (
            expression(_AMOUNT_CHANGE).search(words)
            or expression(_IS_SHARE).search(mention.before)
            or _grew_from(progress, position)
        ):
            yield spotted(progress, "point_for_percent", place.start, place.end, hint=f"{place.value}%")


def _grew_from(progress: Progress, position: int) -> bool:
    """Whether a count or an amount right before a number is what grew by it: 24家,同比增长20个百分点."""
    mention = progress.mentions[position]
    if not position or expression(_GREW).fullmatch(mention.before) is None:
        return False
    before = progress.mentions[position - 1]
    beside = before.clause.sentence == mention.clause.sentence and not before.after.strip()
    return beside and kind_of(before.quantity.base_unit) in _AMOUNTS and not before.quantity.is_percent


def _is_apart_by(mention: Mention) -> bool:
    """The 0.7% of 增长8.1%,高于全市平均水平0.7%: what two rates differ by."""
    told = expression(_APART).search(mention.before) is not None
    return told and expression(_RATE_BEFORE).search(mention.subject) is not None


def _percent(progress: Progress, place: Quantity) -> Phrase:
    return spotted(progress, "percent_for_point", place.start, place.end, hint=f"{place.value}个百分点")
