"""Reads a progress cell against its targets: figures with their roles, and percentages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from toolkit.language.content import pairs
from toolkit.language.cutting import clauses
from toolkit.language.figures import Mention, Progress, mentions
from toolkit.language.folding import fold
from toolkit.language.matching import match, repeats
from toolkit.language.model import Figure, Percentage, Period, Quantity, Role, Target
from toolkit.language.percentages import is_completion, read_percentage
from toolkit.language.period import bounds, is_now, is_relative
from toolkit.language.quantity import unfold
from toolkit.language.tokens import Token, tokens
from toolkit.language.units import kind_of, relation
from toolkit.language.zero import denials

_MOST = 200
_LEAD_UP = re.compile(
    "^(?:[、,和及]|全年|上半年|前三季度|一季度|本年|今年|累计|共|已|目前|其中|实现|完成|全区|全市|全县|全镇|全州|我区|我市|我县)+"
)
_PROCESS = re.compile(
    "检查|巡查|走访|调研|宣传|培训|召开|组织|发放|印发|摸排|排查|督导|督查|约谈|出动|印制|张贴|制作|悬挂|座谈|演练|慰问|推送"
)


def cut(text: str) -> Progress:
    """The cell folded and cut into tokens, clauses and mentions."""
    folded = fold(text)
    found = tuple(tokens(folded.text))
    parts = clauses(folded.text, found, brackets=True)
    return Progress(folded, found, parts, mentions(folded.text, found, parts))


def read_figures(
    progress: Progress, targets: Sequence[Target], year: int | None
) -> tuple[tuple[Figure, ...], tuple[Percentage, ...]]:
    """The figures and percentages of a progress cell, each with the target that it answers.

    A percentage that only says how much of a target is done, or that the other numbers give,
    is a percentage and no figure of its own.
    """
    shares = [
        position for position, mention in enumerate(progress.mentions) if is_completion(mention, targets)
    ]
    counted = [position for position in range(len(progress.mentions)) if position not in shares]
    twins = {
        place: progress.mentions[twin]
        for place, position in enumerate(counted)
        if (twin := progress.mentions[position].twin) is not None
    }
    confirmed = {
        place: stated
        for place, position in enumerate(counted)
        if (stated := _confirming(progress, position, shares)) is not None
    }
    matched = match(
        [progress.mentions[place] for place in counted],
        targets,
        twins,
        _past(progress, counted, year),
        confirmed,
    )
    answers = {counted[place]: index for place, index in matched.items()}
    percentages = tuple(
        read_percentage(progress, position, targets, answers)
        for position, mention in enumerate(progress.mentions)
        if mention.quantity.is_percent or kind_of(mention.quantity.base_unit) == "point"
    )
    derived = {
        percentage.quantity.start
        for percentage in percentages
        if percentage.completion or percentage.pace or (percentage.is_derived and percentage.target is None)
    }
    figures = [
        _figure(progress, position, targets, answers, year)
        for position in counted
        if progress.folded.span(
            progress.mentions[position].quantity.start, progress.mentions[position].quantity.end
        )[0]
        not in derived
    ]
    figures.extend(_zeros(progress, targets))
    figures.sort(key=lambda figure: figure.quantity.start)
    return tuple(figures), percentages


def _confirming(progress: Progress, position: int, shares: Sequence[int]) -> Quantity | None:
    """The completion percentage that is said right behind a number, or paired with it by 分别."""
    for share in shares:
        mention = progress.mentions[share]
        if mention.twin == position:
            return mention.quantity
        near = mention.clause.sentence == progress.mentions[position].clause.sentence
        if mention.twin is None and share == position + 1 and near:
            return mention.quantity
    return None


def _past(progress: Progress, counted: Sequence[int], year: int | None) -> frozenset[int]:
    """Places of the numbers that an earlier year is stated for, while another number has none."""
    stated: dict[int, date | None] = {}
    for place, position in enumerate(counted):
        token = progress.mentions[position].period
        words = "" if token is None else progress.text[token.start : token.end]
        stated[place] = bounds(words, year)[1] if re.search("年", words) else None
    earlier = {place for place, last in stated.items() if last and year and last.year < year}
    return frozenset(earlier) if len(earlier) < len(stated) else frozenset()


def _figure(
    progress: Progress, position: int, targets: Sequence[Target], answers: Mapping[int, int], year: int | None
) -> Figure:
    mention = progress.mentions[position]
    answered = answers.get(position)
    role = _role(progress, position, targets, answered)
    return Figure(
        quantity=unfold(mention.quantity, progress.folded),
        name=_called(mention),
        role=role,
        target=answered,
        period=_period(progress, mention.period, year),
        status_count=mention.under_way and not mention.finished,
        echoes=_echoed(mention, targets) if role == "echo" else None,
    )


def _called(mention: Mention) -> str:
    """What a number counts, without the words that only lead up to it."""
    return _LEAD_UP.sub("", (mention.own_noun or mention.before)[-24:])


def _role(progress: Progress, position: int, targets: Sequence[Target], answered: int | None) -> Role:
    mention = progress.mentions[position]
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
    if mention.under_way or _PROCESS.search(mention.before[-10:]):
        return "process"
    words = pairs(mention.local)
    if any(target.value is not None for target in targets):
        return "proxy" if any(words & pairs(target.name) for target in targets) else "context"
    return "context"


def _echoed(mention: Mention, targets: Sequence[Target]) -> int | None:
    return next((index for index, target in enumerate(targets) if repeats(mention, target)), None)


def _echoes_milestone(mention: Mention, targets: Sequence[Target]) -> bool:
    return any(
        target.kind == "milestone"
        and mention.quantity.text in target.text
        and mention.own_noun[:2] in target.text
        for target in targets
        if len(mention.quantity.text) > 1 and mention.own_noun
    )


def _period(progress: Progress, token: Token | None, year: int | None) -> Period | None:
    if token is None:
        return None
    words = progress.text[token.start : token.end]
    start, end = progress.folded.span(token.start, token.end)
    first, last = (None, None) if is_now(words) else bounds(words, year)
    return Period(progress.folded.original[start:end], start, end, first, last, is_relative(words))


def _zeros(progress: Progress, targets: Sequence[Target]) -> list[Figure]:
    """An implicit nought for each zero-occurrence target that the text says did not occur."""
    figures: list[Figure] = []
    wanted = [(index, target) for index, target in enumerate(targets) if target.kind == "zero_occurrence"]
    if not wanted:
        return figures
    said = ((clause, denials(progress.text, clause.start, clause.end)) for clause in progress.clauses[:_MOST])
    denied = [(clause, spots) for clause, spots in said if spots]
    taken: set[tuple[int, int]] = set()
    for index, target in wanted:
        content = pairs(target.name)
        for clause, spots in denied:
            for start, end in spots:
                spot = _denied(progress, (start, end), clause.end, content, alone=len(wanted) == 1)
                if (
                    spot is not None
                    and spot not in taken
                    and not any(figure.target == index for figure in figures)
                ):
                    taken.add(spot)
                    figures.append(_zero_figure(progress, spot, index, target.name))
    return figures


def _denied(
    progress: Progress, spot: tuple[int, int], stop: int, content: frozenset[str], *, alone: bool
) -> tuple[int, int] | None:
    """Where a denial names this target's object; ``无A和B`` denies both."""
    start, end = spot
    place = start
    for part in re.split(r"(?<=[和、及])", progress.text[start:stop]):
        words = part.rstrip("和、及")
        if content and len(pairs(words) & content) * 2 >= min(len(content), 2) and pairs(words) & content:
            return place, place + len(words)
        place += len(part)
    before = progress.text[max(0, start - 20) : start]
    if pairs(before) & content or (alone and not pairs(progress.text[start:stop]) - content):
        return start, end
    return None


def _zero_figure(progress: Progress, spot: tuple[int, int], index: int, name: str) -> Figure:
    start, end = progress.folded.span(*spot)
    zero = Decimal(0)
    quantity = Quantity(
        progress.folded.original[start:end], start, end, zero, None, zero, None, "", 0, zero, zero
    )
    return Figure(quantity=quantity, name=name, role="result", target=index, period=None, implicit_zero=True)


def year_of(period: tuple[date, date] | None) -> int | None:
    """The year that a period without one is read in."""
    return None if period is None else period[1].year


def comparable(figure: Figure, target: Target) -> bool:
    """Whether a figure's unit lets it be divided by the target's."""
    return relation(figure.quantity.unit, target.unit) != "different"
