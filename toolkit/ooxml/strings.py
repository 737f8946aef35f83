"""Texts as OOXML stores them: shared strings, rich-text runs, phonetic runs, ``_x000D_`` escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.ooxml.canonical import STRING, STRINGS, parse_item, resolve, take_blocks
from toolkit.ooxml.limits import Meter
from toolkit.ooxml.package import Package, main_tags
from toolkit.ooxml.refusals import over

if TYPE_CHECKING:
    from lxml import etree

_ITEM, _TEXT, _RUN = main_tags("si"), frozenset(main_tags("t")), frozenset(main_tags("r"))
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_shared_strings(package: Package, part: str) -> list[str]:
    """The texts of the part in the order of their index."""
    meter = package.meter
    strings: list[str] = []

    def take(block: str) -> None:
        _take_strings(block, strings, meter)

    def taking(chunks: Iterator[bytes]) -> Iterator[bytes]:
        return take_blocks(chunks, STRINGS, take, meter.limits.xml_node)

    for element in package.elements(part, "sst", _ITEM, taking):
        strings.append(joined_text(element, meter))
        _check_count(strings, meter)
    return strings


def _take_strings(block: str, strings: list[str], meter: Meter) -> None:
    """Add the strings of a block. Raises ValueError when it holds anything else."""
    taken: list[str] = []
    known: dict[str, str] = {}  # nobody has to parse the same item a million times
    for text, item, blank, other in STRING.findall(block):
        if other:
            raise ValueError("not in canonical form")
        if blank:
            continue
        if item:
            if item not in known:
                known[item] = joined_text(parse_item(item), meter)
            taken.append(known[item])
        else:
            taken.append(unescape(resolve(text), meter))
    strings.extend(taken)
    _check_count(strings, meter)


def _check_count(strings: list[str], meter: Meter) -> None:
    if len(strings) > meter.limits.shared_strings:
        raise over("shared_strings", meter.limits.shared_strings)


def joined_text(item: etree._Element, meter: Meter) -> str:
    """The text of a shared or inline string: its runs joined, phonetic runs left out."""
    if len(item) == 1 and item[0].tag in _TEXT:
        return unescape(item[0].text or "", meter)
    pieces: list[str] = []
    for child in item:
        if child.tag in _TEXT:
            pieces.append(child.text or "")
        elif child.tag in _RUN:
            pieces.extend(grandchild.text or "" for grandchild in child if grandchild.tag in _TEXT)
    return unescape("".join(pieces), meter)


def unescape(text: str, meter: Meter) -> str:
    """``_xHHHH_`` as the character it stands for; half of a surrogate pair becomes U+FFFD."""
    if len(text) > meter.limits.text_length:
        raise over("text_length", meter.limits.text_length)
    if "_x" not in text:
        return text
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if _SURROGATE.search(decoded):
        return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return decoded
