"""Targets that words settle without a figure: 已全部达标, 未发生事故, 项目已启动."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from toolkit.language.changes import between_amounts, between_rates, unchanged
from toolkit.language.content import is_bare, pairs
from toolkit.language.figures import Progress
from toolkit.language.in_turn import told_in_its_turn, touches
from toolkit.language.model import Phrase, Target
from toolkit.language.outcome import (
    NOT_YET,
    all_done,
    dealt_with,
    denying,
    ending_in,
    ends_with_all_done,
    is_cleared,
    none_lost,
    of_all,
    plainly_told,
    says_all_and_no_more,
)
from toolkit.language.qualifying import is_of_nearly_all
from toolkit.language.told_totals import is_total_told, names_it
from toolkit.language.vocabulary import any_of, expression
from toolkit.language.zero import CLEARED

_EVERY = "全部|均|全面"
_CLAIMS = frozenset(("completed", "over", "ahead"))
_NEVER_CLAIMED = frozenset(("zero_occurrence", "growth", "index", "level"))
_STAGE_BEFORE = "(?:节点|进度|时序|步骤|阶段性?)[^,。;]{0,3}$"
_STAGE_BEHIND = "了?(?:上半年|半年|[一二三四]?季度|本?阶段|月度|节点)"
_TELLING = 4  # last characters of what a rate is of, its verb and how it is done
_GROWTH_CAPPED = "增[量幅长速]|涨幅|上涨"
_STANDS = "率[^,。;0-9]{0,4}(?:处于|优于|符合|达到|低于|高于)[^0-9]{0,6}(?:区间|等级|水平|标准|要求|范围)"
_BY_SO_MUCH = "(?:缩短|减少|压缩|降低|提高|提升|上调)[|]"
_EVENT = 2  # characters of what a rate counts: 逾期率
_AGAIN = ("", "再", "重新", "新的", "新增")
_NO = ("无", "零", "未出现", "未发生", "没有")
_QUICKER = "提速|压缩|缩短"
_OUTRIGHT = 6  # characters that are no mere 完成 or 检查


def settled_targets(
    progress: Progress, targets: Sequence[Target], phrases: Sequence[Phrase], told: Collection[int | None]
) -> frozenset[int]:
    """Positions of the numeric and zero targets about which the text leaves no doubt without a number.

    ``told`` are the targets that a number answers, so that nobody need look at the words.
    """
    claims = [phrase for phrase in phrases if phrase.kind == "claim" and phrase.claim in _CLAIMS]
    return frozenset(
        index
        for index, target in enumerate(targets)
        if target.value is not None
        and index not in told
        and (
            _by_claim(target, targets, claims, progress)
            or _by_clause(progress, target)
            or (len(targets) == 1 and _is_change_told(target, progress))
            or (len(targets) == 1 and target.kind == "total" and ends_with_all_done(progress))
            or told_in_its_turn(progress, targets, index)
        )
    )


def _by_claim(
    target: Target, targets: Sequence[Target], claims: Sequence[Phrase], progress: Progress
) -> bool:
    """A claim that the task is done answers the only target, or the one that its sentence names."""
    if not claims or target.kind in _NEVER_CLAIMED:
        return False
    whole = [
        claim
        for claim in claims
        if not _is_by_steps(progress.text, claim)
        and (
            target.value == 1
            or target.name.endswith("完成率")
            or (claim.claim == "completed" and expression(_EVERY).search(claim.text))
        )
    ]
    numeric = [other for other in targets if other.value is not None]
    if not whole or len(numeric) == 1:
        return bool(whole)
    return any(pairs(_sentence(progress, claim.start)) & _own(target, numeric) for claim in whole)


def _is_change_told(target: Target, progress: Progress) -> bool:
    """Whether two amounts tell a change, of what can only be the one target: 提速30%, 由10个工作日缩短至7个."""
    return target.kind == "growth" and any(True for _ in between_amounts(progress))


def _is_by_steps(text: str, claim: Phrase) -> bool:
    """Whether a claim is of a stage only: 按节点全面完成, 全面完成上半年任务."""
    before = text[max(0, claim.start - _OUTRIGHT - 2) : claim.start]
    return (
        expression(_STAGE_BEFORE).search(before) is not None
        or expression(_STAGE_BEHIND).match(text, claim.end) is not None
    )


def _own(target: Target, others: Sequence[Target]) -> frozenset[str]:
    rest = frozenset().union(*(pairs(other.name) for other in others if other is not target))
    return pairs(target.name) - rest or pairs(target.name)


def _sentence(progress: Progress, place: int) -> str:
    text = progress.text
    start = max(text.rfind(mark, 0, place) for mark in "。;,") + 1
    start = max(text.rfind(",", 0, max(0, start - 1)), text.rfind("。", 0, place)) + 1
    return text[start:place]


def _by_clause(progress: Progress, target: Target) -> bool:
    """Whether one clause names the target's object and says that it is done, begun, or did not occur."""
    if target.kind == "growth" and target.base_unit == "个百分点":
        return names_it(target, between_rates(progress), 2)
    if target.kind == "growth":
        # 火灾起数 has lost its 数, and 审批提速 is told as 审批时限
        least = 1 if target.name.endswith(("起", "人")) or expression(_QUICKER).search(target.text) else 2
        return any(names_it(target, told, least) for told in (unchanged(progress), between_amounts(progress)))
    if target.comparator == "<=" and (_has_none(progress, target) or _has_fallen(progress, target)):
        return True
    if target.kind == "rate":
        denied = "控制" in f"{target.name}{target.text}" and names_it(target, denying(progress), 2)
        nearly_all = is_of_nearly_all(target)
        return (
            denied
            or names_it(target, all_done(progress), 1 if nearly_all else 2)
            or (
                nearly_all
                and (
                    names_it(target, plainly_told(progress), 2)
                    or names_it(target, of_all(progress), 1)
                    or any(_is_of_loss(target.name, words) for words in none_lost(progress))
                    or any(_is_of_object(target.name, words) for words in of_all(progress))
                )
            )
            or _says_itself(progress, target)
            or (nearly_all and says_all_and_no_more(progress))
        )
    if target.kind == "zero_occurrence":
        denied = names_it(target, denying(progress), 1) or names_it(target, dealt_with(progress), 2)
        return denied or (
            CLEARED in target.text
            and (
                is_cleared(progress)
                or _all_mended(progress, target)
                or names_it(target, all_done(progress), 1)
            )
        )
    if expression(_BY_SO_MUCH).search(target.context) and names_it(target, between_amounts(progress), 2):
        return True
    return (
        target.kind == "total" and target.value is not None and is_total_told(progress, target, target.value)
    )


