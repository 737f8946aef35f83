"""Tells what each number of a progress text is there for: a result, a part, a whole, a way, an echo."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from toolkit.language.content import pairs, shared
from toolkit.language.echoes import repeats
from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Role, Target
from toolkit.language.units import relation
from toolkit.language.vocabulary import any_of, pattern, words

_NAME_LENGTH = 24


def role_of(progress: Progress, mention: Mention, targets: Sequence[Target], answered: int | None) -> Role:
    """The role of a number that answers the target ``answered``, or none."""
    if answered is not None:
        return "component" if targets[answered].part_of is not None or mention.part else "result"
    if any(repeats(mention, target) for target in targets) or _echoes_milestone(mention, targets):
        return "echo"
    if mention.part:
        return "subset" if mention.under_way or mention.finished else "component"
    if mention.whole and any(
        other is not mention and relation(other.quantity.unit, mention.quantity.unit) != "different"
        for other in progress.mentions
    ):
        return "denominator"
    if mention.under_way or any_of("progress", "process").search(mention.before[-10:]) is not None:
        return "process"
    if any(target.value is not None for target in targets) and _is_near(mention, targets):
        return "proxy"
    return "context"


def _is_near(mention: Mention, targets: Sequence[Target]) -> bool:
    """Whether the words around the number name the object of a target."""
    local = mention.local
    return any(shared(pairs(target.name), local) for target in targets)


def echoed(mention: Mention, targets: Sequence[Target]) -> int | None:
    """The target whose number this one only repeats."""
    return next((index for index, target in enumerate(targets) if repeats(mention, target)), None)


def _echoes_milestone(mention: Mention, targets: Sequence[Target]) -> bool:
    if len(mention.quantity.text) < 2 or not mention.own_noun:
        return False
    return any(
        target.kind == "milestone"
        and mention.quantity.text in target.text
        and mention.own_noun[:2] in target.text
        for target in targets
    )


@cache
def _lead_up() -> re.Pattern[str]:
    return re.compile(f"(?:{pattern('progress', 'lead up')})+")


def called(mention: Mention) -> str:
    """What a number counts, without the words that only lead up to it."""
    name = (mention.own_noun or mention.before)[-_NAME_LENGTH:]
    if not name.startswith(words("progress", "lead up")):
        return name
    match = _lead_up().match(name)
    return name if match is None else name[match.end() :]
