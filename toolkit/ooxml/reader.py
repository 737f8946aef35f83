"""From the bytes of an .xlsx or .xlsm to a Workbook: sheets in tab order, with all they share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from toolkit.ooxml.cells import Shared
from toolkit.ooxml.package import Package, main_tags
from toolkit.ooxml.refusals import damaged_part, over
from toolkit.ooxml.relationships import Relationship, find_workbook_part, inside, read_relationships
from toolkit.ooxml.sheet import read_sheet, sorted_rows
from toolkit.ooxml.strings import read_shared_strings, unescape
from toolkit.ooxml.styles import Style, read_styles
from toolkit.workbook import Sheet, Visibility, Workbook

_PROPERTIES, _SHEET = main_tags("workbookPr"), main_tags("sheet")
_RELATIONSHIP_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_VISIBILITIES: dict[str, Visibility] = {"hidden": "hidden", "veryHidden": "veryHidden"}
_CONTENT_TYPES = "[Content_Types].xml"


class Tab(NamedTuple):
    """One sheet as the workbook part lists it; ``relationship`` is None where it names none at all."""

    name: str
    visibility: Visibility
    relationship: str | None


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector: half a million cells and no cycle, it takes a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_collector()
def read_ooxml(package: Package) -> Workbook:
    """Read a package whose main part is a spreadsheet in XML.

    Raises UnreadableWorkbook, or LimitExceeded past a limit.
    """
    part = find_workbook_part(package)
    relationships = read_relationships(package, part)
    date1904, tabs = read_tabs(package, part)
    strings = _related(package, relationships, "sharedStrings")
    styles = _related(package, relationships, "styles")
    shared = Shared(
        strings=read_shared_strings(package, strings) if strings else [],
        styles=_by_index(read_styles(package, styles) if styles else []),
        date1904=date1904,
        meter=package.meter,
    )
    sheets = [_read_tab(package, part, tab, relationships, shared) for tab in tabs]
    return Workbook(
        sheets=tuple(sheet for sheet in sheets if sheet is not None),
        format="xlsm" if _has_macros(package) else "xlsx",
    )


def read_tabs(package: Package, part: str) -> tuple[bool, list[Tab]]:
    """Whether dates count from 1904, and the sheets in tab order."""
    date1904 = False
    tabs: list[Tab] = []
    for element in package.elements(part, "workbook", _PROPERTIES + _SHEET):
        if element.tag in _PROPERTIES:
            date1904 = element.get("date1904") in ("1", "true")
            continue
        key = next((value for name in _RELATIONSHIP_IDS if (value := element.get(name)) is not None), None)
        name = unescape(element.get("name", ""), package.meter)
        tabs.append(Tab(name, _VISIBILITIES.get(element.get("state", ""), "visible"), key))
        if len(tabs) > package.meter.limits.sheets:
            raise over("sheets", package.meter.limits.sheets)
    if not tabs:
        raise damaged_part(part, "中没有工作表", "lists no sheet")
    return date1904, tabs


def _related(package: Package, relationships: dict[str, Relationship], kind: str) -> str | None:
    """The one part of this kind, or None when the workbook has none."""
    for relationship in relationships.values():
        if relationship.kind == kind and not relationship.external:
            return inside(package, relationship.target)
    return None


def _read_tab(
    package: Package, part: str, tab: Tab, relationships: dict[str, Relationship], shared: Shared
) -> Sheet | None:
    """The worksheet behind a tab; None for a chart or dialog sheet, which has no cells.

    None also where the name of the part is empty: so Excel keeps the module sheets of its version 5.
    """
    if tab.relationship == "":
        return None
    relationship = relationships.get(tab.relationship or "")
    if relationship is None or relationship.external:
        raise damaged_part(part, "中有工作表找不到内容", "lists a sheet that leads to no part")
    if relationship.kind != "worksheet":
        return None
    content = read_sheet(package, inside(package, relationship.target), shared)
    return Sheet(
        name=tab.name,
        rows=sorted_rows(content),
        visibility=tab.visibility,
        merges=tuple(content.merges),
        hidden_rows=frozenset(content.hidden_rows),
        hidden_columns=frozenset(content.hidden_columns),
    )


def _by_index(styles: list[Style]) -> dict[str, Style]:
    """The styles by the index as cells write it; a cell without one has the first."""
    by_index: dict[str, Style] = {str(index): style for index, style in enumerate(styles)}
    return by_index | {"": styles[0]} if styles else by_index


def _has_macros(package: Package) -> bool:
    return _CONTENT_TYPES in package and b"macroEnabled" in package.read(_CONTENT_TYPES)
