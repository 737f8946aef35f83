"""Cuts a folded text into sentences and clauses, never inside a number, a title or a bracket."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from toolkit.language.tokens import Token
from toolkit.language.vocabulary import expression

_MARK = "[,。;!?\n:()]"
_SENTENCE_ENDS = frozenset("。;!?\n")


class Clause(NamedTuple):
    """``text[start:end]`` without its closing mark; ``sentence`` counts sentences from 0."""

    start: int
    end: int
    sentence: int


def clauses(text: str, tokens: Sequence[Token], *, brackets: bool = False) -> tuple[Clause, ...]:
    """The clauses of a folded text in order. With ``brackets`` a bracket's inside is a clause of its own."""
    found: list[Clause] = []
    start = sentence = depth = 0
    solid = iter([token for token in tokens if token.kind != "period"])
    inside = next(solid, None)
    for match in expression(_MARK).finditer(text):
        place, mark = match.start(), match[0]
        while inside is not None and inside.end <= place:
            inside = next(solid, None)
        if inside is not None and inside.start <= place:
            continue
        ends = mark in _SENTENCE_ENDS
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
        if not (brackets or ends or (depth == 0 and mark not in "()")):
            continue
        if place > start:
            found.append(Clause(start, place, sentence))
        start = place + 1
        if ends:
            sentence += 1
            depth = 0
    if start < len(text):
        found.append(Clause(start, len(text), sentence))
    return tuple(found)
