"""Targets that words settle without a figure: 已全部达标, 未发生事故, 项目已启动."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.language.changes import between_amounts, between_rates, unchanged
from toolkit.language.content import pairs
from toolkit.language.figures import MOST_CLAUSES, Progress
from toolkit.language.model import Phrase, Target
from toolkit.language.vocabulary import any_of, expression
from toolkit.language.zero import DENIED

_ALL = r"全部|均已?|全覆盖|全面实现|百分之百|应.尽.|无一"
_ALL_THAT_SHOULD = "应(.)尽\\1"
_OF_THE_ABOVE = ("全部", "均", "已全部", "已均", "都")
_MEETS = "(?:全部|均已?|都)(?:达到|符合|满足)[^,。;]{0,10}(?:要求|标准)"
_CLEARED = "清零"
_MET = "达标率"  # what they all meet a standard by
_REACHED_ALL = "(?:已|基本)?(?:实现|做到)了?[^,。;]{0,4}全覆盖"
_NOT = "将|拟|计划|预计|力争|确保|争取|尚未|未完成|正在|推动|推进|有序|稳步|进行中"
_NOT_STARTED = "将|拟|预计|计划|招标|准备|按部就班|进行中"
_DENIAL_SIGNS = "[未没无零0]|不存在|杜绝了"  # each denial has one
_EVERY = "全部|均|全面"
_CLAIMS = frozenset(("completed", "over", "ahead"))
_NEVER_CLAIMED = frozenset(("zero_occurrence", "growth", "index", "level"))
_ALL_OF_IT = 100
_NEARLY_ALL = 95  # of which 全部 says the same
_DEALT = "(?:整治|整改|清理|处置|化解|办结|完成|拆除|取缔|查处)率(?:达到?|为)?$"
_STAGE_BEFORE = "(?:节点|进度|时序|步骤|阶段性?)[^,。;]{0,3}$"
_STAGE_BEHIND = "了?(?:上半年|半年|[一二三四]?季度|本?阶段|月度|节点)"
_TELLING = 4  # last characters of what a rate is of, its verb and how it is done
_GROWTH_CAPPED = "增[量幅长速]|涨幅|上涨"
_FEW = 10  # things that a report may name instead of counting them
_TITLED = "[“《][^”》]{1,24}[”》]"
_OUTRIGHT = 6  # characters that are no mere 完成 or 检查


def settled_targets(
    progress: Progress, targets: Sequence[Target], phrases: Sequence[Phrase]
) -> frozenset[int]:
    """Positions of the numeric and zero targets about which the text leaves no doubt without a number."""
    claims = [phrase for phrase in phrases if phrase.kind == "claim" and phrase.claim in _CLAIMS]
    return frozenset(
        index
        for index, target in enumerate(targets)
        if target.value is not None
        and (
            _by_claim(target, targets, claims, progress)
            or _by_clause(progress, target)
            or (len(targets) == 1 and _is_change_told(target, progress))
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
        return _names(target, between_rates(progress), 2)
    if target.kind == "growth":
        return any(_names(target, told, 2) for told in (unchanged(progress), between_amounts(progress)))
    if target.comparator == "<=" and (_has_none(progress, target) or _has_fallen(progress, target)):
        return True
    if target.kind == "rate":
        denied = "控制" in f"{target.name}{target.text}" and _names(target, _denying(progress), 2)
        nearly_all = target.value is not None and target.value >= _NEARLY_ALL
        return (
            denied
            or _names(target, _all_done(progress), 1 if nearly_all else 2)
            or (nearly_all and _names(target, _of_all(progress), 3))
            or _says_itself(progress, target)
        )
    if target.kind == "zero_occurrence":
        denied = _names(target, _denying(progress), 1) or _names(target, _dealt_with(progress), 2)
        return denied or (_CLEARED in target.text and _is_cleared(progress))
    if target.kind != "total" or target.value is None or target.value > _FEW:
        return False
    clauses = _started(progress)
    if target.value > 1:
        clauses = (words for words in clauses if expression(_TITLED).search(words))
    return _names(target, clauses, 2)


def _is_cleared(progress: Progress) -> bool:
    """Whether a clause says in the target's own words that nothing is left: 实现动态清零."""
    return any(_CLEARED in words and not expression(_NOT).search(words) for words in progress.clause_texts())


