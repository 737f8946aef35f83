"""Marks taken out of a workbook.

A copy that nobody touched gives back its original, byte for byte. One that was worked on, or saved
by another program, keeps all of that work: the list of findings goes, our part of each note, our
fills, our red; what a cell looked like before comes back where it is remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from toolkit.errors import UnreadableWorkbook
from toolkit.marks import is_listing
from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.package import Package
from toolkit.ooxml.patch.changes import Changes
from toolkit.ooxml.patch.links import forget, related_part
from toolkit.ooxml.patch.memory import Look, recalled
from toolkit.ooxml.patch.notes import AUTHOR, has_our_notes, take_notes
from toolkit.ooxml.patch.original import PART, restore_original
from toolkit.ooxml.patch.outline import Address, outline, style_index
from toolkit.ooxml.patch.packing import items, pack
from toolkit.ooxml.patch.plain import by_text, plain_texts
from toolkit.ooxml.patch.sheet import CellEdit, edited
from toolkit.ooxml.patch.styles import StyleSheet
from toolkit.ooxml.patch.tabs import Tab, remove_tab, tabs
from toolkit.ooxml.reader import read_ooxml
from toolkit.ooxml.relationships import find_workbook_part
from toolkit.workbook import Workbook


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy whose marks go: ``ours`` are its lists of findings, ``looks`` what they remember."""

    changes: Changes
    workbook: str
    ours: frozenset[str]
    looks: Mapping[tuple[str, Address], Look] = field(default_factory=dict)


def unmark(data: bytes, limits: Limits) -> bytes | None:
    """The workbook without our marks; None where it has none. Raises UnreadableWorkbook."""
    package = Package(data, Meter(limits))
    if not _has_traces(package):
        return None
    workbook = read_ooxml(package)
    ours = [sheet for sheet in workbook.sheets if is_listing(sheet)]
    original = restore_original(package) if ours else None
    if original is not None and _reads_as(original, workbook, limits):
        return original
    changes = Changes(Package(data, Meter(limits)))
    main = find_workbook_part(package)
    noted = [tab for tab in tabs(changes, main) if _has_notes(changes, tab)]
    if not ours and not noted and PART not in package:
        return None
    copy = _Copy(changes, main, frozenset(sheet.name for sheet in ours), recalled(ours))
    _take_marks(copy)
    return pack(items(package, changes.contents()))


def _has_traces(package: Package) -> bool:
    """Whether our name is anywhere in the package: to look is cheaper than to read it."""
    word = AUTHOR.encode("ascii")
    return PART in package or any(
        word in package.read(name)
        for name in package.entries
        if name.startswith("xl/") and name.endswith(".xml")
    )


def is_marked(data: bytes, limits: Limits) -> bool:
    """Whether this is a marked copy, its list of findings still in it. Raises UnreadableWorkbook."""
    return any(map(is_listing, read_ooxml(Package(data, Meter(limits))).sheets))


def _reads_as(original: bytes, workbook: Workbook, limits: Limits) -> bool:
    """Whether the original holds what the copy shows: only then may it stand in for it."""
    try:
        before = read_ooxml(Package(original, Meter(limits)))
    except UnreadableWorkbook:
        return False
    return before.sheets == tuple(sheet for sheet in workbook.sheets if not is_listing(sheet))


def _has_notes(changes: Changes, tab: Tab) -> bool:
    comments = related_part(changes, tab.part, "comments") if tab.part else None
    return comments is not None and has_our_notes(changes, comments)


def _take_marks(copy: _Copy) -> None:
    changes = copy.changes
    if PART in changes:
        forget(changes, PART)
    styles_part = related_part(changes, copy.workbook, "styles")
    styles = StyleSheet(changes.tree(styles_part)) if styles_part else None
    strings_part = related_part(changes, copy.workbook, "sharedStrings")
    if strings_part:
        _plain_strings(copy, strings_part)
    painted = styles.unfilled() if styles else frozenset()
    for tab in tabs(changes, copy.workbook):
        if tab.name in copy.ours or not tab.part:
            continue
        take_notes(changes, tab.part)
        if tab.kind == "worksheet":
            _plain_sheet(copy, tab, styles, painted)
    if styles and styles_part:
        changes.save(styles_part, styles.root)
    for tab in tabs(changes, copy.workbook):
        if tab.name in copy.ours:
            remove_tab(changes, copy.workbook, tab)


def _plain_sheet(copy: _Copy, tab: Tab, styles: StyleSheet | None, painted: frozenset[int]) -> None:
    """Give the cells of a sheet back their fills, and their texts where they stand in the cells."""
    data = copy.changes.read(tab.part)
    fills = {
        place: look.fill for (sheet, place), look in copy.looks.items() if sheet == tab.name and look.fill
    }
    changed = data
    if fills and styles:
        found = outline(tab.part, data, fills.keys(), copy.changes.package.meter)
        styled = {place: style_index(slot) for place, slot in found.cells.items()}
        edits = {
            place: CellEdit(styles.with_fill(style, fills[place]))
            for place, style in styled.items()
            if style in painted
        }
        changed = edited(data, found, edits)
    changed = plain_texts(changed, _remembered(copy))
    if changed != data:
        copy.changes.write(tab.part, changed)


def _plain_strings(copy: _Copy, part: str) -> None:
    data = copy.changes.read(part)
    changed = plain_texts(data, _remembered(copy))
    if changed != data:
        copy.changes.write(part, changed)


def _remembered(copy: _Copy) -> dict[str, etree._Element]:
    """The strings as they were, by their text."""
    return by_text(look.text for look in copy.looks.values() if look.text)
