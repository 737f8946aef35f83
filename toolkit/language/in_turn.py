"""Texts that answer the targets of a cell one by one, an item for each: 泵站通水, the second of three."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from toolkit.language.figures import Progress
from toolkit.language.model import Target
from toolkit.language.outcome import is_plain
from toolkit.language.vocabulary import any_of, expression

_LEAST = 2  # items, for one of them tells of everything


def told_in_its_turn(progress: Progress, targets: Sequence[Target], index: int) -> bool:
    """Whether a text has an item for each target, and this one's tells of it in words: 泵站通水, second of three."""
    if progress.text.count(";") + progress.text.count("。") > len(targets):
        return False
    items = expression("[;。]").split(progress.text.rstrip(";。"))
    if len(items) != len(targets) or len(items) < _LEAST:
        return False
    target = targets[index]
    if any_of("words", "not_started", "process").search(items[index]):
        return False  # 公厕选址及设计方案 begins nothing
    return is_plain(items[index]) and touches(f"{target.name}{target.context}", items[index])


def touches(name: str, words: str) -> bool:
    """Whether any two neighbouring characters of a name stand in the words: 核对, of which 对 joins elsewhere."""
    return any(one + other in words for one, other in pairwise(name))
