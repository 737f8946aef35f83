"""Cuts a folded text into sentences and clauses, never inside a number, a title or a bracket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.language.tokens import Token

_CLAUSE_ENDS = frozenset(",。;!?\n:")
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
    inside = {place for token in tokens if token.kind != "period" for place in _marks_in(text, token)}
    start = sentence = depth = 0
    for place, character in enumerate(text):
        if character == "(":
            depth += 1
            if brackets and place > start:
                found.append(Clause(start, place, sentence))
                start = place + 1
        elif character == ")":
            depth = max(0, depth - 1)
            if brackets:
                if place > start:
                    found.append(Clause(start, place, sentence))
                start = place + 1
        elif character in _CLAUSE_ENDS and place not in inside and (depth == 0 or brackets or character in _SENTENCE_ENDS):
            if place > start:
                found.append(Clause(start, place, sentence))
            start = place + 1
            sentence += character in _SENTENCE_ENDS
            if character in _SENTENCE_ENDS:
                depth = 0
    if start < len(text):
        found.append(Clause(start, len(text), sentence))
    return tuple(found)


def _marks_in(text: str, token: Token) -> tuple[int, ...]:
    return tuple(place for place in range(token.start, token.end) if text[place] in _CLAUSE_ENDS)
