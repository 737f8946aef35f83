"""Parts and wholes: 其中 parts against their whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal

from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Phrase, Quantity
from toolkit.language.spotting import spotted
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import expression, sections

OPEN = "等(?!外|级)|主要|包括但|为主|重点|如"
_ELSE = "在谈|洽谈|储备|意向"
_VERB = "建成|交付|完成|通过|进入|获得|达到|已|正在|开工|竣工|整改(?!提升)|取得|评|验收|办结|解决"
_TWO_ARE_ALL, _MORE_ARE_ALL = Decimal("0.95"), Decimal("0.8")
_TWO = 2
_MEANS = ("compound", "score")
_DUE = "应(?!急|用)|实际"
_REACH = 4
_NET = "净"
_JOINED = "[、和及][^,。;、]{0,12}$"


def wholes(progress: Progress) -> Iterable[Phrase]:
    """A whole with its 其中 parts, and a subset beside the number it is part of."""
    if len(progress.mentions) < 2 or not any(sign in progress.text for sign in "中(:"):
        return ()
    return _wholes(progress)


def _wholes(progress: Progress) -> Iterator[Phrase]:
    mentions = [
        mention for mention in progress.mentions if not mention.quantity.is_percent and not mention.compared
    ]
    position = 0
    while position < len(mentions):
        parts = _parts_after(progress, mentions, position)
        if parts:
            yield from _compare(mentions[position], parts, progress)
            position += len(parts)
        elif bracketed := _bracketed(progress, mentions, position):
            yield from _compare(mentions[position], bracketed, progress)
            position += len(bracketed)
        elif among := _among(progress, mentions, position):
            total = sum((mention.quantity.base_value for mention in among), Decimal(0))
            whole = mentions[position]
            yield _phrase(progress, "whole_with_parts", whole, among[-1], whole.quantity.base_value, total)
            position += len(among)
        position += 1


def _parts_after(progress: Progress, mentions: Sequence[Mention], position: int) -> list[Mention]:
    whole = mentions[position]
    first = _next_like(mentions, position)
    if whole.part or first is None or kind_of(whole.quantity.base_unit) in _MEANS or _NET in whole.before:
        return []  # 其中5月达6.8吨/平方公里: parts of a mean are no parts of a sum, nor what came and went of 净增
    between = progress.text[whole.quantity.end : mentions[first].quantity.start]
    if "其中" not in between or "。" in between or _is_one_of_several(progress, mentions, position):
        return []
    parts: list[Mention] = []
    for mention in mentions[first:]:
        same = relation(mention.quantity.unit, whole.quantity.unit) in ("same", "scaled")
        if (
            mention.clause.sentence != whole.clause.sentence
            or not same
            or not mention.part
            or _is_of_another(mention, whole, parts)
            or expression(_ELSE).search(mention.before)
        ):
            break
        parts.append(mention)
    beside = [mention for mention in parts if mention.clause == parts[0].clause]
    return beside if len(beside) > 1 else parts


def _is_of_another(mention: Mention, whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether a number in a later clause counts other things, or more than there are: 其中快充桩867个,14个乡镇."""
    if not parts or mention.clause == parts[0].clause:
        return False
    return bool(mention.own_noun) or mention.quantity.base_value > whole.quantity.base_value


def _next_like(mentions: Sequence[Mention], position: int) -> int | None:
    """The place of the next number with the unit of this one: 展会14场,面积16.8万平方米,其中国际性展会3场."""
    whole = mentions[position]
    for place in range(position + 1, min(len(mentions), position + _REACH)):
        if relation(mentions[place].quantity.unit, whole.quantity.unit) in ("same", "scaled"):
            return place
        if mentions[place].part:
            return None
    return None


def _is_one_of_several(progress: Progress, mentions: Sequence[Mention], position: int) -> bool:
    """``新建18座、改造21座,其中…``: what follows is of both together."""
    if position == 0:
        return False
    whole, before = mentions[position], mentions[position - 1]
    between = progress.text[before.quantity.end : whole.quantity.start]
    same = relation(before.quantity.unit, whole.quantity.unit) in ("same", "scaled")
    return same and not before.part and expression(_JOINED).match(between) is not None


def _bracketed(progress: Progress, mentions: Sequence[Mention], position: int) -> list[Mention]:
    """``11批次(蔬菜7批次、水产品3批次、肉制品2批次)``: a closed list of parts in the bracket behind their whole."""
    whole = mentions[position]
    start = whole.quantity.end
    if progress.text.startswith(":", start):
        return _behind_colon(progress, mentions, position)
    if not progress.text.startswith("(", start):
        return []
    stop = progress.text.find(")", start, start + 200)
    parts = [mention for mention in mentions[position + 1 : position + 20] if mention.quantity.start < stop]
    if not all(relation(mention.quantity.unit, whole.quantity.unit) == "same" for mention in parts):
        return []
    if len(parts) == _TWO:
        return parts if _are_both(*parts) else []
    return parts if len(parts) > _TWO and "、" in progress.text[start:stop] else []


