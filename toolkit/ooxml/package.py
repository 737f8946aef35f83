"""An OOXML package: parts by name, read as XML with nothing in it that could reach out or blow up.

Small parts are parsed whole; large ones are streamed, so that memory follows the largest row.
Runs of rows that hold only formats are cut from the bytes before the parser sees them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from lxml import etree

from toolkit.ooxml.archive import CHUNK, Entry, inflate, read_entries
from toolkit.ooxml.canonical import MAIN_NAMESPACES
from toolkit.ooxml.limits import Meter
from toolkit.ooxml.refusals import damaged_part, over
from toolkit.ooxml.xml import checked_xml, whole_xml

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
# libxml2 itself stops at this depth; only a stricter setting needs a look of its own.
_PARSER_DEPTH = 256
# Elements are freed after each feed: less at a time is less memory.
_FEED = 128 * 1024


Filter = Callable[[Iterator[bytes]], Iterator[bytes]]


def main_tags(*names: str) -> tuple[str, ...]:
    """Qualified names of spreadsheet elements, in the transitional and the strict namespace."""
    return tuple(f"{{{namespace}}}{name}" for namespace in MAIN_NAMESPACES for name in names)


class Package:
    """The parts of one file. Names are compared without regard to case, as OPC demands."""

    __slots__ = ("_data", "_entries", "meter")

    def __init__(self, data: bytes, meter: Meter) -> None:
        self._data = data
        self.meter = meter
        self._entries = read_entries(data, meter)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self._data

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The entries of the zip by lower-case name, in the order of its directory."""
        return self._entries

    def read(self, name: str) -> bytes:
        """One part whole. Raises UnreadableWorkbook when it is missing or damaged."""
        return b"".join(self._chunks(name))

    def tree(self, name: str) -> etree._Element:
        """The root of a small part of any kind. Raises UnreadableWorkbook when it is missing or damaged."""
        content = b"".join(checked_xml(name, self._chunks(name)))
        if len(content) > self.meter.limits.xml_node:
            raise over("xml_node", self.meter.limits.xml_node)
        try:
            return etree.fromstring(content, etree.XMLParser(**_OPTIONS))
        except etree.XMLSyntaxError as error:
            raise self._syntax_fault(name, error) from None

    def read_xml(self, name: str) -> bytes:
        """One XML part whole, in UTF-8 and without a DOCTYPE. Raises as ``read`` does."""
        return whole_xml(name, self._chunks(name))

    def elements(
        self, name: str, root: str, tags: tuple[str, ...], taking: Filter | None = None
    ) -> Iterator[etree._Element]:
        """The elements with these tags in document order. Each is valid until the next is asked for.

        ``taking`` may take pieces out of the XML before it is parsed. Raises UnreadableWorkbook when
        the part is missing or damaged, or its root is not ``root``.
        """
        chunks = checked_xml(name, self._chunks(name))
        if taking is not None:
            chunks = taking(chunks)
        try:
            first = _gathered(chunks)
            second = next(chunks, None)
            if second is None:
                yield from self._whole(name, first, root, tags)
            else:
                yield from self._streamed(name, chain((first, second), chunks), root, tags)
        except etree.XMLSyntaxError as error:
            raise self._syntax_fault(name, error) from None

    def _chunks(self, name: str) -> Iterator[bytes]:
        entry = self._entries.get(name.lower())
        if entry is None:
            raise damaged_part(name, "缺失", "is missing")
        return inflate(self._data, entry, self.meter)

    def _whole(self, name: str, content: bytes, root: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
        if not content:
            raise damaged_part(name, "是空的", "is empty")
        top = etree.fromstring(content, etree.XMLParser(**_OPTIONS))
        _check_root(name, top, root)
        self._check_depth(top)
        return top.iter(*tags)

    def _streamed(
        self, name: str, chunks: Iterable[bytes], root: str, tags: tuple[str, ...]
    ) -> Iterator[etree._Element]:
        parser = etree.XMLPullParser(("end",), tag=tags, **_OPTIONS)
        waiting = 0
        for chunk in chunks:
            for start in range(0, len(chunk), _FEED):
                waiting += _FEED
                parser.feed(chunk[start : start + _FEED])
                for _, element in parser.read_events():
                    waiting = 0
                    if etree.iselement(element):  # always so: only a namespace event has none
                        self._check_depth(element)
                        yield element
                        _forget(element)
                if waiting > self.meter.limits.xml_node:
                    raise over("xml_node", self.meter.limits.xml_node)
        _check_root(name, parser.close(), root)

    def _check_depth(self, element: etree._Element) -> None:
        depth = self.meter.limits.xml_depth
        if depth >= _PARSER_DEPTH:
            return
        below = depth - sum(1 for _ in element.iterancestors())
        if below < 1 or element.xpath("boolean(." + "/*" * below + ")"):
            raise over("xml_depth", depth)

    def _syntax_fault(self, name: str, error: etree.XMLSyntaxError) -> Exception:
        text = str(error)
        if "depth" in text.lower():
            return over("xml_depth", self.meter.limits.xml_depth)
        if "huge" in text.lower() or "limit" in text.lower():
            return over("xml_node", self.meter.limits.xml_node)
        line = error.lineno or 0
        return damaged_part(name, f"第 {line} 行不是正确的 XML", f"is not well-formed XML at line {line}")


def _gathered(chunks: Iterator[bytes]) -> bytes:
    """The first chunks as one, so that a small part stays in one piece."""
    gathered = b""
    for chunk in chunks:
        gathered += chunk
        if len(gathered) >= CHUNK:
            break
    return gathered


def _forget(element: etree._Element) -> None:
    """Free an element that was handled, with all that came before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def _check_root(name: str, element: etree._Element, root: str) -> None:
    """A part of another kind has none of the elements looked for, and would pass for an empty one."""
    namespace, _, local = element.tag.rpartition("}")
    if local != root or namespace[1:] not in (*MAIN_NAMESPACES, RELATIONSHIPS, OPEN_DOCUMENT):
        raise damaged_part(name, f"的内容不是 {root}", f"is not a {root}")
