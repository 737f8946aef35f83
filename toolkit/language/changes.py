"""Clauses that tell a change without its rate: 由31.2%提高到32.5%, 由42项压减至28项, 同比持平."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.language.figures import Progress
from toolkit.language.vocabulary import expression

_TWO_ENDS = "[由从][0-9.]+%[^,。;]{0,4}[高升加降少低]至?到?[0-9.]+%"
_TWO_AMOUNTS = "[由从][^,。;]{0,6}[0-9.]+[^,。;0-9]{1,10}(?:压减|压缩|减少|精简|缩短|下降|降低|减|降|提高|提升|扩大|增加|增长|增)[至到为][^,。;0-9]{0,4}[0-9.]+"
_BY_AMOUNT = (
    "(?:同比|[较比](?:上年|去年)(?:同期)?)(?:减少|增加|下降|上升|净增|多|少)了?[0-9.]+[万亿]?[^0-9%,。;]{1,4}"
)
_INDEX = "指数[^,。;0-9]{0,6}(?:1[0-2][0-9]|[89][0-9])(?![0-9%])"  # of which 100 is the year before
_LEVEL = "(?<!保)持平"  # but 保持平稳


def between_rates(progress: Progress) -> Iterator[str]:
    """Clauses that tell a change by its two ends: 分担率由31.2%提高到32.5%."""
    for words in progress.clause_texts():
        if expression(_TWO_ENDS).search(words):
            yield words


def between_amounts(progress: Progress) -> Iterator[str]:
    """Clauses of which anyone can tell the rate of a change: 由42项压减至28项, 63起,同比减少8起."""
    before = ""
    for words in progress.clause_texts():
        if expression(_TWO_AMOUNTS).search(words) or expression(_INDEX).search(words):
            yield words
        elif expression(_BY_AMOUNT).fullmatch(words):
            yield f"{before}{words}"
        before = words


def unchanged(progress: Progress) -> Iterator[str]:
    """Clauses that say that there was no change: 居民消费价格指数同比持平."""
    level = expression(_LEVEL)
    if level.search(progress.text):
        yield from (words for words in progress.clause_texts() if level.search(words))
