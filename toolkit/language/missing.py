"""Parts of a target that the progress never mentions. Narrow on purpose: only what is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.language.content import pairs
from toolkit.language.figures import Progress
from toolkit.language.folding import fold
from toolkit.language.model import Phrase, Target

_SPLIT = re.compile(r"[,;。:]|并(?=[^\W0-9_]{4})")
_ACTION = re.compile(
    r"(?:进一步|全面|继续|积极)?(制定|建立|开展|推进|完成|实现|设置|修订|印发|启动|建成|组织|出台|编制|举办|召开|完善|健全|搭建|打造|成立|实施|创建|开工|推广|改造|整治|建设)(?:并[^\W0-9_]{2})?"
)
_MOST = 30
_FAMILIES = (
    "制定 印发 出台 编制 形成 发布",
    "建立 建成 搭建 健全 完善 形成 成立",
    "召开 举办 组织 开展",
    "设置 安装 建设 布设",
)


def missing_parts(progress: Progress, targets: Sequence[Target]) -> Iterator[Phrase]:
    """One phrase for each clause or zero of a target whose content has no echo in the progress."""
    if not any(target.kind in ("milestone", "zero_occurrence") for target in targets):
        return
    said = pairs(progress.text)
    if not said:
        return
    zeros = [index for index, target in enumerate(targets) if target.kind == "zero_occurrence"]
    missing = [index for index in zeros if not _object(targets[index].name) & said]
    if len(zeros) > 1 and missing and len(missing) < len(zeros):
        yield _phrase(progress, "、".join(targets[index].text for index in missing), missing[0])
        return
    numeric = [target.start for target in targets if target.value is not None]
    for index, target in enumerate(targets[:_MOST]):
        way = (
            bool(numeric)
            and target.start < numeric[0]
            and target.text.startswith(("实施", "推进", "开展", "推动"))
        )
        if target.kind == "milestone" and not way:
            yield from _milestone_parts(progress, targets, index, said)


def _milestone_parts(
    progress: Progress, targets: Sequence[Target], index: int, said: frozenset[str]
) -> Iterator[Phrase]:
    if items := _absent_items(targets[index].text, said):
        yield _phrase(progress, "、".join(items), index)
        return
    parts = [part for part in _SPLIT.split(fold(targets[index].text).text) if len(part) >= 6][:_MOST]
    if len(parts) + len(targets) < 3:
        return
    absent = [part for part in parts if _is_absent(part, fold(targets[index].text).text, progress.text, said)]
    if absent and (len(absent) < len(parts) or len(targets) > 1):
        yield _phrase(progress, "、".join(absent), index)


def _is_absent(part: str, whole: str, text: str, said: frozenset[str]) -> bool:
    """No verb of its family and not the head of its object: 完善河长制信息公示牌 without 公示牌."""
    action = _ACTION.search(part)
    if (
        action is None
        or part.startswith(("对", "确保", "保障"))
        or part.endswith("的")
        or re.search("首批|阶段|各项|年度|本辖区", part)
    ):
        return False
    thing = part[action.end() :]
    content = pairs(thing)
    head = re.sub(r"(?:工作|任务|建设|情况|活动)+$", "", thing)[-2:]
    rest = pairs(whole.replace(part, "|"))
    own = content - rest or content
    if len(content) < 2 or head in text:
        return False
    if len(own & said) * 4 <= len(own):
        return True
    family = next((words for words in _FAMILIES if action[1] in words.split()), action[1])
    return not any(word in text for word in family.split())


def _absent_items(text: str, said: frozenset[str]) -> list[str]:
    """Listed things of which all others are told: 建成A、B、C, and nothing of B."""
    items = fold(text).text.split("、")
    if len(items) < 3 or any(mark in text for mark in ",，。;；等") or any(len(item) < 4 for item in items):
        return []
    common = frozenset.intersection(*(pairs(item) for item in items))
    told = [item for item in items if len((pairs(item) - common) & said) * 3 >= len(pairs(item) - common)]
    silent = [item for item in items if not (pairs(item) - common) & said]
    return silent if len(told) + len(silent) == len(items) and len(silent) == 1 else []


def _object(name: str) -> frozenset[str]:
    return pairs(name) or frozenset((name[-2:],))


def _phrase(progress: Progress, hint: str, index: int) -> Phrase:
    return Phrase(kind="missing_part", text="", start=0, end=len(progress.text), hint=hint, target=index)
