"""Claims that a target is reached, passed or half done, and praise without a number."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain

from toolkit.language.content import pairs
from toolkit.language.figures import Progress
from toolkit.language.governing import is_forecast
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.spotting import first_few, spotted
from toolkit.language.vocabulary import any_of, expression, pattern

_KINDS = ("over", "ahead", "half", "pace", "completed")
_HOPED = (
    r"(?:确保|力争|将|争取|推动|促进|为(?=完成|实现)|保证|努力|预计|拟|可|有望|全力"
    r"|计划(?<!按照计划)(?<!按计划))[^,。;]{0,16}$"
)
_MEASURED = (
    r"[^,。;]{0,6}?(?:\([^()]{0,60}\))?(?:的)?[0-9一二三四五六七八九十百]|[^,。;]{0,4}的?(?:百分之|近|过)"
)
_COUNTED = "的(?:有|共|为|达|占|项目|事项|任务|指标|单位)?[^,。;]{0,4}[0-9]"
_EVERY_TARGET = "[^,。;]{0,8}(?:全年|年度|各项|全部)(?:目标|任务|工作)"
_OF_ALL = ("均", "都", "全部", "均已", "全都")
_OF_SOME = (
    "(?:(?<!共)[0-9一二两三四五六七八九十]{1,4}(?:个|项|件|家)?(?:[^,。;0-9]{1,10}的)?(?:事项|指标|任务|单位|街道|乡镇|镇街|镇|社区|子?项目|子项|工程)"
    "|(?:有|其中|中|其余|余下|另)[0-9]{1,4}(?:个|项|件|家|条))(?:已|均|是|完成|或)*$"
)
_DENIED = "(?:未|没有|没能|尚未|不)$"
_TAIL = r"(?:了)?(?:全年|年度|上半年|既定|各项|计划|目标|工作|任务|指标|进度|要求)*"
_OF_A_WHILE = "序时|(?:半年|季度|阶段性?|月度)(?:的)?(?:工作)?(?:任务|目标|计划|指标)"  # 超额完成半年任务
_OF_A_STEP = "节点|[0-9]{1,2}月份?(?:的?(?:目标|任务|计划)|设置|设定|确定)"  # 超额完成9月份节点目标
_GRADE = "[ⅠⅡⅢⅣⅤIV一二三四]{1,3}类|[一二三]级标准"  # 水质达到Ⅱ类 is as good as a number
_FORECAST_REACH = 100  # characters back in which 预计全年 still speaks of a claim
_HALF = "了?[^,。;0-9]{0,8}(?:时间过半|任务过半|双过半)"  # 超额实现了“时间过半、任务过半”目标
_REACH = 10  # characters behind a claim that may say of what time it is
_ALONE = 2  # characters that a claim may have before it and still be its sentence
_SUBJECT = 16  # characters before a claim
_REST = r"其余[^,。;0-9]{0,8}(?:已|均|全部)[^,。;0-9]{0,3}完成[^,。;]{0,16}"


@cache
def _claim() -> re.Pattern[str]:
    """Finds a claim; of two that begin at one place, the one of the earlier kind."""
    return re.compile("|".join(pattern("words", f"claim_{kind}") for kind in _KINDS))


def _kind(text: str, start: int) -> str:
    """The kind of the claim that begins at ``start``, judged in its place: an entry may look at what follows."""
    return next(kind for kind in _KINDS if any_of("words", f"claim_{kind}").match(text, start))


def claims(progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]) -> Sequence[Phrase]:
    """Every claim that is stated as a fact, with whether its sentence has a number and whose target it is."""
    text = progress.text
    if _claim().search(text) is None and "其余" not in text:
        return ()
    return first_few(chain(_facts(progress, targets, figures), _rest(progress)))


def _facts(progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]) -> Iterator[Phrase]:
    text = progress.text
    for match in _claim().finditer(text):
        start, end = match.span()
        if expression(_HOPED).search(text, max(0, start - 20), start):
            continue
        if is_forecast(text[max(0, start - _FORECAST_REACH) : start]):
            continue
        kind = _kind(text, start)
        if kind == "over" and expression(_HALF).match(text, end):
            kind = "half"
        if kind in ("completed", "pace", "ahead") and expression(_MEASURED).match(text, end):
            continue
        whole = _whole_claim(text, end)
        if expression(_COUNTED).match(text, whole):
            continue
        if expression(_DENIED).search(text, max(0, start - 3), start):
            continue
        end = whole
        claim = _weighed(text, start, end, kind, targets)
        yield spotted(
            progress, "claim", start, end, claim=claim,
            has_number=_has_number(progress, start), target=_target(progress, start, targets, figures),
        )  # fmt: skip


def _weighed(text: str, start: int, end: int, kind: str, targets: Sequence[Target]) -> str:
    """What a claim comes to in its place: 超额完成半年任务 speaks of the pace, 24个事项已完成 of a stage."""
    stop = expression("[,。;]").search(text, end, end + _REACH)
    last = stop.start() if stop else end + _REACH
    if expression(_OF_SOME).search(text, max(0, start - _SUBJECT), start):
        return "stage"
    if expression(_OF_A_STEP).search(text, end, last):
        return "stage"
    if kind != "half" and expression(_OF_A_WHILE).search(text, start, last):
        return "pace"
    nearly = text.endswith("基本", 0, start)
    return "stage" if kind == "completed" and (nearly or _is_staged(text, end, targets)) else kind


@cache
def _staged() -> re.Pattern[str]:
    return re.compile(f"[^,。;]{{0,14}}({pattern('settled', 'stage')})")


def _is_staged(text: str, end: int, targets: Sequence[Target]) -> bool:
    """Whether only a step on the way is done, that no target asks for: 全部完成主体工程."""
    stage = _staged().match(text, end)
    return stage is not None and not any(stage[1] in target.text for target in targets)


def _rest(progress: Progress) -> Iterator[Phrase]:
    """``其余5个已完成立项``: said of what is left over, so of a stage."""
    for match in expression(_REST).finditer(progress.text):
        if _claim().search(match[0]) is None:
            start, end = match.span()
            yield spotted(
                progress, "claim", start, end, claim="stage", has_number=_has_number(progress, start)
            )


def _whole_claim(text: str, end: int) -> int:
    """Where a claim ends with the few words that complete it: 超额完成年度工作任务."""
    tail = expression(_TAIL).match(text, end)
    return tail.end() if tail else end


def _has_number(progress: Progress, place: int) -> bool:
    text = progress.text
    start = max(text.rfind("。", 0, place), text.rfind(";", 0, place))
    start = max(start, text.rfind("\n", 0, place), text.rfind("!", 0, place)) + 1
    if place - start <= _ALONE and start > 1:  # 完成率122.6%。圆满完成年度目标任务。
        start = max(text.rfind(sign, 0, start - 1) for sign in "。;\n") + 1
    stop = expression("[。;\n!]").search(text, place)
    end = len(text) if stop is None else stop.start()
    return any(start <= mention.quantity.start < end for mention in progress.mentions) or (
        expression(_GRADE).search(text, start, end) is not None
    )


def _target(
    progress: Progress, place: int, targets: Sequence[Target], figures: Sequence[Figure]
) -> int | None:
    """The target that a claim is about: that of the nearest figure before it in its sentence, else the only one."""
    sentence = progress.text.rfind("。", 0, place) + 1
    first = progress.folded.span(sentence, sentence + 1)[0] if sentence < len(progress.text) else 0
    last = progress.folded.span(place, place + 1)[0]
    before = [figure for figure in figures if first <= figure.quantity.start < last]
    if before:
        answered = _of_item(progress, place, before)
        if len(answered) > 1 and expression(_EVERY_TARGET).match(progress.text, place):
            return min(answered, key=lambda index: _reached(figures, targets[index], index))
        if before[-1].target is None and before[-1].quantity.start >= _clause_start(progress, place):
            return None
        return answered[-1] if answered else None
    numeric = [index for index, target in enumerate(targets) if target.value is not None]
    if len(numeric) == 1:
        return numeric[0]
    if not numeric:
        return None
    words = pairs(progress.text[sentence:place])
    named = [index for index in numeric if words & pairs(targets[index].name)]
    return named[0] if len(named) == 1 else None


def _of_item(progress: Progress, place: int, before: Sequence[Figure]) -> list[int]:
    """The targets answered before a claim: of its own item (一是…;二是…,完成全年任务) unless it is of all of them."""
    item = progress.text.rfind(";", 0, place) + 1
    own = progress.folded.span(item, place)[0] if 0 < item < place else 0
    answered = [(figure.quantity.start, figure.target) for figure in before if figure.target is not None]
    inside = [target for start, target in answered if start >= own]
    of_all = progress.text[max(0, place - 2) : place].endswith(_OF_ALL)
    return inside if inside and not of_all else [target for _, target in answered]


def _reached(figures: Sequence[Figure], target: Target, index: int) -> Decimal:
    """How far a target has come by the figure that answers it, as a share of it."""
    told = [figure.quantity.base_value for figure in figures if figure.target == index]
    return told[-1] / target.base_value if told and target.base_value else Decimal(1)


def _clause_start(progress: Progress, place: int) -> int:
    """Where the clause of a place in the folded text begins in the cell."""
    position = bisect_right(progress.clauses, place, key=lambda clause: clause.start) - 1
    start = progress.clauses[max(position, 0)].start
    return (
        progress.folded.span(start, place)[0] if start < place else progress.folded.span(place, place + 1)[0]
    )


def praises(progress: Progress) -> Sequence[Phrase]:
    """Praise in a sentence without a number."""
    text = progress.text
    for match in any_of("words", "praise").finditer(text):
        start, end = match.span()
        if _claim().search(text, max(0, start - 30), end + 30):
            continue
        if not _has_number(progress, start) and not expression(_HOPED).search(
            text, max(0, start - 20), start
        ):
            return (spotted(progress, "praise", start, end),)
    return ()
