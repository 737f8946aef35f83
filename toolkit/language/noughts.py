"""Finds the noughts that a progress text tells without a number: 未发生重大事故 is no accident."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from toolkit.language.content import is_bare, pairs, shared
from toolkit.language.cutting import Clause
from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Figure, Quantity, Target
from toolkit.language.outcome import is_dealt_with
from toolkit.language.vocabulary import any_of, expression, words
from toolkit.language.zero import CLEARED, DENIED, denials

_MOST = 200
_BEHIND_JOINT = "(?<=[和、及])"
_JOINTS = "和、及"
_NEAR = 20
_REACH = 80  # characters behind a denial in which its object is named
_HAPPENED = "(?:发生|出现)[^,。;未无没]{0,12}$"
_GRADE = "特别?重?大|重大|较大|一般|轻微|亡人|死亡|责任|群体|刑事|重复|越级|个人"
_ANY_GRADE = "一般及以上"
_ZERO = Decimal(0)


def occurrences(progress: Progress, targets: Sequence[Target]) -> dict[int, int]:
    """``{mention: target}`` where a thing that must not occur did: 发生1起一般事故."""
    found: dict[int, int] = {}
    for index, target in enumerate(targets):
        if target.kind != "zero_occurrence":
            continue
        content = pairs(target.name)
        alone = len(targets) == 1
        for place, mention in enumerate(progress.mentions[:_MOST]):
            named = (
                mention.before.endswith(target.name)
                or shared(content, mention.after[:_NEAR])
                or _is_of_the_kind(mention, target, content)
            )
            told = (
                (named or (alone and is_bare(mention.lead.removesuffix("发生")))) and _happened(mention)
            ) or _is_counted(mention, target, content)
            if place not in found and told:
                found[place] = index
                break
    return found


def _is_of_the_kind(mention: Mention, target: Target, content: frozenset[str]) -> bool:
    """Whether a number counts what was not to be by another name, and of no other grade: 生产安全事故2起."""
    grades = (set(expression(_GRADE).findall(words)) for words in (target.name, mention.before))
    alike = _ANY_GRADE in target.name or next(grades) == next(grades)
    return alike and len(shared(content, mention.before)) > 1


def _happened(mention: Mention) -> bool:
    if mention.quantity.value <= 0 or mention.quantity.is_percent or mention.compared:
        return False
    return expression(_HAPPENED).search(mention.before) is not None


def _is_counted(mention: Mention, target: Target, content: frozenset[str]) -> bool:
    """Whether a number directly counts what was not to be: 殡葬领域投诉2件 where there were to be none."""
    if (
        mention.quantity.value <= 0
        or mention.quantity.is_percent
        or mention.compared
        or is_dealt_with(mention)
    ):
        return False
    exact = mention.before.endswith(target.name) and CLEARED not in target.text
    if exact and any_of("zero", "dealt with").search(mention.before) is None:
        return True  # 其中较大事故1起
    event = target.name.removesuffix("数")[-2:]
    if mention.before == event and CLEARED not in target.text:
        return True  # 火点1个 where 焚烧火点数 was to be 0
    counts = event in words("zero", "event") and mention.before.endswith(event)
    return counts and len(shared(content, mention.before)) > 1


def noughts(progress: Progress, targets: Sequence[Target], occurred: Collection[int]) -> Iterator[Figure]:
    """An implicit nought for each zero-occurrence target that the text says did not occur."""
    wanted = [
        (index, target)
        for index, target in enumerate(targets)
        if target.kind == "zero_occurrence" and index not in occurred
    ]
    if not wanted or DENIED.search(progress.text) is None:
        return
    denied = [
        (clause, spot)
        for clause in progress.clauses[:_MOST]
        for spot in denials(progress.text, clause.start, clause.end)
    ]
    taken: set[tuple[int, int]] = set()
    for index, target in wanted:
        spot = _free(progress, denied, pairs(target.name), taken, alone=len(wanted) == 1)
        if spot is not None:
            taken.add(spot)
            yield _nought(progress, spot, index, target.name)


def _free(
    progress: Progress,
    denied: Sequence[tuple[Clause, tuple[int, int]]],
    content: frozenset[str],
    taken: set[tuple[int, int]],
    *,
    alone: bool,
) -> tuple[int, int] | None:
    """The first denial of this content that denies nothing else yet."""
    for clause, at in denied:
        spot = _denied(progress.text, at, clause.end, content, alone=alone)
        if spot is not None and spot not in taken:
            return spot
    return None


def _denied(
    text: str, spot: tuple[int, int], stop: int, content: frozenset[str], *, alone: bool
) -> tuple[int, int] | None:
    """Where a denial names this target's object; ``无A和B`` denies both."""
    start, end = spot
    stop = min(stop, start + _REACH)
    place = start
    for part in expression(_BEHIND_JOINT).split(text[start:stop]):
        spoken = part.rstrip(_JOINTS)
        common = shared(content, spoken)
        if common and len(common) * 2 >= min(len(content), 2):
            return place, place + len(spoken)
        place += len(part)
    if shared(content, text[max(0, start - _NEAR) : start]) or (
        alone and not pairs(text[start:stop].removeprefix("零发生")) - content
    ):
        return start, end
    return None


def _nought(progress: Progress, spot: tuple[int, int], index: int, name: str) -> Figure:
    start, end = progress.folded.span(*spot)
    quantity = Quantity(
        progress.folded.original[start:end], start, end, _ZERO, None, _ZERO, None, "", 0, _ZERO, _ZERO
    )
    return Figure(quantity=quantity, name=name, role="result", target=index, period=None, implicit_zero=True)
