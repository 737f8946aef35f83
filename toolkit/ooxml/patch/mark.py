"""The marked copy of a workbook: fills, notes and red phrases on its cells, a list of findings before them.

Of the package only the parts change that have to: the sheets with marks, their notes, the styles, the
list of sheets. Everything else is copied as it was compressed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from toolkit.marks import CellMark, Marks
from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.package import Package
from toolkit.ooxml.patch.changes import Changes
from toolkit.ooxml.patch.colours import FILLS
from toolkit.ooxml.patch.links import add_relationship, announce, related_part, relationship_base
from toolkit.ooxml.patch.listing import names, sheet_xml
from toolkit.ooxml.patch.memory import Look, remembered
from toolkit.ooxml.patch.notes import add_notes
from toolkit.ooxml.patch.original import CONTENT_TYPE, PART, keep_original
from toolkit.ooxml.patch.outline import Address, Outline, outline, style_index
from toolkit.ooxml.patch.packing import items, pack
from toolkit.ooxml.patch.sheet import CellEdit, edited, selected_views
from toolkit.ooxml.patch.styles import StyleSheet, empty_styles
from toolkit.ooxml.patch.tabs import Tab, add_first_tab, tabs, views
from toolkit.ooxml.patch.texts import Texts
from toolkit.ooxml.relationships import find_workbook_part

_LIST_PART = "xl/worksheets/sheetOfFindings{}.xml"
_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_SELECTED = b"tabSelected"


@dataclass(slots=True)
class _Book:
    """A copy in the making."""

    changes: Changes
    workbook: str
    styles: StyleSheet
    memory: list[str] = field(default_factory=list)

    @property
    def root(self) -> etree._Element:
        return self.changes.tree(self.workbook)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet to be changed: its bytes, where things are in them, and what is to be marked."""

    tab: Tab
    data: bytes
    found: Outline
    marks: Mapping[Address, CellMark]


def mark(original: bytes, marks: Marks, limits: Limits) -> bytes:
    """The copy of a workbook that has no marks yet. Raises UnreadableWorkbook, LimitExceeded past a limit.

    The sheet of findings gets a name that no other sheet has.
    """
    package = Package(original, Meter(limits))
    changes = Changes(package)
    workbook = find_workbook_part(package)
    styles_part = related_part(changes, workbook, "styles") or _add_styles(changes, workbook)
    book = _Book(changes, workbook, StyleSheet(changes.tree(styles_part)))
    changed = [sheet for tab in tabs(changes, workbook) if (sheet := _sheet(book, tab, marks)) is not None]
    texts = Texts(changes, workbook, [(sheet.data, sheet.found) for sheet in changed if sheet.marks])
    for sheet in changed:
        _mark_sheet(book, sheet, texts)
    _add_listing(book, marks)
    changes.save(styles_part, book.styles.root)
    announce(changes, PART, CONTENT_TYPE)
    contents = changes.contents()
    files = items(package, contents)
    return pack([*files, keep_original(package, files, contents)])


def _add_styles(changes: Changes, workbook: str) -> str:
    root = changes.tree(workbook)
    part = "xl/styles.xml" if "xl/styles.xml" not in changes else changes.free_name("xl/stylesMark{}.xml")
    changes.save(part, empty_styles(root.tag.rpartition("}")[0][1:]))
    add_relationship(changes, workbook, f"{relationship_base(root)}/styles", part)
    announce(changes, part, _STYLES)
    return part


def _sheet(book: _Book, tab: Tab, marks: Marks) -> _Sheet | None:
    """The sheet behind a tab, where anything in it has to change."""
    if not tab.part:
        return None
    listed = marks.cells.get(tab.name, ()) if tab.kind == "worksheet" else ()
    data = book.changes.read(tab.part)
    if not listed and _SELECTED not in data:
        return None
    wanted = {(each.row, each.column): each for each in listed}
    found = outline(tab.part, data, wanted.keys(), book.changes.package.meter)
    return _Sheet(tab, data, found, wanted) if wanted or selected_views(found) else None


def _mark_sheet(book: _Book, sheet: _Sheet, texts: Texts) -> None:
    link: bytes | None = None
    if sheet.marks:
        notes = {place: each.note for place, each in sheet.marks.items()}
        link = add_notes(book.changes, sheet.tab.part, book.root, notes, sheet.found)
    edits = {place: _cell_edit(book, sheet, place, each, texts) for place, each in sheet.marks.items()}
    content = edited(sheet.data, sheet.found, edits, notes_link=link, deselect=True)
    book.changes.write(sheet.tab.part, content)


def _cell_edit(book: _Book, sheet: _Sheet, place: Address, each: CellMark, texts: Texts) -> CellEdit:
    slot = sheet.found.cells.get(place)
    style = _style(sheet.found, place)
    text, had_runs = texts.reddened(sheet.data, sheet.found, slot, each.phrases, book.styles.font(style))
    look = Look(fill=book.styles.fill_of(style), text=had_runs if text else "")
    if kept := remembered(sheet.tab.name, place, look):
        book.memory.append(kept)
    return CellEdit(book.styles.filled(style, FILLS[each.severity]), text)


def _style(found: Outline, place: Address) -> int:
    """The style of a cell; one that is not there has its row's, or its column's."""
    slot = found.cells.get(place)
    if slot is not None:
        return style_index(slot)
    row = found.rows.get(place[0])
    if row is not None and row.attributes.get("customFormat") in {"1", "true"}:
        return style_index(row)
    return found.column_styles.get(place[1], 0)


def _add_listing(book: _Book, marks: Marks) -> None:
    changes, listing = book.changes, marks.listing
    namespace = book.root.tag.rpartition("}")[0][1:]
    part = changes.free_name(_LIST_PART)
    content = sheet_xml(listing, book.styles, namespace, views(changes, book.workbook), book.memory)
    changes.write(part, content)
    add_first_tab(changes, book.workbook, part, listing.name, names(listing))
