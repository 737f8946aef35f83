"""Soft words in a target that leave its tolerance open: 左右, 约, 基本."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.language.folding import Folded
from toolkit.language.model import Phrase, Target

_SOFT = re.compile(
    r"左右|(?<=[0-9万亿元%吨人个家户里米])上下|大约|约(?=[0-9])|基本(?=完成|实现|建成(?![0-9])|达到|消除|解决)|原则上|尽量"
)
_TOLERANCE = re.compile(r"[±]|误差|上下浮动|允许|正负")


def softenings(target: Folded, targets: Sequence[Target]) -> Iterator[Phrase]:
    """The first soft word of the target cell, unless the cell states a tolerance."""
    match = _SOFT.search(target.text)
    if match is None or _TOLERANCE.search(target.text) or not targets:
        return
    start, end = target.span(*match.span())
    yield Phrase(kind="soft", text=target.original[start:end], start=start, end=end, column="target")
