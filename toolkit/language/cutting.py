"""Cuts a folded text into sentences and clauses, never inside a number, a title or a bracket."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.language.tokens import Token

_MARK = re.compile("[,。;!?\n:()]")
_SENTENCE_ENDS = frozenset("。;!?\n")


@dataclass(frozen=True, slots=True)
class Clause:
    """``text[start:end]`` without its closing mark; ``sentence`` counts sentences from 0."""

    start: int
    end: int
    sentence: int


def clauses(text: str, tokens: Sequence[Token], *, brackets: bool = False) -> tuple[Clause, ...]:
    """The clauses of a folded text in order. With ``brackets`` a bracket's inside is a clause of its own."""
    found: list[Clause] = []
    start = sentence = depth = position = 0
    solid = [token for token in tokens if token.kind != "period"]
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        while position < len(solid) and solid[position].end <= place:
            position += 1
        if position < len(solid) and solid[position].start <= place:
            continue
        ends = mark in _SENTENCE_ENDS
        if mark in "()":
            depth = depth + 1 if mark == "(" else max(0, depth - 1)
        if not (brackets or ends or (depth == 0 and mark not in "()")):
            continue
        if place > start:
            found.append(Clause(start, place, sentence))
        start = place + 1
        sentence += ends
        depth = 0 if ends else depth
    if start < len(text):
        found.append(Clause(start, len(text), sentence))
    return tuple(found)
