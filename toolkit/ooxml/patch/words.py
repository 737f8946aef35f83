"""Texts on their way into XML: what it cannot hold is written as Excel writes it, nothing is too long."""

from __future__ import annotations

import re

LONGEST = 32_767
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\r\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ELLIPSIS = "…"
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def storable(text: str) -> str:
    """The text as a cell can store it: 32,767 units of UTF-16, no half of a pair, controls escaped."""
    whole = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    units = len(whole.encode("utf-16-le")) // 2
    if units > LONGEST:
        cut = whole.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore")
        whole = cut + _ELLIPSIS
    safe = _LOOKS_ESCAPED.sub("_x005F_", whole)
    return _NOT_IN_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", safe)


def markup(text: str) -> str:
    """The text as it stands between tags or in an attribute."""
    return storable(text).translate(_MARKUP)


def attribute(text: str) -> str:
    """The text as the value of an attribute, line breaks kept."""
    return markup(text).replace("\n", "&#10;").replace("\t", "&#9;")


def looks_like_formula(text: str) -> bool:
    """Whether a program could take the text for a formula once somebody has edited the cell."""
    return text.lstrip().startswith(("=", "+", "-", "@")) or text.startswith(("\t", "\r"))


def quoted_sheet(name: str) -> str:
    """The name of a sheet as a reference writes it."""
    doubled = name.replace("'", "''")
    return f"'{doubled}'"
