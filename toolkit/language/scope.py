"""Tells where a figure that fits its target speaks of another object: 出租车 where 公交车 was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from toolkit.language.content import is_same
from toolkit.language.figures import Mention, Progress
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.spotting import spotted
from toolkit.language.vocabulary import sections, words


@cache
def _members(section: str) -> re.Pattern[str]:
    return re.compile("|".join(words("siblings", section)))


def scopes(progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]) -> Iterable[Phrase]:
    """One phrase for each figure that names another member of a class than its target does."""
    return _scopes(progress, targets, figures) if targets and figures else ()


def _scopes(progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]) -> Iterator[Phrase]:
    by_start: dict[int, Mention] = {}
    for figure in figures:
        if figure.target is None:
            continue
        by_start = by_start or _by_start(progress)
        mention = by_start.get(figure.quantity.start)
        if mention is None:
            continue
        target = targets[figure.target]
        own = mention.before if is_same(mention.before, target.name) else ""
        other = _other_member(target, "", own or f"{mention.subject[-30:]}{mention.local}")
        other = other or _other_member(target, "level", mention.before)
        if other is not None:
            start = max(mention.clause.start, mention.quantity.start - len(mention.before))
            yield spotted(progress, "scope", start, mention.quantity.end, hint=other, target=figure.target)


def _by_start(progress: Progress) -> dict[int, Mention]:
    span = progress.folded.span
    return {span(mention.quantity.start, mention.quantity.end)[0]: mention for mention in progress.mentions}


def _other_member(target: Target, section: str, told: str) -> str | None:
    """The member of the target's class that the words around a figure name in its stead."""
    if _members(section).search(told) is None:
        return None
    wanted = f"{target.name}{target.context}"
    for members in sections("siblings")[section]:
        named = [member for member in members if member in told]
        if not named:
            continue
        asked = [member for member in members if member in wanted]
        if len(asked) == 1 and asked[0] not in named:
            return named[0]
    return None
