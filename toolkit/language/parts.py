"""Parts and wholes: 其中 parts against their whole, a closed list against its count, shares against 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Literal

from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Phrase
from toolkit.language.numerals import parse_numeral
from toolkit.language.units import relation

_OPEN = re.compile("等|主要|包括但|为主|重点|如")
_LIST = re.compile(
    r"(?:(?<=[,。;:(])|^)((?:[^,。;:、()]{2,24}、){1,19}[^,。;:、()]{2,20}?)(?:共|等)?([二两三四五六七八九十]|(?<![0-9])[0-9]{1,2})(个|家|项|条|处|所|座|类|种|名|件|方面|大|位|镇|街道)"
)
_FOUR_WITHOUT = re.compile(
    r"“?([二两三四五六七八九十])无”?[,:]?(?:即|:|包括)?((?:无[^、,。;]{1,12}、?){2,9})"
)
_BEHIND = re.compile(
    r"(?<![0-9])([0-9]{1,2}|[二两三四五六七八九十])(?:个|家|项|条|处|所|座)[^,。;0-9]{0,10},?(?:分别是|分别为|即|包括)[:]?((?:[^,。;:、()0-9]{2,14}、){1,19}[^,。;:、()0-9]{2,14}?)(?=[,。;)]|$)"
)
_LEAD_WORDS = re.compile(r".*(?:完成|包括|涉及|即|对|在|了|选择|确定|建成|改造|实施|覆盖|其中)")
_ELSE = re.compile("在谈|洽谈|储备|意向")
_VERB = re.compile("完成|通过|进入|获得|达到|已|正在|开工|竣工|整改|取得|评|验收|办结|解决")
_SHARES = re.compile(
    r"占比(?:重)?分别为$|占(?:比)?(?:为|达)?$|占[^,。;]{0,8}的?$|比例为?$|比重为?$|(?:分别)?为$"
)


def wholes(progress: Progress) -> Iterator[Phrase]:
    """A whole with its 其中 parts, and a subset beside the number it is part of."""
    mentions = [
        mention for mention in progress.mentions if not mention.quantity.is_percent and not mention.compared
    ]
    position = 0
    while position < len(mentions):
        parts = _parts_after(progress, mentions, position)
        if parts:
            yield from _compare(mentions[position], parts, progress)
            position += len(parts)
        elif among := _among(progress, mentions, position):
            total = sum((mention.quantity.base_value for mention in among), Decimal(0))
            yield _phrase(
                "whole_with_parts",
                mentions[position],
                among[-1],
                mentions[position].quantity.base_value,
                total,
            )
            position += len(among)
        position += 1


def _parts_after(progress: Progress, mentions: Sequence[Mention], position: int) -> list[Mention]:
    whole = mentions[position]
    if whole.part or position + 1 >= len(mentions):
        return []
    between = progress.text[whole.quantity.end : mentions[position + 1].quantity.start]
    if "其中" not in between or "。" in between:
        return []
    parts: list[Mention] = []
    for mention in mentions[position + 1 :]:
        same = relation(mention.quantity.unit, whole.quantity.unit) in ("same", "scaled")
        if (
            mention.clause.sentence != whole.clause.sentence
            or not same
            or not mention.part
            or _ELSE.search(mention.before)
        ):
            break
        parts.append(mention)
    beside = [mention for mention in parts if mention.clause == parts[0].clause]
    return beside if len(beside) > 1 else parts


def _among(progress: Progress, mentions: Sequence[Mention], position: int) -> list[Mention]:
    """``21项问题中,完成16项,达到序时进度4项,未达到2项``: the parts that 中 announces, where they are the whole rest."""
    whole = mentions[position]
    if not whole.after.endswith("中") or len(whole.after) > 12:
        return []
    parts = [
        mention
        for mention in mentions[position + 1 :]
        if mention.clause.sentence == whole.clause.sentence
        and relation(mention.quantity.unit, whole.quantity.unit) == "same"
    ]
    if any(mention.after.endswith("中") for mention in parts):  # 其余27项中,已完成19项 counts within a part
        return []
    if len(parts) < 3 or _OPEN.search(progress.text[whole.quantity.end : parts[-1].quantity.end + 3]):
        return []
    return parts if all(not mention.part for mention in parts) else []


def _compare(whole: Mention, parts: Sequence[Mention], progress: Progress) -> Iterator[Phrase]:
    stated = whole.quantity.base_value
    if any(total == stated for total in accumulate(mention.quantity.base_value for mention in parts)):
        return
    nested = [mention for mention in parts if _VERB.search(mention.local)]
    greatest = max(parts, key=lambda mention: mention.quantity.base_value)
    if greatest.quantity.base_value > stated:
        yield _phrase("subset", whole, greatest, stated, greatest.quantity.base_value)
        return
    between = progress.text[whole.quantity.end : parts[-1].quantity.end + 4]
    total = sum((mention.quantity.base_value for mention in parts), Decimal(0))
    closed = (
        len(parts) >= 2
        and not nested
        and not _OPEN.search(between)
        and not any(m.quantity.approximation for m in (whole, *parts))
    )
    if closed and (total > stated or len(parts) >= 3 or "分别" in between or total * 10 >= stated * 9):
        yield _phrase("whole_with_parts", whole, parts[-1], stated, total)


def _phrase(
    kind: Literal["subset", "whole_with_parts"],
    whole: Mention,
    last: Mention,
    stated: Decimal,
    counted: Decimal,
) -> Phrase:
    return Phrase(
        kind=kind, text="", start=whole.quantity.start,
        end=last.quantity.end, stated=stated, counted=counted,
    )  # fmt: skip


def counted_lists(progress: Progress) -> Iterator[Phrase]:
    """A closed list with a stated count: A、B、C三个街道. 等 leaves a list open."""
    for match in _FOUR_WITHOUT.finditer(progress.text):
        stated = parse_numeral(match[1])
        if stated is not None:
            yield _list(match.start(), match.end(), stated, len(re.findall("无", match[2])))
    for match in _LIST.finditer(progress.text):
        if (
            "等" in match[0][len(match[1]) - 1 :]
            or "等" in match[1]
            or re.search("和|及|与|以及", match[1].split("、")[-1])
        ):
            continue
        stated = Decimal(match[2]) if match[2].isascii() else parse_numeral(match[2])
        lead = _LEAD_WORDS.match(match[1].split("、")[0])
        skipped = lead.end() if lead else 0
        if stated is not None and _is_one_list(match[1][skipped:]):
            yield _list(match.start(1) + skipped, match.end(), stated, match[1].count("、") + 1)
    for match in _BEHIND.finditer(progress.text):
        stated = Decimal(match[1]) if match[1].isascii() else parse_numeral(match[1])
        last = match[2].split("、")[-1]
        joined = re.fullmatch("(.{2,})(?:和|及|与|以及)(.{2,})", last)
        two = joined is not None and joined[1][-1] == joined[2][-1]
        if stated is not None and "等" not in match[2] and (two or not re.search("和|及|与", last)):
            yield _list(match.start(), match.end(), stated, match[2].count("、") + 1 + two)


def _is_one_list(words: str) -> bool:
    """Whether the items are names of one kind: they end alike (街道, 镇, 号楼) and hold no verb."""
    items = words.split("、")
    endings = {item[-1] for item in items[:-1]} | {items[-1][-1]}
    if re.search("[0-9](?!号|#|单元|栋|楼|幢|[0-9])", words):
        return False
    alike = len(endings) == 1 or (len(items) >= 3 and all(2 <= len(item) <= 5 for item in items))
    return len(items) >= 2 and alike and not any(_VERB.search(item) for item in items)


def _list(start: int, end: int, stated: Decimal, counted: int) -> Phrase:
    return Phrase(kind="counted_list", text="", start=start, end=end, stated=stated, counted=Decimal(counted))


def shares(progress: Progress) -> Iterator[Phrase]:
    """Three or more shares of one whole, in one sentence, that should make 100 %."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in progress.mentions:
        if mention.quantity.base_unit == "%" and _SHARES.search(mention.lead[-14:]):
            by_sentence.setdefault(mention.clause.sentence, []).append(mention)
    for group in by_sentence.values():
        total = sum((mention.quantity.value for mention in group), Decimal(0))
        digits = min(mention.quantity.digits for mention in group)
        slack = Decimal(len(group)) / 2 * Decimal(1).scaleb(-digits)
        text = progress.text[group[0].quantity.start : group[-1].quantity.end]
        if len(group) < 3 or _OPEN.search(text) or "。" in text or total < 90 or not _partitions(group):
            continue
        counted = total if abs(total - 100) > slack else Decimal(100)
        yield Phrase(
            kind="shares",
            text="",
            start=group[0].quantity.start,
            end=group[-1].quantity.end,
            stated=Decimal(100),
            counted=counted,
        )


def _partitions(group: Sequence[Mention]) -> bool:
    """Whether the shares are of one whole: each said with 占, or all behind one 分别; and none is of its own plan."""
    if any(re.search("计划|任务|目标|预算|进度", mention.lead[-14:]) for mention in group):
        return False
    return all("占" in mention.lead[-14:] or "比" in mention.lead[-8:] for mention in group)
