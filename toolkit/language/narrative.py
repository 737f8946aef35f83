"""Faults of the narrative itself: an item 1 without an item 2, activity without result, slips, half sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.language.content import pairs
from toolkit.language.figures import Progress
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.vocabulary import pattern, sections

_PAIRS = {"“": "”", "(": ")", "《": "》", "‘": "’", "【": "】", "「": "」"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_MARKS = re.compile("[“”()《》‘’【】「」]")
_DOUBLED = re.compile(r"[,。;:、!?][,。;:、]+|[,。;、]{2,}|。\.|\(\)")
_FIRST = re.compile(
    r"^\(?(?:1[.、)](?![0-9]|$)|1\.(?=[0-9]{1,2}月)|一、|一是)|(?<=[。;\n])\(?(?:1[.、)](?![0-9])|一是)"
)
_SECOND = re.compile(r"(?:^|[。;\n,.!])\s*\(?(?:2[.、)]|二、|二是|②)")
_TWICE_ABOUT = re.compile(r"(?:大约|约|近)[0-9.]{1,12}[万亿]?(?:[^\W0-9_]|%){1,4}?(?:左右|上下)")
_SLOGAN = re.compile("(?:进一步|持续|不断)?(?:加大|加强|积极|强化|大力|深入|全面|扎实|有序)")
_HEADING = re.compile(r"^[0-9]{0,4}(?:[^\W0-9_]|[“”\"()、]){4,24}$")


@cache
def _slips() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = dict(word.split(">") for line in sections("words")["slip"] for word in line)
    known = {wrong: right for wrong, right in pairs.items() if wrong != right}
    return re.compile("|".join(sorted(known, key=len, reverse=True))), known


@cache
def _words(section: str) -> re.Pattern[str]:
    return re.compile(pattern("words", section))


def enumerators(progress: Progress) -> Iterator[Phrase]:
    """An item ``1.`` that no ``2.`` follows."""
    first = _FIRST.search(progress.text)
    if first is not None and _SECOND.search(progress.text, first.end()) is None:
        end = min(first.end() + 2, len(progress.text))
        yield Phrase(kind="orphan_enumerator", text="", start=first.start(), end=end)


def activity(progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]) -> Iterator[Phrase]:
    """A milestone answered by 加强, 推进 and 召开 alone."""
    milestones = [target for target in targets if target.kind == "milestone"]
    if not milestones or not progress.text.strip():
        return
    if figures:
        yield from _idle_sentences(progress, milestones)
        return
    if _words("result").search(progress.text) or not _words("activity").search(progress.text):
        return
    whole = all(target.kind == "milestone" for target in targets)
    first = next(
        clause for clause in progress.clauses if _words("activity").search(progress.clause_text(clause))
    )
    start, end = (0, len(progress.text)) if whole else (first.start, first.end)
    yield Phrase(kind="activity", text="", start=start, end=end, whole_row=whole)


def _idle_sentences(progress: Progress, milestones: Sequence[Target]) -> Iterator[Phrase]:
    """Beside figures: the only sentence on a milestone, when it has activity words and no result."""
    sentences = [match.span() for match in re.finditer(r"[^。;\n]+", progress.text)][:100]
    for target in milestones[:10]:
        content = pairs(target.text)
        about = [span for span in sentences if len(pairs(progress.text[slice(*span)]) & content) >= 2]
        words = progress.text[slice(*about[0])] if len(about) == 1 else ""
        if (
            _SLOGAN.match(words)
            and not re.search("[0-9]", words)
            and _words("activity").search(words)
            and not _words("result").search(words)
        ):
            yield Phrase(kind="activity", text="", start=about[0][0], end=about[0][1])


def fragments(progress: Progress) -> Iterator[Phrase]:
    """A sentence that is a bare noun: nobody can tell whether the thing was done."""
    text = progress.text
    place = 0
    for sentence in re.split(r"(?<=[。;\n!?])", text):
        start, place = place, place + len(sentence)
        bare = sentence.strip("。;\n!? ")
        if not _HEADING.match(bare) or sentence[-1:] not in "。;":
            continue
        if _words("verb").search(re.sub(r"\([^)]*\)", "", bare).removesuffix("工作")) is None or _is_document(
            bare
        ):
            yield Phrase(kind="fragment", text="", start=start, end=start + len(sentence.rstrip("\n ")))


def _is_document(bare: str) -> bool:
    """``区级工作(实施)方案``: a title of a document and nothing said of it."""
    if bare.endswith(("项目", "工程")):
        return (
            _words("result").search(bare) is None
            and re.search("正在|推进|开展|启动|实施|有序|已|将|组织|加快|做好|抓好|是|为", bare) is None
        )
    if not bare.endswith(
        ("方案", "办法", "计划", "制度", "规划", "意见", "名单", "清单", "台账", "报告", "情况", "设计")
    ):
        return False
    stem = re.sub(
        r"\([^)]*\)|选址|设计|招标|采购|规划|宣传|培训|评价|监测|保护|修复|提升|利用|推进|创建|分配|及|实施|工作|管理|建设|整治|治理|检查|发展|服务|改造|执法|考核|保障",
        "",
        bare,
    )
    return _words("verb").search(stem) is None


def wording(progress: Progress) -> Iterator[Phrase]:
    """Unpaired quotes and brackets, doubled punctuation, and slips of the pen that are known."""
    text = progress.text
    if (spot := _unpaired(text)) is not None:
        start, end = max(0, spot - 6), spot + 1
        yield Phrase(kind="wording", text="", start=start, end=end, hint="成对的标点")
    for match in _DOUBLED.finditer(text):
        if match[0] not in ("...", ":(") and match[0].strip(".") and set(match[0]) != {"."}:
            yield Phrase(kind="wording", text="", start=match.start(), end=match.end(), hint=match[0][-1:])
    for match in _TWICE_ABOUT.finditer(text):
        yield Phrase(kind="wording", text="", start=match.start(), end=match.end(), hint="“约”和“左右”用其一")
    expression, known = _slips()
    for match in expression.finditer(text):
        yield Phrase(kind="wording", text="", start=match.start(), end=match.end(), hint=known[match[0]])


def _unpaired(text: str) -> int | None:
    """Offset of the first mark without its partner, or None."""
    opened: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark in _PAIRS:
            if opened and opened[-1][0] == mark and mark in "“‘":
                return match.start()
            opened.append((mark, match.start()))
        elif opened and opened[-1][0] == _CLOSERS[mark]:
            opened.pop()
        elif mark == ")" and re.search(
            r"(?:^|[。;,:\n])\s*[0-9一二三四五六七八九十]{1,2}$",
            text[max(0, match.start() - 4) : match.start()],
        ):
            continue
        else:
            return match.start()
    return opened[0][1] if opened else None
