"""A package with changes laid over it: what was changed is read back changed, the rest as it is."""

from __future__ import annotations

import posixpath
from itertools import count
from typing import Any

from lxml import etree

from toolkit.ooxml.package import Package
from toolkit.ooxml.refusals import damaged_part, over

_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    # A comment between elements would be counted as one of them.
    "remove_comments": True,
    "remove_pis": True,
}


class Changes:
    """What a package is to become; nothing is written before ``contents`` is asked for."""

    __slots__ = ("_parts", "_trees", "package")

    def __init__(self, package: Package) -> None:
        self.package = package
        self._parts: dict[str, tuple[str, bytes | etree._Element | None]] = {}
        self._trees: dict[str, etree._Element] = {}

    def __contains__(self, name: str) -> bool:
        known = self._parts.get(name.lower())
        return name in self.package if known is None else known[1] is not None

    def contents(self) -> dict[str, bytes | None]:
        """The changed parts by name; None for a part that goes."""
        return {
            name: content if content is None or isinstance(content, bytes) else serialized(content)
            for name, content in self._parts.values()
        }

    def read(self, name: str) -> bytes:
        """An XML part in UTF-8. Raises UnreadableWorkbook when it is missing, damaged or has a DOCTYPE."""
        _, content = self._parts.get(name.lower(), (name, None))
        if content is None:
            return self.package.read_xml(name)
        return content if isinstance(content, bytes) else serialized(content)

    def write(self, name: str, content: bytes) -> None:
        """Give a part this content; a part that is there keeps its name as it is spelt."""
        self._parts[name.lower()] = self._spelt(name), content

    def remove(self, name: str) -> None:
        """Take a part out."""
        self._parts[name.lower()] = self._spelt(name), None
        self._trees.pop(name.lower(), None)

    def tree(self, name: str) -> etree._Element:
        """The root of a part, one tree however often it is asked for; ``save`` writes it back.

        Raises UnreadableWorkbook for a part that is missing, damaged or too large.
        """
        key = name.lower()
        if key not in self._trees:
            content = self.read(name)
            limit = self.package.meter.limits.patched_part
            if len(content) > limit:
                raise over("patched_part", limit)
            self._trees[key] = parse(name, content)
        return self._trees[key]

    def save(self, name: str, root: etree._Element) -> None:
        """Make a tree the content of a part; it may still change afterwards."""
        self._trees[name.lower()] = root
        self._parts[name.lower()] = self._spelt(name), root

    def free_name(self, pattern: str) -> str:
        """The first name of this pattern, ``xl/comments{}.xml``, that no part has."""
        return next(name for number in count(1) if (name := pattern.format(number)) not in self)

    def _spelt(self, name: str) -> str:
        entry = self.package.entries.get(name.lower())
        return name if entry is None else entry.name


def parse(name: str, content: bytes) -> etree._Element:
    """The root of this XML. Raises UnreadableWorkbook where it is not well-formed."""
    try:
        return etree.fromstring(content, etree.XMLParser(**_OPTIONS))
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise damaged_part(
            name, f"第 {line} 行不是正确的 XML", f"is not well-formed XML at line {line}"
        ) from None


def serialized(root: etree._Element) -> bytes:
    """The XML of a tree with its declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def new_root(name: str, namespace: str) -> etree._Element:
    """An empty element in a namespace that needs no prefix."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def relationships_name(source: str) -> str:
    """The part that holds the relationships of another part."""
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")
