"""Relationships and content types: the two places where a part has to be announced."""

from __future__ import annotations

from itertools import count

from lxml import etree

from toolkit.ooxml.package import RELATIONSHIPS
from toolkit.ooxml.patch.changes import Changes, new_root, relationships_name
from toolkit.ooxml.relationships import Relationship, read_relationships

_TYPES_PART = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATION = f"{{{RELATIONSHIPS}}}Relationship"
TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def relationship_base(root: etree._Element) -> str:
    """The namespace in which a part of this workbook speaks of relationships: the strict or the usual one."""
    return STRICT if root.tag.startswith("{http://purl.oclc.org/") else TRANSITIONAL


def related(changes: Changes, source: str) -> dict[str, Relationship]:
    """The relationships of a part as the file had them, by id."""
    return read_relationships(changes.package, source)


def related_part(changes: Changes, source: str, kind: str) -> str | None:
    """The first part of this kind that a part leads to, where it is there."""
    for relationship in related(changes, source).values():
        if relationship.kind == kind and not relationship.external and relationship.target in changes:
            return relationship.target
    return None


def add_relationship(changes: Changes, source: str, kind: str, target: str) -> str:
    """Lead from one part to another; gives the id. ``kind`` is the whole type."""
    name = relationships_name(source)
    root = changes.tree(name) if name in changes else new_root("Relationships", RELATIONSHIPS)
    used = {element.get("Id") for element in root}
    key = next(key for number in count(1) if (key := f"rIdMark{number}") not in used)
    etree.SubElement(root, _RELATION, Id=key, Type=kind, Target=f"/{target}")
    changes.save(name, root)
    return key


def drop_relationship(changes: Changes, source: str, key: str) -> None:
    """Take out the relationship with this id."""
    name = relationships_name(source)
    root = changes.tree(name)
    for element in list(root.iterchildren(_RELATION)):
        if element.get("Id") == key:
            root.remove(element)
    changes.save(name, root)


def announce(changes: Changes, part: str, content_type: str) -> None:
    """Name the type of a part of its own."""
    root = changes.tree(_TYPES_PART)
    etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
    changes.save(_TYPES_PART, root)


def forget(changes: Changes, part: str) -> None:
    """Take the type of a part out, and the part."""
    root = changes.tree(_TYPES_PART)
    for element in list(root.iterchildren(f"{{{_TYPES}}}Override")):
        if element.get("PartName", "").lower() == f"/{part}".lower():
            root.remove(element)
    changes.save(_TYPES_PART, root)
    changes.remove(part)
