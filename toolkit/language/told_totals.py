"""Totals that words alone tell: all or none of it was done, or its few things stand there by their names."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from toolkit.language.content import pairs
from toolkit.language.figures import Progress
from toolkit.language.model import Target
from toolkit.language.outcome import NOT_YET, being_built, not_done, started, wholly_done
from toolkit.language.vocabulary import expression

_PAIR, _ANOTHER = 2, "另一"
_NOUN = 4  # characters
_FEW = 10  # things that a report may name instead of counting them
_OF_WHICH = "[^,。;0-9]{1,8}中,[^,。;0-9]{2,24}(?:完成|完工|竣工|建成|投用|通车|开通|封顶)(?:[,。;]|$)"
_TITLED = (
    "[“《][^”》]{1,24}[”》]|^(?:[0-9]{2,4}千伏)?[^、0-9]{3,12}、[^、0-9]{2,12}"  # “某茶”, 东村、西村创成景区
)


def is_total_told(progress: Progress, target: Target, value: Decimal) -> bool:
    """Whether words alone tell of a total: that all or none of it was done, or its few things by their titles."""
    if names_it(target, wholly_done(progress), 2) or names_it(target, not_done(progress), 2):
        return True
    if value > _FEW:
        return False
    if target.quantity is not None and _some_are_named(progress.text, target.quantity.text):
        return True
    if value == 1:
        told = tuple(chain(started(progress), being_built(progress)))
        return names_it(target, iter(told), 2) or any(target.name[-_PAIR:] in words for words in told)
    if value == _PAIR and _ANOTHER in progress.text and names_it(target, progress.clause_texts(), 2):
        return True  # 滨河体育公园开放,另一处正在栽植
    if target.base_value == value >= _PAIR and _are_listed(progress, target.name, int(value)):
        return True
    named = tuple(words for words in started(progress) if expression(_TITLED).search(words))
    as_many = (words for words in named if words.count("、") + 1 == value)
    return names_it(target, iter(named), 2) or names_it(target, as_many, 1)


def _some_are_named(text: str, asked: str) -> bool:
    """Whether those of them that are done stand there by name: 3座车站中,牛街站、平安里站拆迁完成."""
    place = text.find(asked)
    return place >= 0 and expression(_OF_WHICH).match(text, place + len(asked)) is not None


def _are_listed(progress: Progress, name: str, value: int) -> bool:
    """Whether as many names as were asked stand before the target's own noun: 前门、三里屯夜间经济地标."""
    noun = name[-_NOUN:]
    return len(noun) == _NOUN and any(
        noun in words
        and words.partition(noun)[0].count("、") + 1 == value
        and not expression(NOT_YET).search(words)
        for words in progress.clause_texts()
    )


def names_it(target: Target, clauses: Iterator[str], least: int) -> bool:
    """Whether one of the clauses has so many of the words of the target's name."""
    said = list(clauses)
    content = pairs(target.name) if said else frozenset()
    if said and content <= {target.name[-2:]}:  # 并网率, of which 并 joins elsewhere
        return any(target.name.removesuffix("率") in words for words in said)
    least = min(least, max(len(content), 1))  # 达标率 has one
    return any(len(pairs(words) & content) >= least for words in said)
