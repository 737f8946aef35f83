"""Reads a target cell: what is to be reached, by how much, in which direction, and of what kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.language.carried import with_changes_carried
from toolkit.language.classify import Judgement, annual, judge, kind_and_direction
from toolkit.language.cutting import Clause, clauses
from toolkit.language.describing import describes, is_named_by, is_reach
from toolkit.language.folding import Folded, fold
from toolkit.language.joining import joined_by_slash, with_parts
from toolkit.language.lone_target import SpeltOut, spelt_out
from toolkit.language.model import Quantity, Span, Target
from toolkit.language.naming import LONGEST_NAME, name_of
from toolkit.language.own_span import own_span
from toolkit.language.placeholder import is_placeholder
from toolkit.language.quantity import unfold
from toolkit.language.respectively import Shared, shared_out
from toolkit.language.steps import without_steps
from toolkit.language.stock import stock_of
from toolkit.language.tokens import Token, tokens
from toolkit.language.vocabulary import any_of, expression, words
from toolkit.language.zero import zero_parts

_NAMED_NUMBER = "[“‘][一二三四五六七八九十]"
_OBJECT_ENDS = "[、,;(]"
_DATE = "[0-9]+月|年底前|季度|上半年"
_PLACES = "每个?[^,。;0-9]{1,3}(?:至少|不少于)?"
_BARE = "[,、]?(?:完成|达到?|全[市县区镇乡省州](?:共|合计|共计)?)?"
_RECURRING = "每个?(?:季度|季|月|周|旬|日|天|半年|半月|学期)"
_FALLS_TO = "[降减缩低少压][到至为]"
_NEAR = 40
_BASE_WITHIN = 400  # characters of a cell in which a base may be named for all its targets
_SHORTEST_TASK = 5
_MOST = 100  # targets of one cell; no real one has a tenth of them
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A folded target cell: each clause with the quantities that begin in it, and what its row is named."""

    folded: Folded
    clauses: tuple[tuple[Clause, tuple[Quantity, ...]], ...]
    task: str
    has_base: bool
    span: Span | None

    @property
    def text(self) -> str:
        return self.folded.text


def read_targets(text: str, task: str = "") -> tuple[Target, ...]:
    """Every target of the cell in reading order; a cell without a number or a zero is one milestone.

    ``task`` names what a bare ``达到3760亿元左右`` speaks of. Spans are those of ``text``.
    """
    if is_placeholder(text):
        return ()
    spelt = spelt_out(text, task)
    if spelt is not None and (alone := _lone_target(text, spelt)) is not None:
        return (alone,)
    cell = _cut(fold(text.rstrip("。; \n")), task)
    targets = without_steps(joined_by_slash(cell.folded.original, _numeric_and_zero(cell), task))
    targets = with_changes_carried(cell.folded.original, targets)
    if not targets:
        return (_milestone_target(cell, 0, len(cell.text)),) if cell.text.strip() else ()
    starts = [target.start for target in targets]
    for clause, inside in cell.clauses:
        if len(targets) < 2 * _MOST and not inside and _is_milestone(cell, clause, starts):
            targets.append(_milestone_target(cell, clause.start, clause.end))
    targets.sort(key=lambda target: target.start)
    return with_parts(targets)


def _lone_target(text: str, spelt: SpeltOut) -> Target | None:
    """The one target that a lone number is together with its task, as it stands in its own cell."""
    read = read_targets(spelt.text)
    if len(read) != 1 or read[0].quantity is None:
        return None
    number = text[spelt.start : spelt.end]
    own = read[0].quantity._replace(text=number, start=spelt.start, end=spelt.end)
    return read[0]._replace(text=text.strip(), start=0, end=len(text), quantity=own)


def _cut(folded: Folded, task: str) -> _Cell:
    found = tuple(tokens(folded.text))
    base = any_of("targets", "base").search(folded.text, 0, _BASE_WITHIN)
    inside = tuple(_by_clause(clauses(folded.text, found), found))
    return _Cell(folded, inside, task, base is not None, own_span(folded.text))


def _by_clause(
    cut: Sequence[Clause], found: Sequence[Token]
) -> Iterator[tuple[Clause, tuple[Quantity, ...]]]:
    place = iter([token.quantity for token in found if token.quantity is not None])
    following = next(place, None)
    for clause in cut:
        inside: list[Quantity] = []
        while following is not None and following.start < clause.end:
            if following.start >= clause.start:
                inside.append(following)
            following = next(place, None)
        yield clause, tuple(inside)


def _numeric_and_zero(cell: _Cell) -> list[Target]:
    targets: list[Target] = []
    name = ""
    for clause, inside in cell.clauses:
        if len(targets) >= _MOST:
            break
        last = targets[-1].name if targets else ""
        read = _clause_targets(cell, clause, inside, name, last) if inside else []
        if read:
            targets.extend(read)
        elif zeros := zero_parts(cell.text, clause.start, clause.end):
            targets.extend(_zero_target(cell, start, end, avoided) for start, end, avoided in zeros)
        elif clause.end - clause.start < LONGEST_NAME:
            name = cell.text[clause.start : clause.end]
    return targets


