"""Finds what must not occur, and where a progress text says that it did not: 不发生, 杜绝, 无…, 零事故."""

from __future__ import annotations

import re
from functools import cache

from toolkit.language.vocabulary import expression, pattern, words

CLEARED = "清零"  # of which some there were
_TELLING = "[不避防杜零没无]|为0"
_BEHIND = r"(?:零发生|零新增|零增长|(?:动态)?清零$|归零$|为零|为0(?:[起件例人])?|零容忍)"
_LEADING = "^(?:确保|实现|做到|力争|坚决|继续|保持|全年|全区|全市|全县)*"
_YEARS = "(?<![0-9])[0-9]{1,4}年(?:度|内)?|[（(][^()（）]{0,60}[)）]"
_NEXT = ("、无", "、不", "、杜绝", "、零")
_BEHIND_COUNTS = frozenset(("零发生", "零新增", "为零", "为0", "动态清零", "清零", "归零"))
# Said in a progress text that a thing did not occur.
DENIED = re.compile(
    r"(?:未|没有|无|没)(?:再)?(?:发生|出现|产生|发现)|无[^,。;、0-9]{2,20}?(?:发生|出现)|无[^,。;、0-9]{0,10}(?:死亡|伤亡)(?!率)|[无零]新增|不存在|零(?:发生|事故|死亡|伤亡|发生|感染|上访|投诉|发案|案件|差错|违规)|已无|均无|已全部清零|动态清零|为零|(?:0|零)[起例件](?!步)|杜绝了|(?<=[,。;、均])无(?!证|照|障|线|人|机|公|害|偿|缝|需|纸|形|主|党|业|房|户|烟|物|围|负|论|法|关|一|疑|数|源|痛|疫|毒)[^\W0-9_]{3,12}?(?<!方面)(?=[,。;、]|$)|(?:实现|做到|确保|保持)(?:了)?(?:“)?无"
)


@cache
def _marker() -> re.Pattern[str]:
    nought = rf"零(?={pattern('zero', 'nought')})"
    before = "".join(f"|(?<={word})" for word in pattern("zero", "before").split("|"))
    lead = rf"(?:^{before}|(?<=[:“(、段域均已]))"
    led = rf"(?:不能有|没有|无(?!{pattern('zero', 'not without')})|零(?={pattern('zero', 'nought', 'led nought')}))"
    return re.compile(rf"(?:不|避免|防止)(?:再)?(?:发生|出现|产生)|杜绝|{nought}|{lead}{led}")


def zero_parts(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The stretches of a clause that each name what must not occur, as (start, end, name)."""
    if expression(_TELLING).search(text, start, end) is None:
        return []
    clause = text[start:end]
    if expression("[0-9]").search(expression(_YEARS).sub("", clause)):
        return []
    found: list[tuple[int, int, str]] = []
    for match in _marker().finditer(clause):
        if found and start + match.start() < found[-1][1]:
            continue
        stops = [stop for mark in _NEXT if (stop := clause.find(mark, match.end())) >= 0]
        stop = min(stops, default=len(clause))
        name = clause[match.end() : stop].strip("“”。、")
        if match[0] == "零" and name in words("zero", "nought", "led nought"):
            name = _head(clause[: match.start()]) + name
        if len(name) >= 2:
            found.append((start + match.start(), start + stop, name))
    return found or _named_before(clause, start)


def _head(words_before: str) -> str:
    """What is to have none of it, in front of 零: 命案防控 of 命案防控零发案."""
    head = expression(_LEADING).sub("", words_before)
    return head if len(head) >= 2 and head.isalpha() else ""


def _named_before(clause: str, start: int) -> list[tuple[int, int, str]]:
    """``无证无照经营动态清零、“开墙打洞”零新增``: each thing with what is to be nought of it behind."""
    pieces = clause.split("、")
    if len(pieces) == 1 or any(expression(_BEHIND).search(piece) is None for piece in pieces):
        pieces = [clause]
    found: list[tuple[int, int, str]] = []
    for piece in pieces:
        behind = expression(_BEHIND).search(piece)
        if behind is not None and behind[0].rstrip("起件例人") in _BEHIND_COUNTS:
            found.append((start, start + behind.end(), piece[: behind.start()].strip("“”")))
        start += len(piece) + 1
    return found


def denials(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a stretch says that something did not occur."""
    return [match.span() for match in DENIED.finditer(text, start, end)]
