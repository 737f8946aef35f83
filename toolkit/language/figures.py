"""A progress cell cut up once: each number with what stands around it, for all that reads on from there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.language.cutting import Clause
from toolkit.language.folding import Folded
from toolkit.language.model import Quantity
from toolkit.language.tokens import Token

MOST_CLAUSES = 200
SIGNS = ("+", "↑", "↓")
LAST_YEAR = ("去年", "上年")


class Mention(NamedTuple):
    """One quantity in its surroundings, all in the folded text.

    ``before`` and ``after`` are the words of its clause on either side, up to the next number.
    ``subject`` is what the sentence said before its clause. ``period`` is the nearest period
    that its sentence, or the one before it, names. ``lead`` is ``before``, or that of the number
    whose list it goes on. ``twin`` is the earlier number that 分别 pairs it with, ``listed`` that its things are named behind it,
    ``told`` that it is dated, divided or compared as only what was reached can be.
    """

    quantity: Quantity
    clause: Clause
    before: str
    after: str
    subject: str
    period: Token | None
    finished: bool
    under_way: bool
    planned: bool
    whole: bool
    part: bool
    together: bool
    own_noun: str
    compared: bool
    lead: str
    recent: bool
    staged: bool
    stage_follows: bool
    governing: str
    twin: int | None = None
    listed: bool = False
    told: bool = False

    @property
    def local(self) -> str:
        """The clause without the number."""
        before, lead = self.before, self.lead
        return before + self.after if lead == before else f"{lead}|{before}{self.after}"

    @property
    def is_alone(self) -> bool:
        """Whether its cell begins with it and no word speaks of it: 80%(土建进度滞后)."""
        start = self.quantity.start
        return not self.after and (not start or (start == 1 and self.before in SIGNS))


class Progress(NamedTuple):
    """A folded progress cell, cut up once for all that reads it. ``text`` is the folded one."""

    text: str
    folded: Folded
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]

    def clause_text(self, clause: Clause) -> str:
        """A clause's words."""
        return self.text[clause.start : clause.end]

    def clause_texts(self) -> Iterator[str]:
        """The words of each clause, of the first ones where there are very many."""
        return (self.clause_text(clause) for clause in self.clauses[:MOST_CLAUSES])
