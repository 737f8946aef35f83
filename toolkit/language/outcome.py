"""Clauses that tell an outcome without a number of the target's: 全部达标, 未发生, 已启动, 未开展."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.language.figures import MOST_CLAUSES, Mention, Progress
from toolkit.language.vocabulary import any_of, expression, pattern
from toolkit.language.zero import CLEARED, DENIED

_ALL = r"全部|全破|全数|悉数|均已?|全覆盖|全面实现|百分之百|应.尽.|无一"
_ALL_THAT_SHOULD = "应(.)尽\\1"
_ALL_ALONE = "(?:已|均|基本)?(?:实现|做到)?了?(?:应(.)尽\\1|全覆盖|达标|(?:已|均)?全部[^\\W0-9_]{2,4})。?"
_ALL_AT_LAST = "(?:^|[,;])(?:[现均]?已)?全部(?:完工|竣工|建成|交付|投用)(?:投用|使用)?。?$"
_OF_THE_ABOVE = ("全部", "均", "已全部", "已均", "都")
_MEETS = "(?:全部|均已?|都)(?:达到|符合|满足)[^,。;]{0,10}(?:要求|标准)"
_MET = "达标率"  # what they all meet a standard by
_REACHED_ALL = "(?:已|基本)?(?:实现|做到)了?[^,。;]{0,4}全覆盖"
NOT_YET = "将|拟|计划|预计|力争|确保|争取|尚未|未完成|正在|推动|推进|有序|稳步|进行中"
_NOT_STARTED = "将|拟|预计|计划|招标|准备|按部就班|进行中"
_DENIAL_SIGNS = "[未没无零0]|不存在|杜绝了"  # each denial has one
_ALL_OF_IT = 100
_DEALT_BEHIND = "(?:现?已|均|全部){1,3}(?:清理|整治|整改|清退|取缔|处置|关停|化解|办结|查处|消除|拆除)"
_DEALT = "(?:整治|整改|清理|处置|化解|办结|完成|拆除|取缔|查处)率(?:达到?|为)?$"
_WHOLLY = "(?:全部|均已?)[^0-9]{2,8}(?:完毕|到位|完成|结束)$"
_NONE_DONE = "(?<![尚暂从])未(?:开展|组织|举办|发放|安排)"


def all_done(progress: Progress) -> Iterator[str]:
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
            and not expression(NOT_YET).search(words)
        ):
            goes_on = words.startswith(_OF_THE_ABOVE) or expression(_REACHED_ALL).fullmatch(words)
            met = _MET if expression(_MEETS).search(words) else ""
            yield f"{before}{words}{met}" if goes_on or met else words
        before = words


def says_all_and_no_more(progress: Progress) -> bool:
    """Whether a cell has no other words than that all was done: 应发尽发, 已全部办结."""
    return expression(_ALL_ALONE).fullmatch(progress.text) is not None


def ends_with_all_done(progress: Progress) -> bool:
    """Whether the cell's last words are that all is built: 涉及1.83万户,全部完工."""
    return expression(_ALL_AT_LAST).search(progress.text) is not None


def being_built(progress: Progress) -> Iterator[str]:
    """Clauses that tell how far the works on something are: 水厂主体工程完工."""
    return (words for words in progress.clause_texts() if any_of("settled", "works").search(words))


def of_all(progress: Progress) -> Iterator[str]:
    """Clauses that say anything of all of something, and not that it is to be: 63所学校均配校医."""
    for words in progress.clause_texts():
        if expression(_ALL).search(words) and not expression(NOT_YET).search(words):
            yield words


def none_lost(progress: Progress) -> Iterator[str]:
    """Clauses that say of some that none of them was lost or left out: 特殊人群无脱管失控."""
    lost = expression(
        f"(?:无一[名人例户起]|无|未出现|未发生|没有)[^,。;0-9]{{0,12}}(?:{pattern('settled', 'lost')})"
    )
    before = ""
    for words in progress.clause_texts():
        if lost.search(words):
            yield f"{before}{words}"
        before = words


def plainly_told(progress: Progress) -> Iterator[str]:
    """Clauses that tell a state of things in words, and neither a plan nor mere activity: 投诉件件有回复."""
    return (words for words in progress.clause_texts() if is_plain(words))


def is_plain(words: str) -> bool:
    """Whether words have no number and tell of no plan, no effort and no mere trend."""
    if any_of("settled", "effort").search(words):
        return False
    return not any(expression(sign).search(words) for sign in ("[0-9]", NOT_YET))


def wholly_done(progress: Progress) -> Iterator[str]:
    """Clauses that say of all of something that its making is over: 烈度仪全部安装调试完毕."""
    for words in progress.clause_texts():
        if expression(_WHOLLY).search(words) and not expression(NOT_YET).search(words):
            yield words


def not_done(progress: Progress) -> Iterator[str]:
    """Clauses that say outright that nothing was done of something: 未开展增雨作业."""
    return (words for words in progress.clause_texts() if expression(_NONE_DONE).search(words))


def is_dealt_with(mention: Mention) -> bool:
    """Whether as many as a number counts were found and done away with: “散乱污”企业63家已全部清理."""
    return expression(_DEALT_BEHIND).match(mention.after) is not None


def dealt_with(progress: Progress) -> Iterator[str]:
    """Sentences that say of all that was found that it was dealt with: 排查群租房326户,整治率100%."""
    for mention in progress.mentions:
        quantity = mention.quantity
        if is_dealt_with(mention):
            yield mention.subject + mention.before
        if quantity.is_percent and quantity.value == _ALL_OF_IT and expression(_DEALT).search(mention.before):
            yield mention.subject


def ending_in(progress: Progress, verb: str) -> Iterator[str]:
    """Sentences up to a clause that ends with a verb: 发生火灾1起,24小时内扑灭."""
    for clause in progress.clauses[:MOST_CLAUSES]:
        words = progress.clause_text(clause)
        if words.endswith((verb, f"{verb}完毕", f"{verb}到位", f"{verb}完成")) and not expression(
            NOT_YET
        ).search(words):
            yield progress.text[max(0, clause.start - MOST_CLAUSES) : clause.end].rpartition("。")[2]


def denying(progress: Progress) -> Iterator[str]:
    """Clauses that say of something that it did not occur."""
    signs = expression(_DENIAL_SIGNS)
    if signs.search(progress.text) is None:
        return
    for words in progress.clause_texts():
        if signs.search(words) and DENIED.search(words):
            yield words


def started(progress: Progress) -> Iterator[str]:
    """Clauses that say of something that it has begun."""
    if any_of("settled", "started").search(progress.text) is None:
        return
    for words in progress.clause_texts():
        if any_of("settled", "started").search(words) and expression(_NOT_STARTED).search(words) is None:
            yield words


def is_cleared(progress: Progress) -> bool:
    """Whether a clause says in the target's own words that nothing is left: 实现动态清零."""
    return any(
        CLEARED in words and not expression(NOT_YET).search(words) for words in progress.clause_texts()
    )
