"""Makes a phrase of a stretch of the folded progress text: its place and its words are those of the cell."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

from toolkit.language.figures import Progress
from toolkit.language.model import Phrase, PhraseKind

MOST = 20  # phrases of one kind in one cell; more would say the same again


def first_few(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """As many phrases of one kind as a cell may have."""
    return tuple(islice(phrases, MOST))


def spotted(  # noqa: PLR0913 - what a phrase may say
    progress: Progress,
    kind: PhraseKind,
    start: int,
    end: int,
    *,
    claim: str | None = None,
    has_number: bool = False,
    stated: Decimal | None = None,
    counted: Decimal | None = None,
    whole_row: bool = False,
    target: int | None = None,
    hint: str | None = None,
) -> Phrase:
    """The phrase at ``start`` to ``end`` of the folded text, with its place in the cell as it was written."""
    folded = progress.folded
    if folded.offsets is not None:
        start, end = folded.span(start, end)
    return Phrase(
        kind=kind, text=folded.original[start:end], start=start, end=end, claim=claim, has_number=has_number,
        stated=stated, counted=counted, whole_row=whole_row, target=target, hint=hint,
    )  # fmt: skip
