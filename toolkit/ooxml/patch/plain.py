"""Red phrases taken out of strings again, wherever a program keeps them: in the cells or shared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from lxml import etree

from toolkit.errors import UnreadableWorkbook
from toolkit.ooxml.canonical import MAIN_NAMESPACES
from toolkit.ooxml.patch.changes import parse
from toolkit.ooxml.patch.colours import RED
from toolkit.ooxml.patch.runs import runs_of, without_red

_RED = RED.encode("ascii")
_OPENING = re.compile(rb"<(si|is)(?:\s[^<>]*)?>")
_AROUND = b'<w xmlns="%b">%b</w>'


def plain_texts(data: bytes, before: Mapping[str, etree._Element]) -> bytes:
    """The part with no string in our red. A string that is remembered by its text gets its runs back."""
    if _RED not in data and _RED.lower() not in data:
        return data
    namespace = next(each.encode() for each in (*reversed(MAIN_NAMESPACES), "") if each.encode() in data)

    def plain(piece: bytes) -> bytes:
        if _RED not in piece.upper() or not _OPENING.match(piece):
            return piece
        around = parse("string", _AROUND % (namespace, piece))
        item = around[0]
        remembered = before.get(_text(item))
        if remembered is None:
            without_red(item)
        else:
            item[:] = [_moved(deepcopy(child), item) for child in remembered]
        etree.cleanup_namespaces(around)
        written = etree.tostring(item, encoding="UTF-8", with_tail=False)
        # The namespace is the sheet's own: it need not be said again.
        return written.replace(b' xmlns="%b"' % namespace, b"", 1)

    return b"".join(map(plain, _pieces(data)))


def _pieces(data: bytes) -> Iterator[bytes]:
    """The part cut before and behind each string, in one go whatever it holds."""
    position = 0
    while (opening := _OPENING.search(data, position)) is not None:
        closing = b"</%b>" % opening[1]
        end = data.find(closing, opening.end())
        if end < 0:
            break
        yield data[position : opening.start()]
        position = end + len(closing)
        yield data[opening.start() : position]
    yield data[position:]


def by_text(strings: Iterable[str]) -> dict[str, etree._Element]:
    """Strings with runs, given as XML, by the text they hold; what is no XML is left out."""
    found: dict[str, etree._Element] = {}
    for xml in strings:
        try:
            item = parse("string", xml.encode("utf-8"))
        except (UnreadableWorkbook, UnicodeEncodeError):
            continue
        found[_text(item)] = item
    return found


def _text(item: etree._Element) -> str:
    return "".join(run.text for run in runs_of(item))


def _moved(child: etree._Element, item: etree._Element) -> etree._Element:
    """The child in the namespace of the string that it goes to."""
    namespace = item.tag.rpartition("}")[0]
    for element in child.iter("{*}*"):
        element.tag = f"{namespace}}}{element.tag.rpartition('}')[2]}"
    return child
