"""Number formats: from a cell's style index to the format string and what it makes of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toolkit.ooxml.numbers import BUILT_IN_FORMATS, Kind, classify
from toolkit.ooxml.package import Package, main_tags
from toolkit.ooxml.refusals import damaged_part, over

if TYPE_CHECKING:
    from lxml import etree

_FORMAT, _STYLE = main_tags("numFmt"), main_tags("xf")
_CELL_STYLES = main_tags("cellXfs")
_IGNORED = main_tags("font", "fill", "border", "cellStyle", "dxf")


class Style(NamedTuple):
    """What matters of one cell style."""

    number_format: str
    kind: Kind


GENERAL = Style("General", "number")


def read_styles(package: Package, part: str) -> list[Style]:
    """The cell styles of the workbook in the order of their index."""
    formats: dict[int, Style] = {}
    styles: list[Style] = []
    for seen, element in enumerate(package.elements(part, "styleSheet", _FORMAT + _STYLE + _IGNORED)):
        if seen >= package.meter.limits.styles:
            raise over("styles", package.meter.limits.styles)
        if element.tag in _FORMAT:
            key = _integer(part, element.get("numFmtId"))
            formats[key] = _style(element.get("formatCode", "General"))
        elif element.tag in _STYLE and _is_cell_style(element):
            key = _integer(part, element.get("numFmtId", "0"))
            if key not in formats:
                formats[key] = _style(BUILT_IN_FORMATS.get(key, "General"))
            styles.append(formats[key])
    return styles


def _style(number_format: str) -> Style:
    return Style(number_format, classify(number_format))


def _is_cell_style(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _CELL_STYLES


def _integer(part: str, text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        raise damaged_part(part, "的数字格式编号不正确", "has a number format id that is no number") from None
