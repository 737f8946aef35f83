"""Protection, validations, names and properties of an OOXML package, beside the cells."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.guards import Guards, Highlight, SheetGuards, Validation
from toolkit.ooxml.cells import TRUE
from toolkit.ooxml.package import Package, main_tags
from toolkit.ooxml.reader import read_tabs
from toolkit.ooxml.refusals import over
from toolkit.ooxml.relationships import Relationship, find_workbook_part, inside, read_relationships
from toolkit.ooxml.strings import unescape
from toolkit.workbook import Merge, parse_a1

if TYPE_CHECKING:
    from lxml import etree

_NAME, _XF, _CELL_STYLES = main_tags("definedName"), main_tags("xf"), main_tags("cellXfs")
_TAGS = main_tags("sheetProtection", "dataValidation", "conditionalFormatting", "row")
_KIND = {tag: tag.rpartition("}")[2] for tag in _TAGS}
_ACTIONS = ("sort", "autoFilter", "formatColumns", "formatRows", "insertRows", "deleteRows")
_BUILT_IN = "_xlnm."
_MOST_RANGES = 10_000


def read_guards(package: Package) -> Guards:
    """The guards of the workbook. Raises UnreadableWorkbook for damage, LimitExceeded past a limit."""
    part = find_workbook_part(package)
    relationships = read_relationships(package, part)
    open_styles = _open_styles(package, relationships)
    sheets: dict[str, SheetGuards] = {}
    for tab in read_tabs(package, part)[1]:
        relationship = relationships.get(tab.relationship or "")
        if relationship is not None and relationship.kind == "worksheet" and not relationship.external:
            sheets[tab.name] = _sheet(package, inside(package, relationship.target), open_styles)
    return Guards(
        sheets=sheets,
        names=_names(package, part),
        properties=custom_properties(package),
        people=dict(_people(package)),
        links=tuple(sorted(each.target for each in relationships.values() if each.kind == "externalLink")),
        macros=_macros(package),
    )


def _names(package: Package, part: str) -> dict[str, str]:
    """The defined names of the whole book; Excel's own (print areas, filters) are none."""
    return {
        name: unescape(element.text or "", package.meter)
        for element in package.elements(part, "workbook", _NAME)
        if not (name := element.get("name", "")).startswith(_BUILT_IN) and element.get("localSheetId") is None
    }


def _open_styles(package: Package, relationships: dict[str, Relationship]) -> frozenset[str]:
    """The indexes, as they are written, of the cell styles that a protected sheet leaves open."""
    part = next((each.target for each in relationships.values() if each.kind == "styles"), None)
    if part is None:
        return frozenset()
    found: set[str] = set()
    index = 0
    for element in package.elements(inside(package, part), "styleSheet", _XF):
        parent = element.getparent()
        if parent is not None and parent.tag in _CELL_STYLES:
            if any(
                _local(child) == "protection" and child.get("locked") in ("0", "false") for child in element
            ):
                found.add(str(index))
            index += 1
    return frozenset(found)


def _sheet(package: Package, part: str, open_styles: frozenset[str]) -> SheetGuards:
    protected, allowed = False, frozenset[str]()
    validations: list[Validation] = []
    highlights: list[Highlight] = []
    open_cells: set[tuple[int, int]] = set()
    for element in package.elements(part, "worksheet", _TAGS):
        kind = _KIND[element.tag]
        package.meter.add_row(len(element), 0)
        if kind == "row":
            open_cells.update(_open_cells(element, open_styles))
        elif kind == "sheetProtection":
            protected = element.get("sheet") in TRUE
            allowed = frozenset(action for action in _ACTIONS if element.get(action) in ("0", "false"))
        elif kind == "dataValidation":
            validations.append(_validation(package, element))
        else:
            highlights.extend(_highlights(package, element))
    return SheetGuards(
        protected=protected,
        allowed=allowed,
        validations=tuple(validations),
        highlights=tuple(highlights),
        open_cells=frozenset(open_cells),
    )


def _open_cells(row: etree._Element, open_styles: frozenset[str]) -> Iterator[tuple[int, int]]:
    for cell in row:
        if cell.get("s", "") in open_styles:
            try:
                yield parse_a1(cell.get("r", ""))
            except ValueError:
                continue


def _validation(package: Package, element: etree._Element) -> Validation:
    formulas = {_local(child): unescape(child.text or "", package.meter) for child in element}
    return Validation(
        ranges=_ranges(element.get("sqref", "")),
        kind=element.get("type", "none"),
        operator=element.get("operator", "between"),
        first=formulas.get("formula1", ""),
        second=formulas.get("formula2", ""),
        title=element.get("promptTitle", ""),
        prompt=unescape(element.get("prompt", ""), package.meter),
        error=unescape(element.get("error", ""), package.meter),
    )


def _highlights(package: Package, element: etree._Element) -> Iterator[Highlight]:
    ranges = _ranges(element.get("sqref", ""))
    for rule in element:
        for child in rule:
            if _local(child) == "formula":
                yield Highlight(ranges=ranges, formula=unescape(child.text or "", package.meter))


def _ranges(reference: str) -> tuple[Merge, ...]:
    """The ranges of an attribute such as ``A1:B2 D4``; what is no range is left out."""
    found: list[Merge] = []
    for part in reference.split()[:_MOST_RANGES]:
        first, _, last = part.partition(":")
        try:
            (top, left), (bottom, right) = parse_a1(first), parse_a1(last or first)
        except ValueError:
            continue
        found.append(Merge(top, left, bottom, right))
    return tuple(found)


def custom_properties(package: Package) -> dict[str, str]:
    """The custom properties of the document, by name."""
    return {
        element.get("name", ""): "".join(map(str, element.itertext()))
        for element in _children(package, "docProps/custom.xml")
    }


def _people(package: Package) -> Iterator[tuple[str, str]]:
    for part in ("docProps/core.xml", "docProps/app.xml"):
        for element in _children(package, part):
            name = _local(element)
            if name in {"creator", "lastModifiedBy", "Company", "Manager"} and (element.text or "").strip():
                yield name, str(element.text)


def _children(package: Package, part: str) -> Iterator[etree._Element]:
    """The elements right below the root of a small part; none where there is no such part."""
    if part not in package:
        return
    for seen, element in enumerate(package.tree(part)):
        if seen >= package.meter.limits.relationships:
            raise over("relationships", package.meter.limits.relationships)
        yield element


def _macros(package: Package) -> str | None:
    part = "xl/vbaProject.bin"
    return hashlib.sha256(package.read(part)).hexdigest() if part in package else None


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
