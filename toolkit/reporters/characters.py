"""Which characters of a workbook may go into a file of another form, and what stands for the others."""

from __future__ import annotations

import re

_STAND_IN = "\ufffd"
_HALF_PAIRS = re.compile(r"[\ud800-\udfff]")
_NO_XML = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def unicode_text(text: str) -> str:
    """The text without halves of surrogate pairs, which no encoding has."""
    return _HALF_PAIRS.sub(_STAND_IN, text)


def xml_text(text: str) -> str:
    """The text without the characters that XML has no way to write, such as control characters."""
    return _NO_XML.sub(_STAND_IN, text)


def visible(text: str) -> str:
    """The text character for character, with a stand-in for those that steer a page and show nothing.

    Line breaks and tabs stay; controls, marks that turn the direction of writing, and zero-width ones go.
    """
    if text.isprintable():
        return text
    return "".join(mark if mark in "\n\t" or mark.isprintable() else _seen(mark) for mark in text)


def _seen(mark: str) -> str:
    return " " if mark.isspace() else _STAND_IN
