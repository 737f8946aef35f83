"""Finds what must not occur, and where a progress text says that it did not: 不发生, 杜绝, 无…, 零事故."""

from __future__ import annotations

import re

_NOT_A_ZERO = "证|照|障碍|线|人机|公害|偿|害化|缝|需|纸|形|主|党派|机|业|房户|烟|物业|军籍|围墙|负压|论|法|关|锡|愧|穷|限|疑|从|非|数|中生有|为而治|家可归|源|痛|菌|动力"
_LEAD = r"(?:^|(?<=确保)|(?<=实现)|(?<=做到)|(?<=力争)|(?<=坚决)|(?<=全年)|(?<=保持)|(?<=即)|(?<=、)|(?<=并)|(?<=和)|(?<=努力)|(?<=辖区)|(?<=全区)|(?<=[:“(])|(?<=[段域均已]))"
_MARKER = re.compile(
    rf"(?:(?:不|避免|防止)(?:再)?(?:发生|出现|产生)|杜绝|零(?=事故|死亡|伤亡|感染|上访|投诉|违规|差错|发案)|{_LEAD}(?:不能有|没有|无(?!{_NOT_A_ZERO})|零(?=事故|死亡|伤亡|发生|感染|疫情|上访|投诉|违规|差错|发案|案件|新增违)))"
)
_BEHIND = re.compile(r"(?:零发生|零增长|(?:动态)?清零$|归零$|为零|为0(?:[起件例人])?|零容忍)")
_YEARS = re.compile("(?<![0-9])[0-9]{1,4}年(?:度|内)?|[（(][^()（）]{0,60}[)）]")
_BEHIND_COUNTS = frozenset(("零发生", "为零", "为0", "动态清零", "清零", "归零"))
# Said in a progress text that a thing did not occur.
DENIED = re.compile(
    r"(?:未|没有|无|没)(?:再)?(?:发生|出现|产生|发现)|无[^,。;、0-9]{2,20}?(?:发生|出现)|不存在|零(?:事故|死亡|伤亡|发生|感染|上访|投诉|发案|案件|差错|违规)|已无|均无|已全部清零|动态清零|为零|(?:0|零)[起例件](?!步)|杜绝了|(?:实现|做到|确保|保持)(?:了)?(?:“)?无"
)


def zero_parts(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The stretches of a clause that each name what must not occur, as (start, end, name)."""
    clause = text[start:end]
    if re.search("[0-9]", _without_years(clause)):
        return []
    found: list[tuple[int, int, str]] = []
    for match in _MARKER.finditer(clause):
        stop = clause.find("、无", match.end())
        for mark in ("、不", "、杜绝", "、零"):
            other = clause.find(mark, match.end())
            stop = other if stop < 0 or 0 <= other < stop else stop
        stop = len(clause) if stop < 0 else stop
        if found and start + match.start() < found[-1][1]:
            continue
        name = clause[match.end() : stop].strip("“”。、")
        if len(name) >= 2:
            found.append((start + match.start(), start + stop, name))
    if not found and (behind := _BEHIND.search(clause)) and behind[0].rstrip("起件例人") in _BEHIND_COUNTS:
        found.append((start, start + behind.end(), clause[: behind.start()]))
    return found


def _without_years(clause: str) -> str:
    return _YEARS.sub("", clause)


def denials(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a stretch says that something did not occur."""
    return [match.span() for match in DENIED.finditer(text, start, end)]
