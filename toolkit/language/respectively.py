"""Shares the words before 分别 out among the numbers behind it: 城镇、农村居民收入分别增长7%和8%."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from toolkit.language.cutting import Clause
from toolkit.language.model import Quantity
from toolkit.language.vocabulary import expression, pattern

_WORD = "分别"
_BETWEEN_NAMES = "[、和及与]"
_BETWEEN_NUMBERS = "(?:以上|以内|以下|左右)?[、,和及与]"
_FROM = "[由从][^0-9,。;]{0,8}$"
_BOTH = {"城乡": ("城镇", "农村")}
_TWO = 2


class Shared(NamedTuple):
    """The words before a number as if it stood alone, and how many characters of them stand there.

    ``base``: the number only says what there was before: 由850元、620元提高到880元、660元.
    """

    words: str
    own: int
    base: bool = False


def names_in(text: str) -> list[str]:
    """The names that a list in front of 分别 gives, each with the noun that the last one says for all."""
    listed = expression(_BETWEEN_NAMES).split(text)
    if len(listed) == 1:
        start = text.find("城乡")
        whole = text[start + _TWO :]
        return [text] if start < 0 else [f"{text[:start]}{each}{whole}" for each in _BOTH["城乡"]]
    last = listed[-1]
    listed[0] = listed[0].removeprefix("将")
    return [
        *(f"{name}{last[len(name) :]}" if _lacks_noun(name, last) else name for name in listed[:-1]),
        last,
    ]


def _lacks_noun(name: str, last: str) -> bool:
    """城镇、农村居民收入, but not 财政收入、税收收入 or GDP、固定资产投资."""
    return not name.isascii() and name[-_TWO:] != last[-_TWO:]


def shared_out(text: str, clause: Clause, inside: Sequence[Quantity]) -> Mapping[int, Shared]:
    """What each number behind 分别 shares with the others, by where it starts; for two numbers and more."""
    at = text.find(_WORD, clause.start, clause.end)
    if at < 0:
        return {}
    if changed := raised(text, clause, inside):
        return changed
    group = _group(text, [quantity for quantity in inside if quantity.start > at])
    if len(group) < _TWO:
        return {}
    before = [quantity.end for quantity in inside if quantity.end <= at]
    opening = max([clause.start, *before])
    verb = text[at + len(_WORD) : group[0].start]
    names = names_in(text[opening:at].lstrip("、,"))
    if len(names) != len(group):
        names = [text[opening:at]] * len(group)
    return {
        quantity.start: Shared(f"{name}{verb}", len(verb) if quantity is group[0] else 0)
        for quantity, name in zip(group, names, strict=True)
    }


def raised(text: str, clause: Clause, inside: Sequence[Quantity]) -> Mapping[int, Shared]:
    """What was and what is asked where several numbers are raised at once: 分别由850元、620元提高到880元、660元."""
    bases = _group(text, inside)
    asked = _group(text, inside[len(bases) :])
    if len(bases) < _TWO or len(asked) != len(bases):
        return {}
    lead = expression(_FROM).search(text, clause.start, bases[0].start)
    verb = expression(_raised_to()).fullmatch(text, bases[-1].end, asked[0].start)
    if lead is None or verb is None:
        return {}
    names = names_in(text[clause.start : lead.start()].removesuffix(_WORD))
    names = names if len(names) == len(asked) else [text[clause.start : lead.start()]] * len(asked)
    were = {quantity.start: Shared(name, 0, base=True) for quantity, name in zip(bases, names, strict=True)}
    return were | {
        quantity.start: Shared(f"{name}{verb[1]}", len(verb[1]) if quantity is asked[0] else 0)
        for quantity, name in zip(asked, names, strict=True)
    }


@cache
def _raised_to() -> str:
    return rf"(?:分别)?((?:{pattern('targets', 'changed')})(?:了)?(?:到|至|为)[^0-9,。;]{{0,8}})"


def _group(text: str, behind: Sequence[Quantity]) -> list[Quantity]:
    """The numbers that nothing but a joint parts from one another, from the first on."""
    group = list(behind[:1])
    for quantity in behind[1:]:
        if expression(_BETWEEN_NUMBERS).fullmatch(text, group[-1].end, quantity.start) is None:
            break
        group.append(quantity)
    return group
