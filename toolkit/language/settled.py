"""Targets that words settle without a figure: 已全部达标, 未发生事故, 项目已启动."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.language.content import pairs
from toolkit.language.figures import Progress
from toolkit.language.model import Phrase, Target
from toolkit.language.zero import DENIED

_ALL = re.compile(r"全部|均已?|全覆盖|全面实现|百分之百|应.尽.|无一")
_DONE = re.compile(
    r"达标|完成|实现|覆盖|建成|整改|通过|开工|启动|投入使用|办结|合格|关停|拆除|建立|取缔|消除|清零|落实"
)
_STARTED = re.compile("启动|完成|建成|开工|创建|实施|成立|建立|挂牌|引进|落地|投入|通车|开业")
_NOT = re.compile("将|拟|计划|预计|力争|确保|争取|尚未|未完成|正在|推动|推进|有序|稳步|进行中")
_CLAIMS = frozenset(("completed", "over", "ahead"))
_MOST = 200
_EVERY = re.compile("全部|均|全面")


def settled_targets(
    progress: Progress, targets: Sequence[Target], phrases: Sequence[Phrase]
) -> frozenset[int]:
    """Positions of the numeric and zero targets about which the text leaves no doubt without a number."""
    return frozenset(
        index
        for index, target in enumerate(targets)
        if target.value is not None
        and (_by_claim(target, targets, phrases, progress) or _by_clause(progress, target))
    )


def _by_claim(
    target: Target, targets: Sequence[Target], phrases: Sequence[Phrase], progress: Progress
) -> bool:
    """A claim that the task is done answers the only target, or the one that its sentence names."""
    claims = [
        phrase
        for phrase in phrases
        if phrase.kind == "claim"
        and phrase.claim in _CLAIMS
        and (target.value == 1 or (phrase.claim == "completed" and _EVERY.search(phrase.text)))
    ]
    if not claims or target.kind in ("zero_occurrence", "growth", "index", "level"):
        return False
    numeric = [other for other in targets if other.value is not None]
    if len(numeric) == 1:
        return True
    return any(pairs(_sentence(progress, claim.start)) & _own(target, numeric) for claim in claims)


def _own(target: Target, others: Sequence[Target]) -> frozenset[str]:
    rest = frozenset().union(*(pairs(other.name) for other in others if other is not target))
    return pairs(target.name) - rest or pairs(target.name)


def _sentence(progress: Progress, place: int) -> str:
    text = progress.text
    start = max(text.rfind(mark, 0, place) for mark in "。;,") + 1
    start = max(text.rfind(",", 0, max(0, start - 1)), text.rfind("。", 0, place)) + 1
    return text[start:place]


def _by_clause(progress: Progress, target: Target) -> bool:
    if target.kind not in ("rate", "zero_occurrence") and target.value != 1:
        return False
    content = pairs(target.name)
    for clause in progress.clauses[:_MOST]:
        words = progress.clause_text(clause)
        if target.kind == "rate" and _ALL.search(words) and _DONE.search(words) and not _NOT.search(words):
            if len(pairs(words) & content) >= 2:
                return True
        elif target.kind == "zero_occurrence" and DENIED.search(words):
            if pairs(words) & content:
                return True
        elif (
            target.value == 1
            and _STARTED.search(words)
            and len(pairs(words) & content) >= 2
            and _is_named(words)
        ):
            return True
    return False


def _is_named(words: str) -> bool:
    return re.search("将|拟|预计|计划|招标|准备|按部就班|进行中", words) is None
