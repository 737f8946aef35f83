"""Works that have a name of their own, so that two units that name one speak of the same thing.

新建便利店20个 is every unit's own; 清河路改造工程 is there once. A kind of work (断头路, 农村公路) has no name.
"""

from __future__ import annotations

from toolkit.language.folding import fold
from toolkit.language.vocabulary import any_of, expression, pattern, words

_CLAUSE = r"[,。;:!?、\n]"
_DATE = r"^(?:截[至止]到?)?(?:20\d\d年)?(?:(?:\d{1,2}[-~至])?\d{1,2}月(?:份|底|末)?|前?[一二三四1-4]个?季度)"
_NAME = "[一-鿿]{2}$"
_LONGEST = 24  # characters of a clause before its number; more is a sentence of its own


def names_a_work(text: str) -> bool:
    """Whether a text names a work that there is once."""
    folded = fold(text).text
    ending = expression(f"{pattern('works', 'ending')}|路(?!{pattern('works', 'not behind 路')})")
    return any(_is_name(_clause(folded[: each.start()]), each[0]) for each in ending.finditer(folded))


def measure_before(text: str, start: int) -> str | None:
    """What a clause measures up to the number at ``start``, its work named; None where it names no work."""
    clause = expression(_DATE).sub("", _clause(fold(text[:start]).text))
    leads = words("works", "lead")
    while clause.startswith(leads):
        clause = clause.removeprefix(next(word for word in leads if clause.startswith(word)))
    if len(clause) > _LONGEST or not names_a_work(clause):
        return None
    return any_of("works", "filler").sub("", clause)


def is_own_share(text: str) -> bool:
    """Whether a text may speak of a part of the work, as 西城段 and 我区 do."""
    return any_of("works", "own share").search(text) is not None


def _clause(before: str) -> str:
    return expression(_CLAUSE).split(before)[-1]


def _is_name(before: str, ending: str) -> bool:
    if ending == "号线":
        return before[-1:].isdigit()
    if f"{before}{ending}".endswith(words("works", "kind")):
        return False
    return expression(_NAME).search(before) is not None and not before.endswith(
        words("works", "before a kind")
    )
