"""What two units of a round tell of one thing, held beside each other as one frame over the round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from toolkit.collection import Round
from toolkit.fact import Fact
from toolkit.finding import Finding
from toolkit.findings import Place, row_finding
from toolkit.inbox.board import Board
from toolkit.rules import all_rules
from toolkit.rules.model import FrameCheck
from toolkit.ruling import ruled_findings

Told: TypeAlias = Mapping[str, Sequence[Fact]]
_Teller: TypeAlias = tuple[str, Fact]


def with_disagreements(board: Board, facts: Told, collection: Round) -> Board:
    """The board with what is told differently in the submissions that count; ``facts`` by content."""
    told = {
        line.unit: facts.get(line.counting.content, ()) for line in board.lines if line.counting is not None
    }
    found = disagreements(told, collection)
    if not found:
        return board
    lines = tuple(
        replace(
            line,
            findings=(
                *line.findings,
                *ruled_findings(found.get(line.unit, ()), collection, line.unit, board.now),
            ),
        )
        for line in board.lines
    )
    return replace(board, lines=lines)


def disagreements(told: Told, collection: Round) -> dict[str, list[Finding]]:
    """By unit the findings on what it tells otherwise than another one. ``told`` are facts by unit."""
    tellers = [pair for group in _groups(told).values() if len(group) > 1 for pair in _paired(group)]
    if not tellers:
        return {}
    from toolkit.engine import Broken, validate
    from toolkit.frames import facts_frame

    frame = facts_frame([_line(key, *each) for key, each in enumerate(tellers)])
    rules = [
        rule for rule in all_rules() if isinstance(rule.check, FrameCheck) and rule.check.frame == "facts"
    ]
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for failure in validate({"facts": frame}, None, rules, collection.thresholds):
        if isinstance(failure, Broken):  # there are no constraints without a form
            for row in failure.rows:
                unit, fact = tellers[row["key"]][0]
                found[unit].append(row_finding(failure.rule, failure.check, row, _place(fact)))
    return found


def _groups(told: Told) -> dict[str, list[_Teller]]:
    """Who tells each thing. A unit that tells it twice is left out: nobody knows which one it means."""
    groups: defaultdict[str, list[_Teller]] = defaultdict(list)
    for unit, facts in told.items():
        own: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in _once(facts):
            own[fact.key].append(fact)
        for key, same in own.items():
            if len(same) == 1:
                groups[key].append((unit, same[0]))
    return groups


def _once(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Each number once: as the answer to its target where it is one."""
    answered = {(fact.sheet, fact.row, fact.span) for fact in facts if fact.issued}
    for fact in facts:
        if fact.issued or (fact.sheet, fact.row, fact.span) not in answered:
            yield fact


def _paired(group: Sequence[_Teller]) -> Iterator[tuple[_Teller, _Teller, int]]:
    """Each of a group with the first other one that tells another number, else with the first other one."""
    for teller in group:
        others = [other for other in group if other is not teller]
        apart = (other for other in others if _is_apart(teller[1], other[1]))
        yield teller, next(apart, others[0]), len(group)


def _is_apart(one: Fact, other: Fact) -> bool:
    return one.high < other.low or other.high < one.low


def _line(key: int, teller: _Teller, other: _Teller, units: int) -> dict[str, Any]:
    _, fact = teller
    start, end = fact.span or (None, None)
    return {
        "key": key,
        "submission": key,
        "text": fact.text,
        "start": start,
        "end": end,
        "low": fact.low,
        "high": fact.high,
        "issued": fact.issued,
        "target_index": fact.part,
        "typed_column": None if fact.role == "progress" else fact.role,
        "units": units,
        "other_unit": other[0],
        "other_text": other[1].text,
        "other_low": other[1].low,
        "other_high": other[1].high,
    }


def _place(fact: Fact) -> Place:
    return Place(fact.sheet, fact.row, fact.indicator, {fact.role: (*fact.cell, fact.told)})
