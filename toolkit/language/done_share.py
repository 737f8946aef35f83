"""Sees that a rate under a name of its own says how much of a target is done: 新开工22356套,开工率106.5%."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.language.comparing import gives
from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Target
from toolkit.language.units import relation


def done_share(
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int]
) -> int | None:
    """The target whose completion a rate states under another name: 新开工22356套,开工率106.5%."""
    if position == 0:
        return None
    mention, before = progress.mentions[position], progress.mentions[position - 1]
    if before.clause.sentence != mention.clause.sentence:
        return None
    asked = [answers[position - 1]] if position - 1 in answers else range(len(targets))
    return next((index for index in asked if _is_share_of(before, mention, targets[index])), None)


def _is_share_of(before: Mention, mention: Mention, target: Target) -> bool:
    """Whether a number over the target is the percentage that follows it."""
    whole = target.quantity
    if (
        whole is None
        or before.quantity.is_percent
        or relation(before.quantity.unit, whole.unit) == "different"
    ):
        return False
    return before.quantity.base_value != whole.base_value and gives(before.quantity, whole, mention.quantity)
