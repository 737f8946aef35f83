"""The styles part: a fill laid over a cell's own style, and the fonts that texts are written in."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from toolkit.errors import UnreadableWorkbook
from toolkit.ooxml.canonical import MAIN_NAMESPACES
from toolkit.ooxml.patch.changes import parse
from toolkit.ooxml.patch.colours import FILLS

# Excel opens no more cell styles than this.
_MOST_STYLES = 65_000
_SOLID = '<patternFill patternType="solid"><fgColor rgb="FF{}"/><bgColor indexed="64"/></patternFill>'
_EMPTY = (
    '<styleSheet xmlns="{0}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")


def empty_styles(namespace: str = MAIN_NAMESPACES[0]) -> etree._Element:
    """The styles of a workbook that has none."""
    return etree.fromstring(_EMPTY.format(namespace))


class StyleSheet:
    """A styles part being added to; what was there keeps its index."""

    __slots__ = ("_made", "namespace", "root")

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.namespace = root.tag.rpartition("}")[0][1:]
        self._made: dict[tuple[str, ...], int] = {}

    def filled(self, style: int, fill: str) -> int:
        """The index of this style with another fill, ``RRGGBB``; the same where there are too many."""
        place = self._fill(fill)

        def lay(xf: etree._Element) -> None:
            xf.set("fillId", str(place))
            xf.set("applyFill", "1")

        return self._variant(style, ("fill", fill), lay)

    def fill_of(self, style: int) -> str:
        """The fill of this style as XML; empty for none."""
        xf = self._style(style)
        place = _integer(xf.get("fillId")) if xf is not None else 0
        fills = self.listed("fills")
        if not 0 < place < len(fills):
            return ""
        return etree.tostring(fills[place], encoding="unicode", with_tail=False)

    def unfilled(self) -> frozenset[int]:
        """Take our fills out of every style; gives the indices of those that had one."""
        ours = {place for place, fill in enumerate(self.listed("fills")) if _is_ours(fill)}
        had: set[int] = set()
        for place, xf in enumerate(self.listed("cellXfs") if ours else ()):
            if _integer(xf.get("fillId")) in ours:
                xf.set("fillId", "0")
                if "applyFill" in xf.attrib:
                    del xf.attrib["applyFill"]
                had.add(place)
        return frozenset(had)

    def with_fill(self, style: int, fill: str) -> int:
        """The index of this style with a fill given as XML; the same where that is none."""
        try:
            root = parse("fill", fill.encode("utf-8"))
        except (UnreadableWorkbook, UnicodeEncodeError):
            return style
        root.tag = f"{{{self.namespace}}}fill"
        place = self._added("fills", root, ("fills", fill))

        def lay(xf: etree._Element) -> None:
            xf.set("fillId", str(place))
            xf.set("applyFill", "1")

        return self._variant(style, ("with", fill), lay)

    def font(self, style: int) -> etree._Element | None:
        """The font of a style."""
        xf = self._style(style)
        place = _integer(xf.get("fontId")) if xf is not None else 0
        fonts = self.listed("fonts")
        return fonts[place] if 0 <= place < len(fonts) else None

    def made(self, font: str, fill: str, border: str, rest: str = "", attributes: str = "") -> int:
        """The index of a style of our own, from the XML of its parts; ``fill`` is ``RRGGBB`` or empty."""
        key = (font, fill, border, rest, attributes)
        if key in self._made:
            return self._made[key]
        font_place = self._added("fonts", self._element("font", font), ("fonts", font))
        border_place = self._added("borders", self._element("border", border), ("borders", border))
        fill_place = self._fill(fill) if fill else 0
        xf = self._element(
            "xf",
            rest,
            f'numFmtId="0" fontId="{font_place}" fillId="{fill_place}" borderId="{border_place}" xfId="0" '
            'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" ' + attributes,
        )
        self._made[key] = self._append("cellXfs", xf)
        return self._made[key]

    def listed(self, name: str) -> etree._Element:
        """The list element of this name, made where it is missing."""
        found = self.root.find(f"{{{self.namespace}}}{name}")
        if found is None:
            found = etree.Element(f"{{{self.namespace}}}{name}")
            before = {f"{{{self.namespace}}}{each}" for each in _ORDER[: _ORDER.index(name)]}
            self.root.insert(sum(child.tag in before for child in self.root), found)
        return found

    def _variant(self, style: int, key: tuple[str, ...], change: Callable[[etree._Element], None]) -> int:
        full = (str(style), *key)
        if full not in self._made:
            xf = self._style(style)
            if xf is None or len(self.listed("cellXfs")) >= _MOST_STYLES:
                return style
            copy = deepcopy(xf)
            change(copy)
            self._made[full] = self._append("cellXfs", copy)
        return self._made[full]

    def _style(self, style: int) -> etree._Element | None:
        xfs = self.listed("cellXfs")
        if not len(xfs):
            xfs.append(self._element("xf", "", 'numFmtId="0" fontId="0" fillId="0" borderId="0"'))
        return xfs[style] if 0 <= style < len(xfs) else None

    def _fill(self, colour: str) -> int:
        return self._added("fills", self._element("fill", _SOLID.format(colour)), ("fills", colour))

    def _added(self, name: str, element: etree._Element, key: tuple[str, ...]) -> int:
        if key not in self._made:
            self._made[key] = self._append(name, element)
        return self._made[key]

    def _append(self, name: str, element: etree._Element) -> int:
        parent = self.listed(name)
        parent.append(element)
        parent.set("count", str(len(parent)))
        return len(parent) - 1

    def _element(self, name: str, content: str, attributes: str = "") -> etree._Element:
        xml = f'<{name} xmlns="{self.namespace}" {attributes}>{content}</{name}>'
        return etree.fromstring(xml)


def _is_ours(fill: etree._Element) -> bool:
    colour = fill.find("{*}patternFill/{*}fgColor")
    return colour is not None and colour.get("rgb", "")[2:].upper() in FILLS.values()


def _integer(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0
