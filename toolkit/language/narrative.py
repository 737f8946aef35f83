"""Faults of the narrative itself: an item 1 without an item 2, activity without result, half sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.language.content import pairs
from toolkit.language.figures import Progress
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.spotting import MOST, spotted
from toolkit.language.vocabulary import any_of, expression

_FIRST = r"^\(?(?:1[.、)](?![0-9]|$)|1\.(?=[0-9]{1,2}月)|一、|一是)|(?<=[。;\n])\(?(?:1[.、)](?![0-9])|一是)"
_SECOND = r"(?:^|[。;\n,.!])\s{0,9}\(?(?:2[.、)]|二、|二是|②)"
_SLOGAN = "(?:进一步|持续|不断)?(?:加大|加强|积极|强化|大力|深入|全面|扎实|有序)"
_GROUNDWORK = "为[^,。;]{2,40}(?:打下|奠定|提供|夯实)[^,。;]{0,10}(?:基础|保障)"
_SENTENCE = r"[^。;\n]+"
_ENDS = r"[。;\n!?]"
_HEADING = r"[0-9]{0,4}(?:[^\W0-9_]|[“”\"()、]){4,24}$"
_SHORTEST, _LONGEST = 4, 28  # characters of a heading
_UNDER_WAY = "正在|推进|开展|启动|实施|有序|已|将|组织|加快|做好|抓好|是|为"
_DOCUMENTS = (
    "方案", "办法", "计划", "制度", "规划", "意见", "名单", "清单", "台账", "报告", "情况", "设计"
)  # fmt: skip
_TITLE_WORDS = (
    r"\([^)]*\)|选址|设计|招标|采购|规划|宣传|培训|评价|监测|保护|修复|提升|利用|推进|创建|分配|及|实施|工作"
    r"|管理|建设|整治|治理|检查|发展|服务|改造|执法|考核|保障"
)


def enumerators(progress: Progress) -> Sequence[Phrase]:
    """An item ``1.`` that no ``2.`` follows."""
    text = progress.text
    if not ("1." in text or "1、" in text or "1)" in text or "一、" in text or "一是" in text):
        return ()
    first = expression(_FIRST).search(text)
    if first is None or expression(_SECOND).search(text, first.end()) is not None:
        return ()
    end = min(first.end() + 2, len(text))
    return (spotted(progress, "orphan_enumerator", first.start(), end),)


def activity(progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]) -> Sequence[Phrase]:
    """A milestone answered by 加强, 推进 and 召开 alone."""
    milestones = [target for target in targets if target.kind == "milestone"]
    text = progress.text
    if not milestones or not text.strip():
        return ()
    if figures or progress.mentions:
        return _idle_sentences(progress, milestones)
    acts = any_of("words", "activity")
    reached = expression(_GROUNDWORK).sub("", text) if "基础" in text or "保障" in text else text
    if any_of("words", "result").search(reached) or not acts.search(text):
        return ()
    if len(milestones) == len(targets):
        return (spotted(progress, "activity", 0, len(text), whole_row=True),)
    first = next(clause for clause in progress.clauses if acts.search(text, clause.start, clause.end))
    return (spotted(progress, "activity", first.start, first.end),)


def _idle_sentences(progress: Progress, milestones: Sequence[Target]) -> Sequence[Phrase]:
    """Beside figures: the only sentence on a milestone, when it has activity words and no result."""
    text = progress.text
    sentences = [match.span() for match in expression(_SENTENCE).finditer(text)][:100]
    idle = {span for span in sentences if _is_idle(text[slice(*span)])}
    if not idle:
        return ()
    said = [(span, pairs(text[slice(*span)])) for span in sentences]
    found: list[Phrase] = []
    for target in milestones[:10]:
        content = pairs(target.text)
        about = [span for span, words in said if len(words & content) >= 2]
        if len(about) == 1 and about[0] in idle:
            found.append(spotted(progress, "activity", *about[0]))
    return found


def _is_idle(words: str) -> bool:
    return (
        expression(_SLOGAN).match(words) is not None
        and re.search("[0-9]", words) is None
        and any_of("words", "activity").search(words) is not None
        and any_of("words", "result").search(words) is None
    )


def fragments(progress: Progress) -> Sequence[Phrase]:
    """A sentence that is a bare noun: nobody can tell whether the thing was done."""
    text = progress.text
    found: list[Phrase] = []
    end = -1
    for sentence in expression(_ENDS).split(text):
        start, end = end + 1, end + 1 + len(sentence)
        if (
            _SHORTEST <= len(sentence) <= _LONGEST
            and "," not in sentence
            and text[end : end + 1] in ("。", ";")
            and expression(_HEADING).match(sentence)
            and _is_noun(sentence)
            and any_of("words", "told yearly").search(sentence) is None
        ):
            found.append(spotted(progress, "fragment", start, end + 1))
            if len(found) == MOST:
                break
    return found


def _is_noun(bare: str) -> bool:
    """Whether it has no verb, or none but those of a title."""
    words = re.sub(r"\([^)]*\)", "", bare) if "(" in bare else bare
    return any_of("words", "verb").search(words.removesuffix("工作")) is None or _is_document(bare)


def _is_document(bare: str) -> bool:
    """``区级工作(实施)方案``: a title of a document and nothing said of it."""
    if bare.endswith(("项目", "工程")):
        return any_of("words", "result").search(bare) is None and expression(_UNDER_WAY).search(bare) is None
    return (
        bare.endswith(_DOCUMENTS)
        and any_of("words", "verb").search(expression(_TITLE_WORDS).sub("", bare)) is None
    )
