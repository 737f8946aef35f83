"""Tells where a figure that fits its target speaks of another object: 出租车 where 公交车 was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.language.figures import Progress
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.vocabulary import sections


def scopes(progress: Progress, targets: Sequence[Target], figures: Sequence[Figure]) -> Iterator[Phrase]:
    """One phrase for each figure that names another member of a class than its target does."""
    by_start = {progress.folded.span(m.quantity.start, m.quantity.end)[0]: m for m in progress.mentions}
    for figure in figures:
        mention = by_start.get(figure.quantity.start)
        if figure.target is None or mention is None:
            continue
        target = targets[figure.target]
        wanted, told = f"{target.name}{target.context}", f"{mention.subject[-30:]}{mention.local}"
        other = _other_member(wanted, told)
        if other is not None:
            start = max(mention.clause.start, mention.quantity.start - len(mention.before))
            yield Phrase(
                kind="scope", text="", start=start, end=mention.quantity.end, hint=other, target=figure.target
            )


def _other_member(wanted: str, told: str) -> str | None:
    for members in sections("siblings")[""]:
        asked = [member for member in members if member in wanted]
        named = [member for member in members if member in told]
        if asked and named and not set(asked) & set(named) and len(asked) == 1:
            return named[0]
    return None
