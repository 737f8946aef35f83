"""Slips of the pen: unpaired quotes and brackets, doubled punctuation, wrong words that are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from toolkit.language.figures import Progress
from toolkit.language.model import Phrase
from toolkit.language.spotting import first_few, spotted
from toolkit.language.vocabulary import expression, sections

_PAIRS = {"“": "”", "(": ")", "《": "》", "‘": "’", "【": "】", "「": "」"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_MARKS = "[“”()《》‘’【】「」]"
_ITEM = r"(?:^|[。;,:\n])\s*[0-9一二三四五六七八九十]{1,2}$"
# Two classes go first, so that a mark with a word behind it is passed at once.
_DOUBLED = r"[,。;:、!?(][,。;:、.)](?:(?<=[,。;:、!?][,。;:、])[,。;:、]*|(?<=。\.)|(?<=\(\)))"
_TWICE_ABOUT = r"(?:大约|约|近)[0-9.]{1,12}[万亿]?(?:[^\W0-9_]|%){1,4}?(?:左右|上下)"


@cache
def _slips() -> tuple[re.Pattern[str], Mapping[str, str]]:
    pairs = dict(word.split(">") for line in sections("words")["slip"] for word in line)
    known = {wrong: right for wrong, right in pairs.items() if wrong != right}
    return re.compile("|".join(sorted(known, key=len, reverse=True))), known


def wording(progress: Progress) -> Sequence[Phrase]:
    """Unpaired quotes and brackets, doubled punctuation, and slips of the pen that are known."""
    text = progress.text
    spot = _unpaired(text)
    if (
        spot is None
        and expression(_DOUBLED).search(text) is None
        and _slips()[0].search(text) is None
        and not ("左右" in text or "上下" in text)
    ):
        return ()
    return first_few(_wording(progress, spot))


def _wording(progress: Progress, unpaired: int | None) -> Iterator[Phrase]:
    text = progress.text
    if unpaired is not None:
        yield spotted(progress, "wording", max(0, unpaired - 6), unpaired + 1, hint="成对的标点")
    for match in expression(_DOUBLED).finditer(text):
        yield spotted(progress, "wording", *match.span(), hint=match[0][-1:])
    for match in expression(_TWICE_ABOUT).finditer(text):
        yield spotted(progress, "wording", *match.span(), hint="“约”和“左右”用其一")
    slip, known = _slips()
    for match in slip.finditer(text):
        yield spotted(progress, "wording", *match.span(), hint=known[match[0]])


def _unpaired(text: str) -> int | None:
    """Offset of the first mark without its partner, or None."""
    marks = "".join(expression(_MARKS).findall(text))
    if not marks.replace("“”", "").replace("()", ""):
        return None  # the usual case: each is closed at once, or holds only such
    opened: list[tuple[str, int]] = []
    for match in expression(_MARKS).finditer(text):
        mark, place = match[0], match.start()
        if mark in _PAIRS:
            if opened and opened[-1][0] == mark and mark in "“‘":
                return place
            opened.append((mark, place))
        elif opened and opened[-1][0] == _CLOSERS[mark]:
            opened.pop()
        elif mark != ")" or expression(_ITEM).search(text[max(0, place - 4) : place]) is None:
            return place
    return opened[0][1] if opened else None
