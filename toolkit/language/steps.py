"""Tells the steps of a target from targets of their own: 一季度完成30%,上半年完成60%."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.language.model import Target
from toolkit.language.units import relation
from toolkit.language.vocabulary import expression

_UP_TO = (
    r"其?中?[:,]?(?:到|至|截至)?(?:第?[一二三1-3]季度|上半年|前三季度|半年|年中|[0-9]{1,2}月(?:份|[0-9]{1,2}日)?)"
    r"(?:末|底|前|底前|末前|以前)*"
)
_BARE = r"(?:要|应|力争|确保|争取|累计|需)*(?:完成|达到|达|实现|建成|开工)?(?:年度|全年|总)?(?:任务|目标|计划|投资|工程)?(?:量|的)*(?:比例|进度)?"


def without_steps(targets: Sequence[Target]) -> list[Target]:
    """The targets less those that only say how far another one should be by an earlier day.

    Where every number has such a day, all of them stay: nobody can tell which is meant.
    """
    if len(targets) < 2:
        return list(targets)
    step = [_is_dated(target) for target in targets]
    if not any(step):
        return list(targets)
    asked = [target for target, dated in zip(targets, step, strict=True) if not dated]
    return [
        target
        for target, dated in zip(targets, step, strict=True)
        if not (dated and any(_is_on_the_way(target, other) for other in asked))
    ]


def _is_dated(target: Target) -> bool:
    if target.quantity is None:
        return False
    before = target.context.partition("|")[0].lstrip("、,(")
    return expression(_UP_TO + _BARE).fullmatch(before) is not None


def _is_on_the_way(step: Target, whole: Target) -> bool:
    """A percentage is of any total; a number is on the way to a larger one of its unit."""
    if whole.quantity is None or step.quantity is None:
        return False
    if step.quantity.is_percent and whole.kind == "total":
        return True
    same = relation(step.unit, whole.unit) in ("same", "scaled")
    return same and step.quantity.base_value <= whole.quantity.base_value
