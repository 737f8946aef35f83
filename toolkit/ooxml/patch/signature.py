"""How our part of a note begins and ends, so that it is told from what others have written there."""

from __future__ import annotations

CLOSING = "—— indicator-toolkit"
_OPENINGS = ("【检查结果】", "[Check results]")
# A program may end lines in two characters, one of them escaped, or in one.
_LINE_ENDS = ("\n", "\r", "_x000D_")


def opened(language: str) -> str:
    """The line that our part of a note begins with."""
    return _OPENINGS[0] if language == "zh" else _OPENINGS[1]


def without_our_part(text: str) -> str:
    """The text of a note without what we wrote; as it is where we wrote nothing."""
    for start, end in reversed(ours(text)):
        text = text[:start] + text[end:]
    return text


def ours(whole: str) -> list[tuple[int, int]]:
    """Where our parts of a note are: from the opening line to the closing one, with what parts them off."""
    spans: list[tuple[int, int]] = []
    position = 0
    while (start := _first_opening(whole, position)) >= 0:
        end = whole.find(CLOSING, start)
        if end < 0:
            break
        begin = start
        while mark := next((each for each in _LINE_ENDS if whole.endswith(each, position, begin)), ""):
            begin -= len(mark)
        position = end + len(CLOSING)
        spans.append((begin, position))
    return spans


def _first_opening(whole: str, position: int) -> int:
    places = [place for opening in _OPENINGS if (place := whole.find(opening, position)) >= 0]
    return min(places, default=-1)