def _clause_targets(
    cell: _Cell, clause: Clause, inside: Sequence[Quantity], previous: str, counted: str
) -> list[Target]:
    read: list[Target] = []
    place = clause.start
    if expression(_BARE).fullmatch(cell.text[clause.start : inside[0].start]) and clause.end == inside[0].end:
        previous = previous or _object(counted)  # 征收面积60万平方米,4200户; 启动15处腾退,完成10处
    shared = shared_out(cell.text, clause, inside) if len(inside) > 1 else {}
    for position, quantity in enumerate(inside[:_MOST]):
        last = position + 1 == len(inside)
        stop = clause.end if last else inside[position + 1].start
        place = max(place, quantity.start - _NEAR)
        lead = shared.get(quantity.start) or Shared(cell.text[place : quantity.start], quantity.start - place)
        if read and lead.words.endswith("、") and quantity.start not in shared:
            lead = Shared("", 0)  # 5个贫困村退出、3200名贫困人口脱贫 names each behind its number
        before, after = lead.words, cell.text[quantity.end : min(stop, quantity.end + _NEAR)]
        if lead.base or (
            quantity.start not in shared
            and (
                describes(before, after, last=last)
                or is_reach(quantity, after)
                or is_named_by(quantity, before, last=last)
            )
        ):
            continue
        judgement = judge(before, quantity, after)
        name = stock_of(before, read[-1].name if read else counted) or name_of(
            before[: judgement.lead_at], after, read[-1].name if read else previous, cell.task
        )
        read.append(_or_none(_numeric_target(cell, quantity, judgement, name or cell.task, lead, after)))
        place = quantity.end
    return read


def _object(name: str) -> str:
    """What a name counts, without a start or its places: 文物腾退 of 启动文物腾退, 公园 of 每个街道新建公园."""
    started = any_of("matching", "start").match(name) or expression(_PLACES).match(name)
    return name if started is None else name[started.end() :]


def _or_none(target: Target) -> Target:
    """A target of a bare nought says that there is to be none of it: 劣Ⅴ类水体为0."""
    if target.value or target.unit is not None or target.kind != "total":
        return target
    return target._replace(kind="zero_occurrence", direction="down", comparator="==")


def _numeric_target(
    cell: _Cell, quantity: Quantity, judgement: Judgement, name: str, lead: Shared, after: str
) -> Target:
    before, lead_at = lead.words, judgement.lead_at
    start = quantity.start - min(len(before) - lead_at if judgement.lead else judgement.about, lead.own)
    start, end = cell.folded.span(start, quantity.end + judgement.tail)
    kind, direction, comparator = kind_and_direction(quantity, judgement, before[:lead_at] + after, name)
    return Target(
        text=cell.folded.original[start:end],
        start=start,
        end=end,
        name=name,
        value=quantity.value,
        unit=quantity.unit,
        base_value=quantity.base_value,
        base_unit=quantity.base_unit,
        comparator=comparator,
        direction=direction,
        kind=kind,
        approximate=judgement.approximate,
        has_base=cell.has_base or any_of("targets", "base before").search(before) is not None,
        annual_statistic=annual(name, before, kind),
        part_of=0 if "其中" in before else None,
        recurring="每" in before
        and "标准" not in before
        and expression(_RECURRING).search(before) is not None,
        quantity=unfold(quantity, cell.folded),
        context=f"{before}|{expression(_OBJECT_ENDS).split(after, maxsplit=1)[0]}",
        span=cell.span,
        falls_to=direction == "down" and expression(_FALLS_TO).search(judgement.lead) is not None,
    )


def _zero_target(cell: _Cell, start: int, end: int, name: str) -> Target:
    start, end = cell.folded.span(start, end)
    return Target(
        text=cell.folded.original[start:end], start=start, end=end, name=name, value=_ZERO, unit=None,
        base_value=_ZERO, base_unit=None, comparator="==", direction="down", kind="zero_occurrence",
    )  # fmt: skip


def _milestone_target(cell: _Cell, start: int, end: int) -> Target:
    start, end = cell.folded.span(start, end)
    text = cell.folded.original[start:end]
    return Target(
        text=text, start=start, end=end, name=text[:LONGEST_NAME], value=None, unit=None, base_value=None,
        base_unit=None, comparator="==", direction="none", kind="milestone",
    )  # fmt: skip


def _is_milestone(cell: _Cell, clause: Clause, starts: Sequence[int]) -> bool:
    """Whether a clause beside numeric targets is a task of its own and not the way to them."""
    if clause.end - clause.start < _SHORTEST_TASK or cell.text.startswith(
        words("words", "lead_in"), clause.start, clause.end
    ):
        return False
    start, end = cell.folded.span(clause.start, clause.end)
    place = bisect_left(starts, start)
    if place < len(starts) and starts[place] < end:
        return False
    text = cell.text[clause.start : clause.end]
    if text.endswith(("行动", "计划")) and cell.text.startswith(":", clause.end):
        return False  # a heading
    return (
        any_of("words", "milestone_verb").search(text) is not None
        and expression(_NAMED_NUMBER).search(text) is None
    )


def is_measurable(text: str, targets: Sequence[Target]) -> bool:
    """Whether anyone could tell that it is done: a number, a deliverable or a date."""
    return (
        any(target.kind != "milestone" for target in targets)
        or any_of("words", "deliverable").search(text) is not None
        or expression(_DATE).search(text) is not None
    )
