"""Gathers the phrases of a row that a rule may want to look at, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from toolkit.language.claims import claims, contradictions, praises
from toolkit.language.figures import Progress
from toolkit.language.folding import fold
from toolkit.language.missing import missing_parts
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.narrative import activity, enumerators, fragments, wording
from toolkit.language.parts import counted_lists, shares, wholes
from toolkit.language.plans import plans, relative_dates
from toolkit.language.points import point_slips
from toolkit.language.scope import scopes
from toolkit.language.soft import softenings

_MOST = 20  # phrases of one kind in one cell; more would say the same again


def read_phrases(
    target: str,
    progress: Progress,
    targets: Sequence[Target],
    figures: Sequence[Figure],
    period: tuple[date, date] | None,
) -> tuple[Phrase, ...]:
    """Every phrase worth a look; spans count in the text of the cell that ``column`` names."""
    planned = tuple(islice(plans(progress, targets, figures, period), _MOST))
    idle = tuple(activity(progress, targets, figures))
    found: list[Phrase] = [
        *islice(claims(progress, targets, figures), _MOST),
        *praises(progress),
        *contradictions(progress),
        *enumerators(progress),
        *idle,
        *islice(fragments(progress), _MOST),
        *islice(wording(progress), _MOST),
        *planned,
        *islice(relative_dates(progress, planned), _MOST),
        *(() if idle and not figures else islice(missing_parts(progress, targets), _MOST)),
        *islice(counted_lists(progress), _MOST),
        *wholes(progress),
        *shares(progress),
        *point_slips(progress),
        *scopes(progress, targets, figures),
    ]
    in_target = softenings(fold(target), targets)
    return tuple(sorted(_unfolded(found, progress), key=_place)) + tuple(in_target)


def _unfolded(phrases: Sequence[Phrase], progress: Progress) -> Iterator[Phrase]:
    """Spans and texts of the cell as it was written."""
    for phrase in phrases:
        start, end = progress.folded.span(phrase.start, phrase.end)
        yield replace(phrase, start=start, end=end, text=progress.folded.original[start:end])


def _place(phrase: Phrase) -> tuple[int, int, str]:
    return phrase.start, phrase.end, phrase.kind
