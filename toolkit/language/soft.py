"""Soft words in a target that leave its tolerance open: 左右, 约, 基本."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.language.folding import fold
from toolkit.language.model import Phrase, Target
from toolkit.language.vocabulary import expression

_SIGNS = "[左下约基则尽]"  # each soft word below has one, whatever blanks stand inside it
_SOFT = (
    r"左右|上下(?<=[0-9万亿元%吨人个家户里米]上下)|大约|(?<![签履违预节集解续])约(?=[0-9])"
    r"|基本(?=完成|实现|建成(?![0-9])|达到|消除|解决)|原则上|尽量"
)
_TOLERANCE = r"±|误差|上下浮动|允许|正负"


def softenings(text: str, targets: Sequence[Target]) -> Sequence[Phrase]:
    """The first soft word of the target cell, unless the cell states a tolerance."""
    if not targets or expression(_SIGNS).search(text) is None:
        return ()
    folded = fold(text)
    match = expression(_SOFT).search(folded.text)
    if match is None or expression(_TOLERANCE).search(folded.text):
        return ()
    start, end = folded.span(*match.span())
    return (Phrase(kind="soft", text=text[start:end], start=start, end=end, column="target"),)
