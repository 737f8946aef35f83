"""Reads a progress cell against its targets: figures with their roles, and percentages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from toolkit.language.beside import with_others
from toolkit.language.comparing import asks_alike, is_opposed
from toolkit.language.completion import is_completion
from toolkit.language.cutting import clauses
from toolkit.language.figures import Mention, Progress
from toolkit.language.folding import fold
from toolkit.language.lone import with_unit_asked
from toolkit.language.matching import match
from toolkit.language.mentions import mentions
from toolkit.language.model import Figure, Percentage, Period, Target
from toolkit.language.noughts import noughts, occurrences
from toolkit.language.percentages import read_percentage
from toolkit.language.period import bounds, is_now, is_relative
from toolkit.language.quantity import unfold
from toolkit.language.roles import called, echoed, role_of
from toolkit.language.tokens import Token, tokens
from toolkit.language.undecided import undecided_targets
from toolkit.language.units import kind_of

Stated = Mapping[Token | None, Period | None]


def cut(text: str, targets: Sequence[Target] = (), *, year_over: bool = False) -> Progress:
    """The cell folded and cut into tokens, clauses and mentions.

    ``targets`` have the units of the numbers that leave theirs out; ``year_over`` says that the
    reporting period ends with the year.
    """
    folded = fold(text)
    found = tuple(tokens(folded.text))
    if targets and (without := tuple(with_unit_asked(folded.text, targets))):
        found = _placed(found, without)
    parts = clauses(folded.text, found, brackets=True)
    return Progress(
        folded.text, folded, found, parts, mentions(folded.text, found, parts, year_over=year_over)
    )


def _placed(found: Sequence[Token], others: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with ``others`` in the place of those that they overlap."""
    kept = [
        token
        for token in found
        if all(token.end <= other.start or token.start >= other.end for other in others)
    ]
    return tuple(sorted([*kept, *others], key=lambda token: token.start))


def read_figures(
    progress: Progress, targets: Sequence[Target], year: int | None
) -> tuple[tuple[Figure, ...], tuple[Percentage, ...], frozenset[int]]:
    """The figures and percentages of a progress cell, each with its target, and the targets left open.

    A percentage that only says how much of a target is done, or that the other numbers give,
    is a percentage and no figure of its own.
    """
    told = progress.mentions
    stated = _periods(progress, year)
    shares = {place: mention for place, mention in enumerate(told) if is_completion(mention, targets)}
    counted = [place for place in range(len(told)) if place not in shares]
    past = _past(told, counted, stated, year)
    answers = _answers(told, targets, counted, shares, past)
    happened = occurrences(progress, targets)
    answers |= {place: index for place, index in happened.items() if place not in answers}
    percentages = tuple(
        read_percentage(progress, place, targets, answers)
        for place, mention in enumerate(told)
        if mention.quantity.is_percent or kind_of(mention.quantity.base_unit) == "point"
    )
    derived = {
        percentage.quantity.start
        for percentage in percentages
        if percentage.completion or percentage.pace or (percentage.is_derived and percentage.target is None)
    }
    figures = [_figure(progress, place, targets, answers, stated) for place in counted]
    if derived:
        figures = [figure for figure in figures if figure.quantity.start not in derived]
    figures.extend(noughts(progress, targets, happened.values()))
    figures.sort(key=lambda figure: figure.quantity.start)
    undecided = undecided_targets(
        told, targets, answers, {*shares, *(counted[place] for place in past)}, percentages
    )
    return tuple(figures), percentages, undecided


def _answers(
    told: Sequence[Mention],
    targets: Sequence[Target],
    counted: Sequence[int],
    shares: Mapping[int, Mention],
    past: frozenset[int],
) -> dict[int, int]:
    """``{mention: target}`` of the numbers that no share of completion is."""
    twins: dict[int, Mention] = {}
    confirmed = {}
    for place, position in enumerate(counted):
        twin = told[position].twin
        if twin is not None:
            twins[place] = told[twin]
        share = _confirming(told, position, shares) if shares else None
        if share is not None:
            confirmed[place] = share.quantity
    matched = match([told[position] for position in counted], targets, twins, past, confirmed)
    return {counted[place]: index for place, index in matched.items()}


def _confirming(mentions: Sequence[Mention], position: int, shares: Mapping[int, Mention]) -> Mention | None:
    """The completion percentage that is said right behind a number, or paired with it by 分别."""
    for share, mention in shares.items():
        if mention.twin == position:
            return mention
        near = (
            share in (position + 1, position + 1 + (mention.before == "的"))
            and mention.clause.sentence == mentions[position].clause.sentence
        )
        if mention.twin is None and near:
            return mention
    return None


def _periods(progress: Progress, year: int | None) -> Stated:
    """The period that each token states for the numbers around it, in the cell's own text."""
    stated: dict[Token | None, Period | None] = {None: None}
    for mention in progress.mentions:
        token = mention.period
        if token is not None and token not in stated:
            words = progress.text[token.start : token.end]
            start, end = progress.folded.span(token.start, token.end)
            first, last = (None, None) if is_now(words) else bounds(words, year)
            text = progress.folded.original[start:end]
            stated[token] = Period(text, start, end, first, last, is_relative(words))
    return stated


def _past(
    told: Sequence[Mention], counted: Sequence[int], stated: Stated, year: int | None
) -> frozenset[int]:
    """Places of the numbers that an earlier year is stated for, while another number has none."""
    earlier: list[int] = []
    for place, position in enumerate(counted):
        period = stated[told[position].period]
        if period is None or year is None or period.last is None or "年" not in period.text:
            continue
        if period.last.year < year:
            earlier.append(place)
    return frozenset(earlier) if len(earlier) < len(counted) else frozenset()


def _figure(
    progress: Progress, place: int, targets: Sequence[Target], answers: Mapping[int, int], stated: Stated
) -> Figure:
    mention, answered = progress.mentions[place], answers.get(place)
    target = None if answered is None else targets[answered]
    role = role_of(progress, mention, targets, answered)
    quantity = unfold(mention.quantity, progress.folded)
    if role == "result" and target is not None and target.kind == "total":
        quantity = quantity._replace(high=with_others(progress.mentions, place, target, answers))
    counts = mention.under_way and not mention.finished
    return Figure(
        quantity=quantity,
        name=called(mention),
        role=role,
        target=answered,
        period=stated[mention.period],
        status_count=counts and not (target is not None and asks_alike(mention, target)),
        echoes=echoed(mention, targets) if role == "echo" else None,
        opposed=target is not None
        and target.kind == "growth"
        and quantity.value > 0
        and is_opposed(mention, target),
    )


def year_of(period: tuple[date, date] | None) -> int | None:
    """The year that a period without one is read in."""
    return None if period is None else period[1].year
