"""Reads a target cell that is a number and no more: its task has the name and the unit, 城镇新增就业(人)."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.language.folding import fold
from toolkit.language.units import read_unit
from toolkit.language.vocabulary import expression

_ONLY = (
    r"\s{0,9}((?:[≥≤><=]{1,2}|不[低少]于|不[超高]过|达到?|约)?\s{0,9})"
    r"([0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,9})?)"
    r"\s{0,9}((?:以[上下内]|左右)?)[。;]?\s{0,9}"
)
_UNIT = r"\((?:单位:)?1?([^()0-9][^()]{0,8})\)$"
_MORE = "[^\\s0-9０-９.．,，≥≤><=＞＜＝不低少超高于过达到约以上下内左右。；;]"  # what no such cell has
_LONGEST = 60  # characters of a cell that may be no more than a number


class SpeltOut(NamedTuple):
    """What a lone number says together with its task, and where the number stands in its own cell."""

    text: str
    start: int
    end: int


def spelt_out(text: str, task: str) -> SpeltOut | None:
    """``城镇新增就业26000人`` for 26000 under the task 城镇新增就业(人); None where a cell says more itself."""
    if len(text) > _LONGEST or not task or expression(_MORE).search(text) is not None:
        return None
    folded = fold(text)
    match = expression(_ONLY).fullmatch(folded.text)
    if match is None:
        return None
    name = fold(task).text.strip()
    named = expression(_UNIT).search(name)
    unit = ""
    if named is not None:
        known = read_unit(named[1], 0)
        unit = named[1] if named[1].startswith("/") or (known is not None and known.base) else ""
        name = name[: named.start()]
    start, end = folded.span(*match.span(2))
    lead = match[1] or ("" if unit else "达到")
    return SpeltOut(f"{name}{lead}{match[2]}{unit}{match[3]}", start, end)
