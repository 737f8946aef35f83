"""XML in the very form in which spreadsheet programs write it, taken out before the parser.

A large sheet is a million small elements of four or five shapes. A regular expression that must
match every byte of a block recognises them several times faster than a parser builds a tree.
The first block that holds anything else, were it a comment, goes to the parser with all that
follows it: what is taken is read as the parser would read it, and the rest by the parser itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

MAIN_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_LONGEST_HEAD = 64 * 1024
_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_NAMESPACE = re.compile(b'xmlns="(' + "|".join(map(re.escape, MAIN_NAMESPACES)).encode() + b')"')
# Not allowed in XML, or, like the return, changed by a parser.
_NOT_PLAIN = bytes(code for code in range(32) if code not in (9, 10))

CELL_OR_ROW = re.compile(
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,9})")?(?: t="([a-zA-Z]{1,9})")?'
    r"(?:/>|>(?:<f((?: [^<>]*)?)/>|<f((?: [^<>]*)?)>([^<]*)</f>)?"
    r'(?:<v>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
    r'|<row r="([1-9][0-9]{0,6})"((?: (?!r=)[A-Za-z0-9_.:]+="[^"<>&]*")*/?)>|(</row>)|\s+|(.[^<]*)',
    re.DOTALL,
)
STRING = re.compile(
    r'<si><t(?: xml:space="preserve")?>([^<]*)</t>(?:<phoneticPr [^<>]*/>)?</si>'
    r"|(<si>.*?</si>)|(\s+)|(.[^<]*)",
    re.DOTALL,
)
_REFERENCES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
_NAMED = re.compile("|".join(_REFERENCES))
_ATTRIBUTE = re.compile(r' ([A-Za-z0-9]+)="([^"<>&]*)"')


class Block(NamedTuple):
    """Where blocks begin and end: the element around them, and the end tag of one unit."""

    around: bytes
    unit_end: bytes


ROWS, STRINGS = Block(b"sheetData", b"</row>"), Block(b"sst", b"</si>")


def take_blocks(
    chunks: Iterator[bytes], block: Block, take: Callable[[str], None], longest: int
) -> Iterator[bytes]:
    """The chunks without the blocks that ``take`` accepts, up to the first for which it raises ValueError.

    No unit may be longer than ``longest``: the parser is left to refuse it.
    """
    pending = b""
    inside = False
    for chunk in chunks:
        pending += chunk
        if not inside:
            head = _plain_head(pending, block.around)
            if head is None:
                break
            if not head:
                continue
            yield pending[:head]
            pending, inside = pending[head:], True
        end = pending.find(b"</" + block.around + b">")
        cut = end if end >= 0 else pending.rfind(block.unit_end) + len(block.unit_end)
        if end < 0 and cut < len(block.unit_end) and len(pending) <= longest:
            continue
        if len(pending) - max(cut, 0) > longest or not _accepted(pending[:cut], take):
            break
        pending = pending[cut:]
        if end >= 0:
            break
    if pending:
        yield pending
    yield from chunks


def _plain_head(data: bytes, around: bytes) -> int | None:
    """Where the element around the blocks begins to have content; 0 when that is not yet in the data.

    None when the XML before it is unusual.
    """
    start = data.find(b"<" + around)
    end = data.find(b">", start) + 1 if start >= 0 else 0
    if not end:
        return 0 if len(data) < _LONGEST_HEAD else None
    head = data[:end]
    plain = (
        not head.endswith(b"/>")
        and b"<!" not in head
        and head.count(b"xmlns=") == 1
        and _NAMESPACE.search(head)
        and not _ENCODING.search(head)
    )
    return end if plain else None


def _accepted(block: bytes, take: Callable[[str], None]) -> bool:
    # Characters written as numbers are the parser's: it knows which of them XML allows.
    if b"&#" in block or len(block.translate(None, _NOT_PLAIN)) != len(block):
        return False
    try:
        take(block.decode("utf-8"))
    except (ValueError, etree.XMLSyntaxError):
        return False
    return True


def parse_attributes(text: str) -> dict[str, str]:
    """The attributes of a tag. Raises ValueError where they are not in canonical form."""
    found = _ATTRIBUTE.findall(text)
    if _ATTRIBUTE.sub("", text) or len(dict(found)) != len(found):
        raise ValueError("attributes in another form")
    return dict(found)


def resolve(text: str) -> str:
    """Text content with its named references resolved. Raises ValueError for one that XML does not know."""
    if "&" not in text:
        return text
    if len(_NAMED.findall(text)) != text.count("&"):
        raise ValueError("unknown reference")
    return _NAMED.sub(lambda match: _REFERENCES[match[0]], text)


def parse_item(xml: str) -> etree._Element:
    """One shared string with runs, by the parser. Raises XMLSyntaxError."""
    return etree.fromstring(xml.replace("<si>", f'<si xmlns="{MAIN_NAMESPACES[0]}">', 1))
