"""The workbook part: a first sheet added, a sheet taken out, and all that counts sheets kept right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from toolkit.ooxml.patch.changes import Changes
from toolkit.ooxml.patch.links import (
    add_relationship,
    announce,
    drop_relationship,
    forget,
    related,
    related_part,
    relationship_base,
)
from toolkit.ooxml.strings import unescape

WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
# What the schema wants to stand before the list of names.
_BEFORE_NAMES = frozenset(
    [
        "fileVersion",
        "fileSharing",
        "workbookPr",
        "workbookProtection",
        "bookViews",
        "sheets",
        "functionGroups",
        "externalReferences",
    ]
)
_PROPERTIES = "docProps/app.xml"
_VARIANT = "{*}HeadingPairs/{*}vector/{*}variant"


class Tab(NamedTuple):
    """A sheet as the workbook lists it; ``part`` is empty where it leads nowhere."""

    name: str
    part: str
    kind: str
    key: str


def tabs(changes: Changes, workbook: str) -> list[Tab]:
    """The sheets in tab order."""
    relationships = related(changes, workbook)
    found: list[Tab] = []
    for element in _sheets(changes.tree(workbook)):
        key = _relationship_id(element)
        relationship = relationships.get(key)
        name = unescape(element.get("name", ""), changes.package.meter)
        leads = relationship is not None and not relationship.external
        part, kind = (relationship.target, relationship.kind) if relationship and leads else ("", "")
        found.append(Tab(name, part if part in changes else "", kind, key))
    return found


def views(changes: Changes, workbook: str) -> int:
    """In how many windows the workbook opens; at least one."""
    return max(len(list(changes.tree(workbook).iterfind("{*}bookViews/{*}workbookView"))), 1)


def add_first_tab(changes: Changes, workbook: str, part: str, name: str, names: dict[str, str]) -> None:
    """List a sheet part as the first sheet and make it the one that opens.

    ``names`` are the names that belong to the sheet, such as what is printed on every page.
    """
    root = changes.tree(workbook)
    sheets = _child(root, "sheets")
    base = relationship_base(root)
    key = add_relationship(changes, workbook, f"{base}/worksheet", part)
    announce(changes, part, WORKSHEET)
    highest = max((_integer(sheet.get("sheetId")) for sheet in _sheets(root)), default=0)
    first = etree.Element(f"{_space(root)}sheet", nsmap={"r": base})
    for attribute, value in (("name", name), ("sheetId", str(highest + 1)), (f"{{{base}}}id", key)):
        first.set(attribute, value)
    titles = [tab.name for tab in tabs(changes, workbook) if tab.kind == "worksheet"]
    sheets.insert(0, first)
    _renumber(root, lambda number: number + 1)
    for view in root.iterfind("{*}bookViews/{*}workbookView"):
        view.set("activeTab", "0")
        view.set("firstSheet", "0")
    for local, text in names.items():
        _add_name(root, local, text)
    changes.save(workbook, root)
    _count_title(changes, name, titles, 1)


def remove_tab(changes: Changes, workbook: str, tab: Tab) -> None:
    """Take a sheet out of the workbook, with its part and the names that belong to it."""
    root = changes.tree(workbook)
    position = [each.key for each in tabs(changes, workbook)].index(tab.key)
    _child(root, "sheets").remove(list(_sheets(root))[position])
    for name in list(root.iterfind("{*}definedNames/{*}definedName")):
        parent = name.getparent()
        if parent is not None and _integer(name.get("localSheetId", "-1")) == position:
            parent.remove(name)
            if not len(parent):
                root.remove(parent)
    _renumber(root, lambda number: number - 1 if number > position else number)
    for view in root.iterfind("{*}bookViews/{*}workbookView"):
        for attribute in ("activeTab", "firstSheet"):
            if attribute in view.attrib:
                number = _integer(view.get(attribute))
                view.set(attribute, str(max(number - 1, 0) if number >= position else number))
    changes.save(workbook, root)
    drop_relationship(changes, workbook, tab.key)
    for relationship in related(changes, tab.part).values():
        if not relationship.external and relationship.kind in {"comments", "vmlDrawing", "printerSettings"}:
            forget(changes, relationship.target)
    forget(changes, tab.part)
    _count_title(changes, tab.name, [tab.name], -1)


def _renumber(root: etree._Element, moved: Callable[[int], int]) -> None:
    for name in root.iterfind("{*}definedNames/{*}definedName"):
        if "localSheetId" in name.attrib:
            name.set("localSheetId", str(moved(_integer(name.get("localSheetId")))))


def _add_name(root: etree._Element, local: str, text: str) -> None:
    listed = root.find("{*}definedNames")
    if listed is None:
        listed = etree.Element(f"{_space(root)}definedNames")
        root.insert(sum(_local(child) in _BEFORE_NAMES for child in root), listed)
    name = etree.Element(f"{_space(root)}definedName", name=local, localSheetId="0")
    if local.endswith("_FilterDatabase"):
        name.set("hidden", "1")
    name.text = text
    # Names are kept in the order of the alphabet, and those of a sheet by its number.
    key = (local.casefold(), 0)
    place = sum(
        (each.get("name", "").casefold(), _integer(each.get("localSheetId", "-1"))) < key for each in listed
    )
    listed.insert(place, name)


def _count_title(changes: Changes, name: str, worksheets: list[str], step: int) -> None:
    """Keep the list of titles in the document properties in step, where it is in the usual form."""
    part = related_part(changes, "", "extended-properties") or _PROPERTIES
    if part not in changes:
        return
    root = changes.tree(part)
    pairs, titles = list(root.iterfind(_VARIANT)), root.find("{*}TitlesOfParts/{*}vector")
    count = pairs[1].find("{*}i4") if len(pairs) > 1 else None
    if titles is None or count is None or not len(titles) or not worksheets:
        return
    if step > 0 and titles[0].text == worksheets[0]:
        title = etree.Element(titles[0].tag)
        title.text = name
        titles.insert(0, title)
    elif step < 0 and titles[0].text == worksheets[0]:
        titles.remove(titles[0])
    else:
        return
    titles.set("size", str(len(titles)))
    count.text = str(_integer(count.text) + step)
    changes.save(part, root)


def _sheets(root: etree._Element) -> Iterator[etree._Element]:
    yield from root.iterfind("{*}sheets/{*}sheet")


def _child(root: etree._Element, name: str) -> etree._Element:
    found = root.find(f"{{*}}{name}")
    return etree.SubElement(root, f"{_space(root)}{name}") if found is None else found


def _space(root: etree._Element) -> str:
    return root.tag.rpartition("}")[0] + "}"


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _relationship_id(element: etree._Element) -> str:
    return next((str(value) for name, value in element.items() if str(name).endswith("}id")), "")


def _integer(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0