def _behind_colon(progress: Progress, mentions: Sequence[Mention], position: int) -> list[Mention]:
    """``网点146个:蔬菜零售42个、便利店38个、早餐21个``: a closed list behind its whole and a colon."""
    start = mentions[position].quantity.end
    stop = expression("[,。;]|$").search(progress.text, start)
    end = len(progress.text) if stop is None else stop.start()
    unit = mentions[position].quantity.unit
    parts = [mention for mention in mentions[position + 1 : position + 20] if mention.quantity.start < end]
    alike = all(mention.quantity.unit == unit and not mention.before.endswith("、") for mention in parts)
    listed = progress.text.count("、", start, end) == len(parts) - 1
    return parts if len(parts) > _TWO and alike and listed else []


def _are_both(one: Mention, other: Mention) -> bool:
    """Whether two parts are the only two that there can be: 城镇213人,农村425人."""
    mine, theirs = (each.local.strip("、,和").removeprefix("其中").lstrip(":,") for each in (one, other))
    return any(
        mine.startswith(first) and theirs.startswith(second)
        for pair in sections("siblings")["both"]
        for first, second in (pair, pair[::-1])
    )


def _among(progress: Progress, mentions: Sequence[Mention], position: int) -> list[Mention]:
    """``21项问题中,完成16项,达到序时进度4项,未达到2项``: the parts that 中 announces, where they are the whole rest."""
    whole = mentions[position]
    if not whole.after.endswith("中") or len(whole.after) > 12:
        return []
    parts: list[Mention] = []
    for mention in mentions[position + 1 :]:
        if mention.clause.sentence != whole.clause.sentence or _is_of_another(mention, whole, parts):
            break  # 5所中小学中3所投用、2所装修,8所幼儿园投用
        if relation(mention.quantity.unit, whole.quantity.unit) == "same":
            parts.append(mention)
    if any(mention.after.endswith("中") for mention in parts):  # 其余27项中,已完成19项 counts within a part
        return []
    if len(parts) < 3 or expression(OPEN).search(
        progress.text[whole.quantity.end : parts[-1].quantity.end + 3]
    ):
        return []
    if any(expression(_DUE).search(mention.before) for mention in parts):
        return []  # 应开工24个、应竣工18个,实际开工16个: what is due is no part beside what is done
    return parts if all(not mention.part for mention in parts) else []


def _compare(whole: Mention, parts: Sequence[Mention], progress: Progress) -> Iterator[Phrase]:
    stated = whole.quantity.base_value
    if _make_up(whole, parts):
        return
    nested = [mention for mention in parts if expression(_VERB).search(mention.local)]
    beside = [mention for mention in parts if mention.clause == parts[0].clause]
    greatest = max(beside, key=lambda mention: mention.quantity.base_value)
    if greatest.quantity.base_value > stated:
        yield _phrase(progress, "subset", whole, greatest, stated, greatest.quantity.base_value)
        return
    between = progress.text[whole.quantity.end : parts[-1].quantity.end + 4]
    total = sum((mention.quantity.base_value for mention in parts), Decimal(0))
    closed = (
        len(parts) >= 2
        and not nested
        and not expression(OPEN).search(between)
        and not any(m.quantity.approximation for m in (whole, *parts))
    )
    each_its_own = "分别" in progress.text[whole.quantity.end : parts[0].quantity.start]
    if closed and (total > stated or each_its_own or total >= stated * _nearly(parts)):
        yield _phrase(progress, "whole_with_parts", whole, parts[-1], stated, total)


def _make_up(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the first one or more parts make the whole: exactly, or as it was rounded from finer ones.

    2.73万 are 8126 and 1.91万; but who writes 0.9万 and 0.86万 beside 2.26万 means what stands there.
    """
    grain = _slack(whole.quantity)
    total = slack = Decimal(0)
    finer = False
    for part in parts:
        own = _slack(part.quantity)
        total += part.quantity.base_value
        finer = finer or own < grain
        slack += own if own <= grain else 0
        if abs(total - whole.quantity.base_value) <= (grain + slack if finer else 0):
            return True
    return False


def _slack(quantity: Quantity) -> Decimal:
    """Half of the last digit of a rounded number, nothing of a whole number of things."""
    return Decimal(0) if quantity.high is None else abs(quantity.high - quantity.base_value)


def _nearly(parts: Sequence[Mention]) -> Decimal:
    """How much of a whole these parts make together before they must be meant to be all of it."""
    return _TWO_ARE_ALL if len(parts) == _TWO and not _are_both(*parts) else _MORE_ARE_ALL


def _phrase(
    progress: Progress, kind: Literal["subset", "whole_with_parts"], whole: Mention, last: Mention,
    stated: Decimal, counted: Decimal,
) -> Phrase:  # fmt: skip
    start, end = whole.quantity.start, last.quantity.end
    return spotted(progress, kind, start, end, stated=stated, counted=counted)