def _names(target: Target, clauses: Iterator[str], least: int) -> bool:
    """Whether one of the clauses has so many of the words of the target's name."""
    said = list(clauses)
    content = pairs(target.name) if said else frozenset()
    if said and content <= {target.name[-2:]}:  # 并网率, of which 并 joins elsewhere
        return any(target.name.removesuffix("率") in words for words in said)
    least = min(least, max(len(content), 1))  # 达标率 has one
    return any(len(pairs(words) & content) >= least for words in said)


def _all_done(progress: Progress) -> Iterator[str]:
    """Clauses that say of all of something that it is done, and not that it is to be."""
    if expression(_ALL).search(progress.text) is None:
        return
    before = ""
    for words in progress.clause_texts():
        if expression(_ALL_THAT_SHOULD).search(words):
            yield before + words
        elif (
            expression(_ALL).search(words)
            and (any_of("settled", "done").search(words) or expression(_MEETS).search(words))
            and not expression(_NOT).search(words)
        ):
            goes_on = words.startswith(_OF_THE_ABOVE) or expression(_REACHED_ALL).fullmatch(words)
            met = _MET if expression(_MEETS).search(words) else ""
            yield f"{before}{words}{met}" if goes_on or met else words
        before = words


def _of_all(progress: Progress) -> Iterator[str]:
    """Clauses that say anything of all of something, and not that it is to be: 63所学校均配校医."""
    for words in progress.clause_texts():
        if expression(_ALL).search(words) and not expression(_NOT).search(words):
            yield words


def _has_none(progress: Progress, target: Target) -> bool:
    """Whether nothing occurred of what a rate caps: 无孕产妇死亡, 逾期0笔."""
    if _names(target, _denying(progress), 2):
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


def _dealt_with(progress: Progress) -> Iterator[str]:
    """Sentences that say of all that was found that it was dealt with: 排查群租房326户,整治率100%."""
    for mention in progress.mentions:
        quantity = mention.quantity
        if quantity.is_percent and quantity.value == _ALL_OF_IT and expression(_DEALT).search(mention.before):
            yield mention.subject


def _ending_in(progress: Progress, verb: str) -> Iterator[str]:
    """Sentences up to a clause that ends with a verb: 发生火灾1起,24小时内扑灭."""
    for clause in progress.clauses[:MOST_CLAUSES]:
        words = progress.clause_text(clause)
        if words.endswith((verb, f"{verb}完毕", f"{verb}到位", f"{verb}完成")) and not expression(
            _NOT
        ).search(words):
            yield progress.text[max(0, clause.start - MOST_CLAUSES) : clause.end].rpartition("。")[2]


def _says_itself(progress: Progress, target: Target) -> bool:
    """Whether what the rate is of is said outright: 36座小型水库安全运行 of 小型水库安全运行率100%."""
    said = target.name.removesuffix("率")
    if said == target.name:
        return False
    of_all = target.value is not None and target.value >= _NEARLY_ALL
    if of_all and _names(target, _ending_in(progress, said[-2:]), 2):
        return True
    if len(said) < _OUTRIGHT or any(mention.quantity.is_percent for mention in progress.mentions):
        return False
    tail = said[-_TELLING:]
    return any(
        (words.endswith(said) or (of_all and tail in words)) and f"{tail}率" not in words
        for words in progress.clause_texts()
        if not expression(_NOT).search(words)
    )


def _denying(progress: Progress) -> Iterator[str]:
    """Clauses that say of something that it did not occur."""
    signs = expression(_DENIAL_SIGNS)
    if signs.search(progress.text) is None:
        return
    for words in progress.clause_texts():
        if signs.search(words) and DENIED.search(words):
            yield words


def _started(progress: Progress) -> Iterator[str]:
    """Clauses that say of something that it has begun."""
    if any_of("settled", "started").search(progress.text) is None:
        return
    for words in progress.clause_texts():
        if any_of("settled", "started").search(words) and expression(_NOT_STARTED).search(words) is None:
            yield words
