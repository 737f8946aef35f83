"""Pairs the numbers behind 分别 with the names, or with the numbers, that stand before them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from toolkit.language.figures import Mention
from toolkit.language.respectively import Shared, names_in, raised
from toolkit.language.vocabulary import expression

_RESPECTIVELY = "分别(?:为|达到|达|是|完成|增长)?$"
_CHANGED = "(?:同比|分别)*(?:增长|下降)(?:了)?"
_OF_TASKS = "任务|目标|计划|指标|预算"
_LISTED_AS = ("任务", "指标", "目标", "工作", "工程", "项目")
_NEAR = 60
_TWO = 2


def named(found: Sequence[Mention], text: str) -> list[Mention]:
    """Gives each number behind 分别 its own name: 城镇、农村居民收入分别为… is 城镇居民收入 and 农村居民收入."""
    result = _raised(found, text)
    for position, mention in enumerate(found):
        start = mention.quantity.start
        match = expression(_RESPECTIVELY).search(text, max(mention.clause.start, start - _NEAR), start)
        if match is None:
            continue
        names = names_in(text[mention.clause.start : match.start()])
        group = [place for place in range(position, len(found)) if found[place].clause == mention.clause]
        if len(names) < _TWO or len(group) != len(names):
            continue
        verb = text[match.start() + len("分别") : start]
        for place, name in zip(group, names, strict=True):
            words = f"{name}{verb}"
            result[place] = found[place]._replace(lead=words, before=words)
        _name_changes(result, found, group, names)
    return result


def _name_changes(
    result: list[Mention], found: Sequence[Mention], group: list[int], names: list[str]
) -> None:
    """Names the changes that follow in the same order: 城镇、农村收入分别达到19824元、6700元,增长6%、11.1%."""
    clause = found[group[0]].clause
    behind = [
        place
        for place in range(group[-1] + 1, min(len(found), group[-1] + 1 + _NEAR))
        if found[place].clause.start == clause.end + 1
    ]
    if len(behind) != len(names) or expression(_CHANGED).fullmatch(found[behind[0]].before) is None:
        return
    verb = found[behind[0]].before
    for place, name in zip(behind, names, strict=True):
        result[place] = found[place]._replace(lead=f"{name}{verb}", before=f"{name}{verb}")


def _raised(found: Sequence[Mention], text: str) -> list[Mention]:
    """Gives each number of 城市、农村补差分别由560元、268元提高到592元、291元 its own name, and marks what was before."""
    result: list[Mention] = []
    for clause, group in groupby(found, lambda mention: mention.clause):
        inside = tuple(group)
        if text.find("分别", clause.start, clause.end) >= 0:
            shares = raised(text, clause, [mention.quantity for mention in inside])
            inside = tuple(_with(mention, shares.get(mention.quantity.start)) for mention in inside)
        result.extend(inside)
    return result


def _with(mention: Mention, share: Shared | None) -> Mention:
    if share is None:
        return mention
    if share.base:
        return mention._replace(compared=True)
    return mention._replace(lead=share.words, before=share.words)


def paired(found: Sequence[Mention], text: str) -> list[Mention]:
    """Pairs the numbers behind 分别 with as many numbers before them, in order."""
    result = list(found)
    for position, mention in enumerate(found):
        if "分别" not in mention.before or mention.before.count("率") > 1:
            continue  # 开工率和完成率分别为 names two rates of all that stands before
        count = sum(other.clause == mention.clause and place >= position for place, other in enumerate(found))
        before = _antecedents(found[:position], mention, text, count)
        if count < _TWO or len(before) < count:
            continue
        for step, twin in enumerate(before[-count:]):
            result[position + step] = found[position + step]._replace(twin=twin)
    return result


def _antecedents(earlier: Sequence[Mention], mention: Mention, text: str, count: int) -> list[int]:
    """Places of the numbers of its sentence that 分别 may go back to.

    Neither what stands in a bracket nor the count of the list itself does: 新建41所(含2所),新增300个,两项任务分别….
    """
    bracketed = text.startswith("(", mention.clause.start - 1)
    stop = max(text.rfind("。", 0, mention.quantity.start), text.rfind("\n", 0, mention.quantity.start))
    places = [
        place
        for place, other in enumerate(earlier)
        if other.clause.start > stop
        and (bracketed or not text.startswith("(", max(0, other.clause.start - 1)))
        and not (
            place + 1 == len(earlier)
            and other.clause == mention.clause
            and other.quantity.value == count
            and other.own_noun.startswith(_LISTED_AS)
        )
    ]
    if expression(_OF_TASKS).search(mention.before) is None:
        return places
    # 完成任务的 speaks of what is done: of no rate of change, of nothing under way, and of no part but the last
    done = [place for place in places if _is_done(earlier[place])]
    whole = [place for place in done if not earlier[place].part]
    return next((each for each in (whole if len(done) > count else done, done) if len(each) >= count), places)


def _is_done(mention: Mention) -> bool:
    return not (mention.quantity.is_percent or (mention.under_way and not mention.finished))
