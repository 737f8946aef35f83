"""Answers that are numbers and no more, as many as the targets: they stand in the targets' order, 6.9%;9.2%;11.4%."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.language.figures import Mention
from toolkit.language.model import Target
from toolkit.language.units import kind_of, relation
from toolkit.language.vocabulary import expression

_WORDLESS = r"[\s+↑↓、,;/]{0,9}(?:\(?[0-9]{1,2}[.)、])?[\s+↑↓、,;/]{0,9}"


def in_order(mentions: Sequence[Mention], asked: Sequence[tuple[int, Target]]) -> dict[int, int]:
    """``{mention: target}`` by position, or nothing where a word tells more or a unit does not fit."""
    if len(asked) < 2 or len(mentions) != len(asked):
        return {}
    beside = [(mention, target) for mention, (_, target) in zip(mentions, asked, strict=True)]
    if not all(_is_wordless(mention) or _is_short_for(mention, target) for mention, target in beside):
        return {}
    if not all(_fits(mention, target) for mention, target in beside):
        return {}
    return {position: place for position, (place, _) in enumerate(asked)}


def _is_wordless(mention: Mention) -> bool:
    return not mention.after.strip(" 、,;/") and expression(_WORDLESS).fullmatch(mention.before) is not None


def _is_short_for(mention: Mention, target: Target) -> bool:
    """Whether a number left its unit to the target, and its word is one or two of the target's: 高企126;科小238."""
    left_out = mention.quantity.unit is not None and mention.quantity.text[-1:].isdigit()
    return left_out and not set(mention.before.strip("、,;")).isdisjoint(target.name)


def _fits(mention: Mention, target: Target) -> bool:
    if kind_of(mention.quantity.base_unit) == kind_of(target.base_unit) == "percent":
        return True
    return relation(mention.quantity.unit, target.unit) != "different"