def _all_mended(progress: Progress, target: Target) -> bool:
    """Whether as many were mended as were found: 排查问题236个,整改到位236个."""
    content = pairs(target.name)
    return any(
        found.quantity.base_value == mended.quantity.base_value
        and found.clause.sentence == mended.clause.sentence
        and (mended.finished or mended.before.startswith("已"))
        and (is_bare(found.lead) or content & pairs(found.local))
        for found, mended in pairwise(progress.mentions)
    )


def _is_of_object(name: str, words: str) -> bool:
    """Whether words have what a rate counts, or all that it counts it of: 机构全部实施 of 机构覆盖率."""
    said = name.removesuffix("率")
    return said[-_EVENT:] in words or (len(said) > _TELLING and said[:-_EVENT] in words)


def _is_of_loss(name: str, words: str) -> bool:
    """Whether what was not lost is what a rate is of: 特殊人群管控率, or 控辍保学率 by its 辍 in 无一名学生失学辍学."""
    lost = "".join(any_of("settled", "lost").findall(words))
    return touches(name, words) or not set(name).isdisjoint(lost)


def _has_none(progress: Progress, target: Target) -> bool:
    """Whether nothing occurred of what a rate caps: 无孕产妇死亡, 逾期0笔."""
    if names_it(target, denying(progress), 2):
        return True
    event = target.name.removesuffix("率")[-_EVENT:]
    if event != target.name[-_EVENT:] and any(
        f"{no}{again}{event}" in progress.text for no in _NO for again in _AGAIN
    ):
        return True
    return any(
        not mention.quantity.value and pairs(target.name) & pairs(mention.before)
        for mention in progress.mentions
    )


def _has_fallen(progress: Progress, target: Target) -> bool:
    """Whether that of which a rate caps the growth became less: 增量控制在1%以内, 同比下降0.4%."""
    if expression(_GROWTH_CAPPED).search(target.name) is None:
        return False
    content = pairs(target.name)
    return any(
        mention.quantity.is_percent
        and any_of("matching", "fall").search(mention.before)
        and len(content & pairs(f"{mention.subject}|{mention.before}")) > 1
        for mention in progress.mentions
    )


def _says_itself(progress: Progress, target: Target) -> bool:
    """Whether what the rate is of is said outright: 36座小型水库安全运行 of 小型水库安全运行率100%."""
    said = target.name.removesuffix("率")
    if said == target.name:
        return False
    of_all = is_of_nearly_all(target)
    if of_all and names_it(target, ending_in(progress, said[-2:]), 2):
        return True
    if any(
        f"{said[-_TELLING:]}率" in words and expression(_STANDS).search(words)
        for words in progress.clause_texts()
    ):
        return True  # 债务率处于绿色区间
    if len(said) < _OUTRIGHT or any(mention.quantity.is_percent for mention in progress.mentions):
        return False
    tail = said[-_TELLING:]
    return any(
        (words.endswith(said) or (of_all and tail in words))
        and f"{tail}率" not in words
        and "人次" not in words
        for words in progress.clause_texts()
        if not expression(NOT_YET).search(words)
    )
