"""Claims that a target is reached, passed or half done; praise; and statements that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.language.content import pairs
from toolkit.language.figures import Progress
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.vocabulary import pattern

_KINDS = ("over", "ahead", "half", "pace", "completed")
_HOPED = re.compile(
    r"(?:确保|力争|将|争取|推动|促进|为(?=完成|实现)|保证|努力|预计|(?<!按照)(?<!按)计划|拟|可|有望|全力)[^,。;]{0,16}$"
)
_MEASURED = re.compile(r"[^,。;]{0,6}?(?:的)?[0-9一二三四五六七八九十百]|[^,。;]{0,4}的?(?:百分之|近|过)")
_COUNTED = re.compile("的(?:有|共|为|达|占|项目|事项|任务|指标|单位)?[^,。;]{0,4}[0-9]")
_DENIED = re.compile("(?:未|没有|没能|尚未|不)$")
_STAGED = re.compile(
    r"[^,。;]{0,14}(?:方案|批复|立项|设计|招标|招投标|评审|前期|选址|可研|论证|勘察|勘测|清单|预算|征地|手续)"
)
_REST = re.compile(r"其余[^,。;0-9]{0,8}(?:已|均|全部)[^,。;0-9]{0,3}完成[^,。;]{0,16}")
_EXCLUSIVE = (
    (
        re.compile(
            r"(?:全部|均已)[^,。;]{0,10}(?:到位|完成|发放|整改)[^。]{0,12}。?[^。]{0,6}(?:仍有|尚有)[^。]{0,30}(?:尚未|未)(?:完成|发放|整改|到位|落实)"
        ),
        "全部/尚未",
    ),
    (
        re.compile(r"不存在[^,。;]{1,16},?[^。;]{0,6}(?:已经?|均已)?全部?整改(?:完毕|到位|完成)?"),
        "不存在/已整改",
    ),
    (
        re.compile(r"(?:尚未|未)(?:开工|启动|动工|招标)[^。;]{0,40}(?:已|全部)(?:完工|竣工|建成|投入使用)"),
        "未开工/已完工",
    ),
    (
        re.compile(
            r"(?:已|全部)(?:完工|竣工|建成|投入使用|全部完成)[^。;]{0,60}(?:尚未|未)(?:开工|启动|动工|完工|竣工|完成|建成)"
        ),
        "已完成/未完成",
    ),
    (
        re.compile(r"(?:正在施工|正在建设|尚在施工|仍在施工)[^。;]{0,40}(?:已|均已)(?:全部)?(?:竣工|完工)"),
        "在建/已竣工",
    ),
    (
        re.compile(
            r"(?:已|均已)(?:全部)?(?:竣工|完工|建成)(?!的)[^。;]{0,40}(?:正在施工|仍在施工|尚在施工|尚在建设)"
        ),
        "已竣工/在建",
    ),
)
_UNBEGUN = re.compile(
    r"(?:该项目|项目|工程|主体工程|目前)[^。;,]{0,12}?,?(?:至今|目前)?(?:尚未|均未|未)(?:启动|开工|动工|实施|建设)(?!的)"
)
_BUILT = re.compile(r"(?:已)?完成[^,。;]{0,20}[0-9]|封顶|已竣工|已建成|全部完工")
_EXCEPT = re.compile("除|其余|其中|剩余|另|其他|部分|[0-9]")


@cache
def _claim() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{pattern('words', f'claim_{kind}')})" for kind in _KINDS))


@cache
def _praise() -> re.Pattern[str]:
    return re.compile(pattern("words", "praise"))


def claims(progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]) -> Iterator[Phrase]:
    """Every claim that is stated as a fact, with whether its sentence has a number and whose target it is."""
    text = progress.text
    for match in _claim().finditer(text):
        if _HOPED.search(text, max(0, match.start() - 20), match.start()):
            continue
        start, end = _stretch(text, match.start(), match.end())
        if match.lastgroup in ("completed", "pace", "ahead") and _MEASURED.match(text, match.end()):
            continue
        if _COUNTED.match(text, end):
            continue
        if _DENIED.search(text, max(0, match.start() - 3), match.start()):
            continue
        claim = "pace" if "序时" in text[start : end + 5] else str(match.lastgroup)
        claim = "stage" if claim == "completed" and _STAGED.match(text, end) else claim
        yield Phrase(
            kind="claim", text=text[start:end], start=start, end=end, claim=claim,
            has_number=_has_number(progress, match.start()), target=_target(progress, match.start(), targets, figures),
        )  # fmt: skip
    for match in _REST.finditer(text):
        if _claim().search(match[0]) is None:
            yield Phrase(
                kind="claim", text=match[0], start=match.start(), end=match.end(), claim="stage",
                has_number=_has_number(progress, match.start()),
            )  # fmt: skip


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The claim with the few words that complete it: 超额完成年度工作任务."""
    tail = re.compile(r"(?:了)?(?:全年|年度|上半年|既定|各项|计划|目标|工作|任务|指标|进度|要求)*").match(
        text, end
    )
    return start, tail.end() if tail else end


