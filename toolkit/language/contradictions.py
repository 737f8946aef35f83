"""Statements of one text that exclude each other. Narrow on purpose: a part or an exception named excuses them."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.language.figures import Progress
from toolkit.language.model import Phrase
from toolkit.language.spotting import spotted
from toolkit.language.vocabulary import expression

_UNBEGUN = (
    r"(?:该项目|项目|工程|主体工程|目前)[^。;,]{0,12}?,?(?:至今|目前)?"
    r"(?:尚未|均未|未)(?:启动|开工|动工|实施|建设)(?!的)"
)
_BUILT = r"已?完成[^,。;]{0,20}[0-9]|封顶|已竣工|已建成|全部完工"
_PARTED = "除|其余|其中|剩余|另|其他|部分|[0-9]"
_EXCEPT = "除|其余|其中|剩余|另有|其他"
_ALL_BUT = (
    r"(?:全部|均已)[^,。;]{0,10}(?:到位|完成|发放|整改)[^。]{0,12}。?[^。]{0,6}(?:仍有|尚有)[^。]{0,30}"
    r"(?:尚未|未)(?:完成|发放|整改|到位|落实)"
)
_ALL_BUT_THE_SAME = (
    r"(?:全部|均已)([^,。;已]{2,4})[^。]{0,24}。?[^。]{0,4}(?:另有|仍有|尚有|还有)[^。]{0,16}(?:尚未|未)\1"
)
_EXCLUSIVE = (
    (_ALL_BUT, "全部/尚未"),
    (_ALL_BUT_THE_SAME, "全部/尚未"),
    (
        r"不存在[^,。;]{1,16},?[^。;]{0,6}(?:已经?|均已)?全部?整改(?:完毕|到位|完成)?",
        "不存在/已整改",
    ),
    (
        r"(?:尚未|未)(?:开工|启动|动工|招标)[^。;]{0,40}(?:已|全部)(?:完工|竣工|建成|投入使用)",
        "未开工/已完工",
    ),
    (
        r"(?:已|全部)(?:完工|竣工|建成|投入使用|全部完成)[^。;]{0,60}(?:尚未|未)(?:开工|启动|动工|完工|竣工|完成|建成)",
        "已完成/未完成",
    ),
    (
        r"(?:正在施工|正在建设|尚在施工|仍在施工)[^。;]{0,40}(?:已|均已)(?:全部)?(?:竣工|完工)",
        "在建/已竣工",
    ),
    (
        r"(?:已|均已)(?:全部)?(?:竣工|完工|建成)(?!的)[^。;]{0,40}(?:正在施工|仍在施工|尚在施工|尚在建设)",
        "已竣工/在建",
    ),
)


def contradictions(progress: Progress) -> Sequence[Phrase]:
    """Two statements of one sentence that cannot both be true; only where no part or exception is named."""
    text = progress.text
    if not ("未" in text or "不存在" in text or "在施工" in text or "在建设" in text):
        return ()  # every contradiction has one of these
    if (spot := _begun_and_not(text)) is not None:
        return (spotted(progress, "self_contradiction", *spot, hint="未开工/已完成"),)
    for exclusion, hint in _EXCLUSIVE:
        match = expression(exclusion).search(text)
        if match is not None and (
            exclusion in (_ALL_BUT, _ALL_BUT_THE_SAME) or not expression(_PARTED).search(match[0])
        ):
            return (spotted(progress, "self_contradiction", *match.span(), hint=hint),)
    return ()


def _begun_and_not(text: str) -> tuple[int, int] | None:
    """From 项目尚未开工 to 完成投资3亿元, in either order."""
    unbegun = expression(_UNBEGUN).search(text)
    built = None if unbegun is None else expression(_BUILT).search(text)
    if unbegun is None or built is None or expression(_PARTED).search(unbegun[0]):
        return None
    start, end = min(unbegun.start(), built.start()), max(unbegun.end(), built.end())
    return None if expression(_EXCEPT).search(text, start, end) else (start, end)
