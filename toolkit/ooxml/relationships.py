"""Which part leads to which: the relationship files of a package, and its main part."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from toolkit.finding import Text
from toolkit.ooxml.package import RELATIONSHIPS, Package
from toolkit.ooxml.refusals import damaged_part, over, shown, unsafe

_TAG = f"{{{RELATIONSHIPS}}}Relationship"
_USUAL_WORKBOOK = "xl/workbook.xml"


class Relationship(NamedTuple):
    """``kind`` is the last word of the type (``worksheet``); ``target`` a part name or, outside, a URL."""

    kind: str
    target: str
    external: bool


def read_relationships(package: Package, source: str) -> dict[str, Relationship]:
    """The relationships of the part ``source`` ("" for the package itself) by id; none if it has no file."""
    folder, base = posixpath.split(source)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in package:
        return {}
    found: dict[str, Relationship] = {}
    for element in package.elements(name, "Relationships", (_TAG,)):
        key = element.get("Id", "")
        relationship = Relationship(
            element.get("Type", "").rpartition("/")[2],
            _resolve(element.get("Target", ""), folder),
            element.get("TargetMode") == "External",
        )
        if found.setdefault(key, relationship) != relationship:
            raise unsafe(_ambiguous(name, key))
        if len(found) > package.meter.limits.relationships:
            raise over("relationships", package.meter.limits.relationships)
    return found


def find_workbook_part(package: Package) -> str:
    """The name of the main part. Raises UnreadableWorkbook when there is none."""
    for relationship in read_relationships(package, "").values():
        if relationship.kind == "officeDocument" and not relationship.external:
            return inside(package, relationship.target)
    return inside(package, _USUAL_WORKBOOK)


def inside(package: Package, target: str) -> str:
    """``target`` itself, when it is a part of this package."""
    if target not in package:
        raise damaged_part(target or "?", "缺失", "is missing")
    return target


def _resolve(target: str, folder: str) -> str:
    path = target.replace("\\", "/").partition("#")[0]
    joined = path if path.startswith("/") else posixpath.join(folder, path)
    # Normalised from the root, a path that walks out of the package ends at a part that is not there.
    depth = 0
    for step in joined.split("/"):
        depth += {"..": -1, "": 0, ".": 0}.get(step, 1)
        if depth < 0:
            return f"../{posixpath.basename(path)}"
    return posixpath.normpath(f"/{joined}").lstrip("/")


def _ambiguous(name: str, key: str) -> Text:
    return Text(
        zh=f"部件 {shown(name)} 中的关系 {shown(key)} 有两个不同的目标",
        en=f"relationship {shown(key)} in part {shown(name)} has two different targets",
    )