def _has_number(progress: Progress, place: int) -> bool:
    start = max(progress.text.rfind(mark, 0, place) for mark in "。;\n!") + 1
    stops = [stop for mark in "。;\n!" if (stop := progress.text.find(mark, place)) >= 0]
    end = min(stops, default=len(progress.text))
    return any(start <= mention.quantity.start < end for mention in progress.mentions)


def _target(
    progress: Progress, place: int, targets: Sequence[Target], figures: Sequence[Figure]
) -> int | None:
    """The target that a claim is about: that of the nearest figure before it in its sentence, else the only one."""
    sentence = progress.text.rfind("。", 0, place) + 1
    original = progress.folded.span(sentence, sentence + 1)[0] if sentence < len(progress.text) else 0
    before = [
        figure
        for figure in figures
        if original <= figure.quantity.start < progress.folded.span(place, place + 1)[0]
    ]
    if before:
        answered = [figure.target for figure in before if figure.target is not None]
        return answered[-1] if answered else None
    numeric = [index for index, target in enumerate(targets) if target.value is not None]
    if len(numeric) == 1:
        return numeric[0]
    words = pairs(progress.text[sentence:place])
    named = [index for index in numeric if words & pairs(targets[index].name)]
    return named[0] if len(named) == 1 else None


def praises(progress: Progress) -> Iterator[Phrase]:
    """Praise in a sentence without a number."""
    for match in _praise().finditer(progress.text):
        if _claim().search(progress.text, max(0, match.start() - 30), match.end() + 30):
            continue
        if not _has_number(progress, match.start()) and not _HOPED.search(
            progress.text, max(0, match.start() - 20), match.start()
        ):
            yield Phrase(kind="praise", text=match[0], start=match.start(), end=match.end())
            return


def contradictions(progress: Progress) -> Iterator[Phrase]:
    """Two statements of one sentence that cannot both be true; only where no part or exception is named."""
    unbegun, built = _UNBEGUN.search(progress.text), _BUILT.search(progress.text)
    if unbegun and built and not re.search("除|其余|其中|剩余|另|其他|部分|[0-9]", unbegun[0]):
        start, end = min(unbegun.start(), built.start()), max(unbegun.end(), built.end())
        if not re.search("除|其余|其中|剩余|另有|其他", progress.text[start:end]):
            yield Phrase(kind="self_contradiction", text="", start=start, end=end, hint="未开工/已完成")
            return
    for expression, hint in _EXCLUSIVE:
        match = expression.search(progress.text)
        if match is not None and (hint == "全部/尚未" or not _EXCEPT.search(match[0])):
            yield Phrase(
                kind="self_contradiction", text=match[0], start=match.start(), end=match.end(), hint=hint
            )
            return
