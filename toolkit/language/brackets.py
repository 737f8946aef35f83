"""Numbers in brackets: the parts of what stands before them, and what is said behind."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.language.cutting import Clause
from toolkit.language.figures import Mention

_NEAR = 60  # characters in which a bracket may have begun


def is_listed_in(text: str, mention: Mention, previous: Mention) -> bool:
    """Whether a number is one of several behind their whole, in a bracket or after a colon: 9所(小学4所、初中2所)."""
    if previous.quantity.base_unit != mention.quantity.base_unit:
        return False
    clause = mention.clause
    if previous.clause == clause:
        return previous.part
    if previous.part and previous.clause.end + 1 == clause.start:
        return _is_in_bracket(text, clause.start)  # (按比例就业126人,灵活就业87人)
    behind = previous.quantity.end == clause.start - 1 and text.startswith(("(", ":"), clause.start - 1)
    return behind and ("、" in text[clause.start : clause.end] or text.startswith((",", ";"), clause.end))


def says_part_again(mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether a number is one that was told as a part before: 其中县级3.3亿元;县级资金3.3亿元已到位."""
    own = mention.quantity
    if own.is_percent or own.base_value == own.base_value.to_integral_value() == own.value:
        return False  # small whole numbers meet by chance
    return any(
        other.part
        and other.quantity.base_value == own.base_value
        and other.quantity.base_unit in (own.base_unit, "", None)
        for other in found
    )


def _is_in_bracket(text: str, place: int) -> bool:
    """Whether a bracket that began a little before is still open."""
    near = max(0, place - _NEAR)
    return text.rfind("(", near, place) > text.rfind(")", near, place)


def behind_bracket(text: str, clause: Clause) -> str:
    """What follows the bracket that a number stands in: 436台锅炉(共计1025.6蒸吨)开展了改造."""
    if clause.start and text[clause.start - 1] == "(":
        return text[clause.end + 1 : clause.end + 9].partition(",")[0]
    return ""
