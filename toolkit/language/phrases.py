"""Gathers the phrases of a row that a rule may want to look at, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from toolkit.language.claims import claims, praises
from toolkit.language.contradictions import contradictions
from toolkit.language.figures import Progress
from toolkit.language.lists import counted_lists
from toolkit.language.missing import missing_parts
from toolkit.language.model import Figure, Phrase, Target
from toolkit.language.narrative import activity, enumerators, fragments
from toolkit.language.parts import wholes
from toolkit.language.plans import plans, relative_dates
from toolkit.language.points import point_slips
from toolkit.language.scope import scopes
from toolkit.language.shares import shares
from toolkit.language.soft import softenings
from toolkit.language.summing import sums
from toolkit.language.wording import wording


def read_phrases(
    target: str,
    progress: Progress,
    targets: Sequence[Target],
    figures: Sequence[Figure],
    period: tuple[date, date] | None,
) -> tuple[Phrase, ...]:
    """Every phrase worth a look; spans count in the text of the cell that ``column`` names."""
    if not progress.text:
        return tuple(softenings(target, targets))
    planned = plans(progress, targets, figures, period)
    idle = activity(progress, targets, figures)
    found: list[Phrase] = [
        *claims(progress, targets, figures),
        *praises(progress),
        *contradictions(progress),
        *enumerators(progress),
        *idle,
        *fragments(progress),
        *wording(progress),
        *planned,
        *relative_dates(progress, planned),
        *(() if idle and not figures else missing_parts(progress, targets)),
        *counted_lists(progress),
        *wholes(progress),
        *shares(progress),
        *sums(progress),
        *point_slips(progress),
        *scopes(progress, targets, figures),
    ]
    found.sort(key=_place)
    return (*found, *softenings(target, targets))


def _place(phrase: Phrase) -> tuple[int, int, str]:
    return phrase.start, phrase.end, phrase.kind
