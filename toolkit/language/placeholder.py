"""Tells a cell that holds what people type instead of an answer: —, 待定, 同上, or nothing."""

from __future__ import annotations

import re
from functools import cache

from toolkit.language.folding import FOLDABLE, fold
from toolkit.language.vocabulary import words

_TRIMMED = "()。.、 \n“”"
_DASHES = frozenset("-—–/_·*….")
_LONGEST = 16


@cache
def _known() -> frozenset[str]:
    return frozenset(words("words", "placeholder"))


@cache
def _other() -> re.Pattern[str]:
    """A character that no placeholder has, in whatever width."""
    own = frozenset(_TRIMMED) | _DASHES | frozenset("".join(_known()))
    return re.compile(f"[^{''.join(map(re.escape, sorted(own)))}{FOLDABLE}\\s]")


def is_placeholder(text: str) -> bool:
    """Whether a cell is blank or holds no answer."""
    if _other().search(text) is not None:
        return False
    if len(text) > _LONGEST and not text.isspace() and len(text.strip()) > _LONGEST:
        return False
    bare = fold(text).text.strip(_TRIMMED)
    return bare in _known() or not bare or _DASHES.issuperset(bare)
