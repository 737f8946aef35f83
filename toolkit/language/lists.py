"""Closed lists against their stated count: A、B、C三个街道. 等 leaves a list open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from toolkit.language.figures import Progress
from toolkit.language.model import Phrase
from toolkit.language.numerals import parse_numeral
from toolkit.language.spotting import first_few, spotted
from toolkit.language.vocabulary import expression

_COUNTED = (
    r"(?:共|等)?([二两三四五六七八九十]|(?<![0-9])[0-9]{1,2})"
    r"(?:个|家|项|条|处|所|座|类|种|名|件|方面|大|位|镇|街道)"
)
_LIST = rf"(?:(?<=[,。;:(])|^)((?:[^,。;:、()]{{2,24}}、){{1,19}}[^,。;:、()]{{2,20}}?){_COUNTED}"
_LIST_END = rf"、[^,。;:、()]{{2,20}}?{_COUNTED}"  # each list before its count has one
_FOUR_WITHOUT = r"“?([二两三四五六七八九十])无”?[,:]?(?:即|:|包括)?((?:无[^、,。;]{1,12}、?){2,9})"
_BEHIND = (
    r"(?<![0-9])([0-9]{1,2}|[二两三四五六七八九十])(?:个|家|项|条|处|所|座)[^,。;0-9]{0,10},?"
    r"(?:(?:分别是|分别为|即|包括)[:]?|:)((?:[^,。;:、()0-9]{2,14}、){1,19}[^,。;:、()0-9]{2,14}?)(?=[,。;)]|$)"
)
_BRACKETED = (
    r"(?<![0-9])([0-9]{1,2}|[二两三四五六七八九十])(?:个|家|项|条|处|所|座)[^,。;()0-9]{0,8}"
    r"\(((?:[^,。;:、()0-9]{2,14}、){2,29}[^,。;:、()0-9]{2,14})\)"
)
_REACHES = "[一二三四五六七八九十0-9](?:至|到|-)$"  # 东四三至八条 is no eight
_SOME = "含|其中|如|主要|包括|除"
_FEW, _CLOSE = 3, 2
_MANY = 5  # times as many as were named
_BEHIND_SIGNS = "分别是|分别为|即|包括|:"  # each list behind its count has one
_LEAD_WORDS = r".*(?:完成|包括|涉及|即|对|在|了|选择|确定|建成|改造|实施|覆盖|其中)"
_JOINT = "和|及|与"
_JOINED = "(.{2,})(?:和|及|与|以及)(.{2,})"
_MEASURED = "[0-9](?!号|#|单元|栋|楼|幢|[0-9])"
_VERB = "完成|通过|进入|获得|达到|已|正在|开工|竣工|整改|取得|评|验收|办结|解决"


def counted_lists(progress: Progress) -> Sequence[Phrase]:
    """A closed list with a stated count, before it or behind it."""
    text = progress.text
    listed = "、" in text
    without = _four_without(progress) if "无" in text else ()
    bracketed = _bracketed(progress) if listed and "(" in text else ()
    behind = _counted_behind(progress) if listed and expression(_LIST_END).search(text) else ()
    before = _counted_before(progress) if listed and expression(_BEHIND_SIGNS).search(text) else ()
    return first_few(chain(without, behind, before, bracketed))


def _four_without(progress: Progress) -> Iterator[Phrase]:
    """``四无,即无违建、无占道``."""
    for match in expression(_FOUR_WITHOUT).finditer(progress.text):
        stated = parse_numeral(match[1])
        if stated is not None:
            yield _list(progress, match.start(), match.end(), stated, match[2].count("无"))


def _counted_behind(progress: Progress) -> Iterator[Phrase]:
    """``A、B、C三个街道``."""
    for match in expression(_LIST).finditer(progress.text):
        items = match[1].split("、")
        if "等" in match[0][len(match[1]) - 1 :] or "等" in match[1] or expression(_JOINT).search(items[-1]):
            continue
        if expression(_REACHES).search(items[-1]):
            continue
        stated = _count(match[2])
        lead = expression(_LEAD_WORDS).match(items[0])
        skipped = lead.end() if lead else 0
        if stated is None or stated > _MANY * len(items):
            continue  # 引进首店、旗舰店58家 names kinds
        if _is_one_list(match[1][skipped:]):
            yield _list(progress, match.start(1) + skipped, match.end(), stated, len(items))


def _counted_before(progress: Progress) -> Iterator[Phrase]:
    """``三个街道,分别是A、B、C``."""
    for match in expression(_BEHIND).finditer(progress.text):
        stated = _count(match[1])
        items = match[2].split("、")
        joined = expression(_JOINED).fullmatch(items[-1])
        two = joined is not None and joined[1][-1] == joined[2][-1]
        if stated is not None and "等" not in match[2] and (two or not expression(_JOINT).search(items[-1])):
            yield _list(progress, match.start(), match.end(), stated, len(items) + two)


def _bracketed(progress: Progress) -> Iterator[Phrase]:
    """``10个(东苑、西苑、…)``, where nearly as many are named: others may name districts, or a few of many."""
    for match in expression(_BRACKETED).finditer(progress.text):
        stated, items = _count(match[1]), match[2].split("、")
        named = len(items)
        if stated is None or named < _FEW or abs(named - stated) > _CLOSE or "等" in match[2]:
            continue
        if not expression(_JOINT).search(items[-1]) and not expression(_SOME).match(match[2]):
            yield _list(progress, match.start(), match.end(), stated, named)


def _count(text: str) -> Decimal | None:
    return Decimal(text) if text.isascii() else parse_numeral(text)


def _is_one_list(words: str) -> bool:
    """Whether the items are names of one kind: they end alike (街道, 镇, 号楼) and hold no verb."""
    items = words.split("、")
    endings = {item[-1] for item in items[:-1]} | {items[-1][-1]}
    if expression(_MEASURED).search(words):
        return False
    alike = len(endings) == 1 or (len(items) >= 3 and all(2 <= len(item) <= 5 for item in items))
    return len(items) >= 2 and alike and not any(expression(_VERB).search(item) for item in items)


def _list(progress: Progress, start: int, end: int, stated: Decimal, counted: int) -> Phrase:
    return spotted(progress, "counted_list", start, end, stated=stated, counted=Decimal(counted))
