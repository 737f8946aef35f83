"""Parts of a target that the progress never mentions. Narrow on purpose: only what is certain."""

from __future__ import annotations

from collections.abc import Container, Sequence

from toolkit.language.content import pairs
from toolkit.language.figures import Progress
from toolkit.language.folding import fold
from toolkit.language.model import Phrase, Target
from toolkit.language.spotting import first_few, spotted
from toolkit.language.vocabulary import expression

_SPLIT = r"[,;。:]|并(?=[^\W0-9_]{4})"
_ACTION = (
    r"(?:进一步|全面|继续|积极)?(制定|建立|开展|推进|完成|实现|设置|修订|印发|启动|建成|组织|出台|编制|举办|召开|完善"
    r"|健全|搭建|打造|成立|实施|创建|开工|推广|改造|整治|建设)(?:并[^\W0-9_]{2})?"
)
_GENERAL = "首批|阶段|各项|年度|本辖区"
_FILLING = "(?:工作|任务|建设|情况|活动|零增长|动态清零|清零)+$"
_WAYS = ("实施", "推进", "开展", "推动")
_BEGINNINGS = ("启动", "开工", "开展", "实施", "推进")
_CARRY_OUT = ("实现",)  # which the progress may well leave out
_WRITTEN = ("编纂", "编写", "编修", "编制", "修编", "出版")  # which no report need repeat of a book: 年鉴编纂
_MOST = 30
_HEAD = 8  # characters that mostly tell whether a text says anything
_SHORT = 1000  # characters of targets whose words are looked for one by one
_FAMILIES = (
    "制定 印发 出台 编制 形成 发布",
    "建立 建成 搭建 健全 完善 形成 成立",
    "召开 举办 组织 开展",
    "设置 安装 建设 布设",
)


def missing_parts(progress: Progress, targets: Sequence[Target]) -> Sequence[Phrase]:
    """One phrase for each clause or zero of a target whose content has no echo in the progress."""
    kinds = [target.kind for target in targets]
    if "milestone" not in kinds and kinds.count("zero_occurrence") < 2:
        return ()
    text = progress.text
    said = text if sum(len(target.text) for target in targets) <= _SHORT else pairs(text)
    found = _missing_zeros(progress, targets, said) or first_few(
        _phrase(progress, absent, index)
        for index in _milestones(targets)
        if (absent := _absent(text, targets[index].text, len(targets), said))
    )
    return found if found and (pairs(text[:_HEAD]) or pairs(text)) else ()


def _missing_zeros(progress: Progress, targets: Sequence[Target], said: Container[str]) -> tuple[Phrase, ...]:
    """Of several things that must not occur, those of which the progress does not speak."""
    zeros = [index for index, target in enumerate(targets) if target.kind == "zero_occurrence"]
    if len(zeros) < 2:
        return ()
    missing = [index for index in zeros if not any(pair in said for pair in _object(targets[index].name))]
    if not 0 < len(missing) < len(zeros):
        return ()
    return (_phrase(progress, [targets[index].text for index in missing], missing[0]),)


def _milestones(targets: Sequence[Target]) -> list[int]:
    """The first milestones, less those that only say by which way a number is to be reached."""
    numeric = next((target.start for target in targets if target.value is not None), 0)
    return [
        index
        for index, target in enumerate(targets[:_MOST])
        if target.kind == "milestone" and not (target.start < numeric and target.text.startswith(_WAYS))
    ]


def _absent(text: str, target: str, targets: int, said: Container[str]) -> list[str]:
    """The listed things or the clauses of a milestone that the progress ``text`` does not speak of."""
    whole = fold(target).text
    if items := _absent_items(target, whole, said):
        return items
    parts = [part for part in expression(_SPLIT).split(whole) if len(part) >= 6][:_MOST]
    if len(parts) + targets < 3:
        return []
    absent = [part for part in parts if _is_absent(part, whole, text, said)]
    return absent if len(absent) < len(parts) or targets > 1 else []


def _is_absent(part: str, whole: str, text: str, said: Container[str]) -> bool:
    """No verb of its family and not the head of its object: 完善河长制信息公示牌 without 公示牌."""
    action = expression(_ACTION).search(part)
    if (
        action is None
        or part.startswith(("对", "确保", "保障"))
        or part.endswith("的")
        or expression(_GENERAL).search(part)
    ):
        return False
    thing = expression(_FILLING).sub("", part[action.end() :])
    if thing.rstrip("》”")[-2:] in text or (thing.endswith(_WRITTEN) and thing[:2] in text):
        return False
    content = pairs(thing)
    if len(content) < 2:
        return False
    rest = whole.replace(part, "|")
    others = rest if len(rest) <= _SHORT else pairs(rest)
    own = [pair for pair in content if pair not in others] or content
    told = sum(pair in said for pair in own)
    if action[1] in _BEGINNINGS and sum(pair in said for pair in content) * 2 >= len(content):
        return False  # what was done need not be said to have begun
    if told * 4 <= len(own):
        return True
    if action[1] in _CARRY_OUT and told * 2 >= len(own):
        return False
    family = next((words for words in _FAMILIES if action[1] in words.split()), action[1])
    return not any(word in text for word in family.split())


def _absent_items(target: str, whole: str, said: Container[str]) -> list[str]:
    """Listed things of which all others are told: 建成A、B、C, and nothing of B."""
    items = whole.split("、")
    if len(items) < 3 or any(mark in target for mark in ",，。;；等") or any(len(item) < 4 for item in items):
        return []
    named = {item: pairs(item) for item in items}
    common = frozenset.intersection(*named.values())
    own = [named[item] - common for item in items]
    shared = [sum(pair in said for pair in words) for words in own]
    told = sum(count * 3 >= len(words) for count, words in zip(shared, own, strict=True))
    silent = [item for item, count in zip(items, shared, strict=True) if not count]
    return silent if told + len(silent) == len(items) and len(silent) == 1 else []


def _object(name: str) -> frozenset[str]:
    return pairs(name) or frozenset((name[-2:],))


def _phrase(progress: Progress, parts: Sequence[str], index: int) -> Phrase:
    return spotted(progress, "missing_part", 0, len(progress.text), hint="、".join(parts), target=index)
