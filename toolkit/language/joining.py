"""Sees how the targets of one cell belong together: joined by a slash, parts of a whole, counted again."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.language.model import Target
from toolkit.language.units import kind_of
from toolkit.language.vocabulary import expression

_NAMES = "[及和与、]"
_SLASHED_NAMES = "[^\\W0-9_][/／][^\\W0-9_]"
_PER_HEAD = "(?:达到|即|折合|合)每(?:十|百|千|万|十万)?(?:人|户|名)"
_TWO = 2
REACHING = "涉及"  # 1.1万户(涉及6个街道)


def joined_by_slash(original: str, targets: list[Target], task: str) -> list[Target]:
    """``422.1亿元/388.4亿元``: two numbers joined by a slash take their names from the task, in order."""
    if "/" not in original and "／" not in original:
        return targets
    joined = {
        position
        for position, target in enumerate(targets)
        if target.quantity is not None and original.startswith(("/", "／"), target.end)
    }
    if joined and expression(_SLASHED_NAMES).search(original, 0, targets[0].start) is not None:
        return targets  # 城镇/农村居民收入增长7.5%/8.5% names both
    names = expression(_NAMES).split(task) if joined else []
    stem = names[0][:-2] if len(names) == _TWO and len(names[0]) > _TWO else ""
    result = list(targets)
    for position, target in enumerate(targets):
        if position not in joined and position - 1 not in joined:
            continue
        if len(names) == len(targets):
            name = names[position] if position == 0 else stem + names[position]
            result[position] = _named(target, name)
        else:
            result[position] = target._replace(slash_joined=True)
    return result


def _named(target: Target, name: str) -> Target:
    """A target with its own part of the task's name; spending is neither better high nor low."""
    if not name.endswith("支出"):
        return target._replace(name=name, slash_joined=True)
    return target._replace(name=name, slash_joined=True, comparator="==", direction="target")


def with_parts(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Gives each 其中 part its whole, and marks a second count of the same things (11件15项)."""
    if len(targets) == 1 and targets[0].part_of is None:
        return tuple(targets)
    whole: int | None = None
    result: list[Target] = []
    for position, read in enumerate(targets):
        target = read
        if read.part_of is not None:
            target = read._replace(part_of=whole)
        elif read.value is not None:
            whole = position
        before = targets[position - 1] if position else None
        if (
            before is not None
            and before.quantity
            and target.quantity
            and (
                _goes_on(before, target)
                or target.name.startswith(REACHING)
                or expression(_PER_HEAD).match(target.name)
            )
            and not target.slash_joined
        ):
            target = target._replace(counts_again=True)
        result.append(target)
    return tuple(result)


def _goes_on(before: Target, target: Target) -> bool:
    """Whether a number follows another at once, or the one character that it counts: 8个村1126户."""
    if target.start == before.end:
        return True
    counted = kind_of(before.base_unit) == kind_of(target.base_unit) == "measure"
    if counted and before.name == target.name and target.start == before.end + 1:
        return True  # 23个,2816户
    noun = before.context.partition("|")[2][:1]
    return counted and target.start == before.end + 1 and noun.isalpha()
