"""Folds a cell's text to one width and without blanks, and leads every place back to the original.

Full-width ASCII becomes ASCII, one character for one, so offsets stay. Blanks are taken out
(officials type them anywhere); a blank between two digits stays, because 3 5 is not 35.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.language.vocabulary import expression

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD |= {0x3000: 0x20, 0xA0: 0x20, 0xFE6A: 0x25, 0x2236: 0x3A, 0xFF61: 0x3002, 0x2010: 0x2D, 0x2011: 0x2D}
_FOLD |= {0x2212: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D, 0x2015: 0x2D, 0x301C: 0x7E, 0x2044: 0x2F, 0x2215: 0x2F}
_BLANK = "[ \\t\u200b-\u200f\u202a-\u202e\ufeff]"
_BLANKS = (
    r"(?<=[0-9])(?<![0-9]{4})[ ](?=[0-9]{3}(?![0-9]))"  # 1 234 is one number
    rf"|(?<![0-9]){_BLANK}+|{_BLANK}+(?![0-9 \t])"
)
# The inside of a character class: all that folding changes or takes out.
FOLDABLE = f"{''.join(map(re.escape, map(chr, _FOLD)))} \\t\\r_\u200b-\u200f\u202a-\u202e\ufeff"
_ANY = f"[{FOLDABLE}]"
_BREAKS = r"\r\n?|_x000D_\n?"


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is what the grammar reads; ``span`` turns its offsets into those of ``original``."""

    original: str
    text: str
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the original text, end excluded."""
        if self.offsets is None or start >= end:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(original: str) -> Folded:
    """The folded text. Linear in the length of ``original``; never raises."""
    found = frozenset(expression(_ANY).findall(original))
    if not found:
        return Folded(original, original)
    text = original
    for mark in found & _FOLDED.keys():
        text = text.replace(mark, _FOLDED[mark])
    if "\r" in text or "_x000D_" in text:
        text = expression(_BREAKS).sub(lambda match: match[0][:-1].translate(_TO_BLANK) + "\n", text)
    blanks = expression(_BLANKS)
    if found <= _FULL_WIDTH or blanks.search(text) is None:
        return Folded(original, text)
    kept: list[str] = []
    offsets: list[int] = []
    place = 0
    for blank in blanks.finditer(text):
        kept.append(text[place : blank.start()])
        offsets.extend(range(place, blank.start()))
        place = blank.end()
    kept.append(text[place:])
    offsets.extend(range(place, len(text)))
    return Folded(original, "".join(kept), tuple(offsets))


# What folds to neither a blank nor a part of one.
_FOLDED = {chr(code): chr(folded) for code, folded in _FOLD.items()}
_FULL_WIDTH = frozenset(mark for mark, folded in _FOLDED.items() if folded not in " _")
_TO_BLANK = dict.fromkeys(range(0x20, 0x80), " ") | {0x0D: " ", 0x0A: " "}
