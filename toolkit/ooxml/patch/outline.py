"""Where things stand in the bytes of a worksheet part: wanted cells, places for new ones, sizes, views.

The part is never taken apart: it is looked through once, and edits are spliced into its bytes, so
that whatever is not edited stays as it was written, down to the quotes around its attributes.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from xml.parsers import expat

from toolkit.ooxml.archive import CHUNK
from toolkit.ooxml.canonical import MAIN_NAMESPACES
from toolkit.ooxml.limits import Meter
from toolkit.ooxml.patch.tags import tag_end
from toolkit.ooxml.refusals import damaged_part
from toolkit.workbook import LAST_COLUMN, column_number

Address = tuple[int, int]
# How far below a cell its note may reach.
_REACH = 60
# What the schema wants to stand behind the link to the notes.
_BEHIND_NOTES = frozenset(
    [
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    ]
)
_DIGITS_IN_INDEX = 10
_DIGITS = "0123456789"


@dataclass(slots=True, kw_only=True)
class Slot:
    """An element in the bytes: ``start``, where its start tag ends, where its content ends, ``end``."""

    start: int
    tag_end: int
    content_end: int = 0
    end: int = 0
    attributes: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether it is one tag alone."""
        return self.end == self.tag_end


@dataclass(slots=True, kw_only=True)
class Outline:
    """``cells`` and ``rows`` hold the wanted ones that are there.

    ``before`` says where to put a wanted cell or row that is not: the start of what follows it.
    ``widths`` are those of columns in characters, ``heights`` those of rows in points, 0 where hidden.
    ``notes_link`` is the id of the drawing of notes, ``notes_place`` where its link belongs.
    """

    root: Slot
    cells: dict[Address, Slot] = field(default_factory=dict)
    rows: dict[int, Slot] = field(default_factory=dict)
    before: dict[Address, int] = field(default_factory=dict)
    before_row: dict[int, int] = field(default_factory=dict)
    cell_data: Slot | None = None
    views: list[Slot] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    column_styles: dict[int, int] = field(default_factory=dict)
    default_width: float = 8.43
    default_height: float = 15.0
    notes_link: str | None = None
    notes_place: int = 0
    is_protected: bool = False


def outline(part: str, data: bytes, wanted: AbstractSet[Address], meter: Meter) -> Outline:
    """Look through the part for these cells. Raises UnreadableWorkbook where it is damaged."""
    looker = _Looker(data, wanted, meter)
    try:
        looker.run()
    except (expat.ExpatError, ValueError) as error:
        line = getattr(error, "lineno", 0)
        raise damaged_part(
            part, f"第 {line} 行不是正确的 XML", f"is not well-formed XML at line {line}"
        ) from None
    if looker.found is None:
        raise damaged_part(part, "是空的", "is empty")
    return looker.found


class _Looker:
    """The state of one pass over a part."""

    def __init__(self, data: bytes, wanted: AbstractSet[Address], meter: Meter) -> None:
        self.data, self.meter = data, meter
        self.found: Outline | None = None
        self.columns: dict[int, list[int]] = {}
        for row, column in sorted(wanted):
            self.columns.setdefault(row, []).append(column)
        self.sized = {row + step for row in self.columns for step in range(_REACH)}
        self.waiting_rows = sorted(self.columns)
        self.waiting_columns: list[int] = []
        self.depth = self.row = self.column = 0
        self.open: dict[int, Slot] = {}
        self.candidate = 0
        self.parser = expat.ParserCreate(namespace_separator="}")

    def run(self) -> None:
        parser = self.parser
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        for start in range(0, len(self.data), CHUNK):
            parser.Parse(self.data[start : start + CHUNK], False)
            self.meter.check_time()
        parser.Parse(b"", True)
        if self.found and not self.found.notes_place:
            self.found.notes_place = self.found.root.content_end

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        depth = self.depth
        self.depth = depth + 1
        if depth >= 3 and not self.candidate and (depth > 3 or self.row not in self.columns):
            return
        space, _, name = tag.rpartition("}")
        if depth == 0:
            self.found = Outline(root=self.slot(attributes))
            return
        if space not in MAIN_NAMESPACES and not (depth == 1 and name == "AlternateContent"):
            return
        if depth == 1:
            self.top(name, attributes)
        elif depth == 2:
            self.second(name, attributes)
        elif depth == 3 and name == "c":
            self.cell(attributes)
        elif self.candidate and name in _BEHIND_NOTES:
            self.settle(self.candidate)

    def end(self, _tag: str) -> None:
        self.depth -= 1
        slot = self.open.pop(self.depth, None)
        if self.depth == 1:
            self.candidate = 0
        if slot is None:
            return
        position = self.parser.CurrentByteIndex
        if self.data[slot.tag_end - 2 : slot.tag_end] == b"/>":
            slot.content_end = slot.end = slot.tag_end
        else:
            slot.content_end, slot.end = position, self.data.index(b">", position) + 1
        if self.depth == 2 and slot is (self.found and self.found.rows.get(self.row)):
            self.place_columns(None, slot.content_end)
        elif self.depth == 1 and self.found and slot is self.found.cell_data:
            self.place_rows(None, slot.content_end)

    def slot(self, attributes: dict[str, str]) -> Slot:
        """The element that starts here, kept open until it ends."""
        start = self.parser.CurrentByteIndex
        slot = Slot(start=start, tag_end=tag_end(self.data, start), attributes=attributes)
        self.open[self.depth - 1] = slot
        return slot

    def top(self, name: str, attributes: dict[str, str]) -> None:
        found = self.outline
        if name == "sheetData":
            found.cell_data = self.slot(attributes)
        elif name == "legacyDrawing":
            found.notes_link = next((attributes[key] for key in attributes if key.endswith("}id")), None)
        elif name == "AlternateContent":
            self.candidate = self.parser.CurrentByteIndex
        elif name in _BEHIND_NOTES:
            self.settle(self.parser.CurrentByteIndex)
        elif name == "sheetProtection":
            found.is_protected = attributes.get("sheet") in {"1", "true"}
        elif name == "sheetFormatPr":
            found.default_width = _number(attributes.get("defaultColWidth"), found.default_width)
            found.default_height = _number(attributes.get("defaultRowHeight"), found.default_height)

    def second(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self.start_row(attributes)
        elif name == "sheetView":
            self.outline.views.append(self.slot(attributes))
        elif name == "col":
            width = _number(attributes.get("width"), self.outline.default_width)
            shown = 0 if attributes.get("hidden") in {"1", "true"} else width
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            last = min(last, LAST_COLUMN)
            self.meter.add_row(max(last - first, 0), 0)
            columns = range(max(first, 1), last + 1)
            self.outline.widths.update(dict.fromkeys(columns, shown))
            if "style" in attributes:
                self.outline.column_styles.update(dict.fromkeys(columns, int(attributes["style"])))

    def start_row(self, attributes: dict[str, str]) -> None:
        self.meter.add_row(0, 0)
        self.row = int(attributes["r"]) if "r" in attributes else self.row + 1
        self.column = 0
        if self.row in self.sized and ("ht" in attributes or "hidden" in attributes):
            hidden = attributes.get("hidden") in {"1", "true"}
            height = _number(attributes.get("ht"), self.outline.default_height)
            self.outline.heights[self.row] = 0 if hidden else height
        self.place_rows(self.row, self.parser.CurrentByteIndex)
        if self.row in self.columns and self.row not in self.outline.rows:
            self.outline.rows[self.row] = self.slot(attributes)
            self.waiting_columns = list(self.columns[self.row])

    def cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip(_DIGITS)
        self.column = column_number(letters) if letters else self.column + 1
        self.place_columns(self.column, self.parser.CurrentByteIndex)
        if self.column in self.columns[self.row]:
            self.outline.cells.setdefault((self.row, self.column), self.slot(attributes))

    def place_rows(self, row: int | None, position: int) -> None:
        """Wanted rows before this one are not there: here is their place."""
        while self.waiting_rows and (row is None or self.waiting_rows[0] <= row):
            missing = self.waiting_rows.pop(0)
            if missing != row and missing not in self.outline.rows:
                self.outline.before_row[missing] = position

    def place_columns(self, column: int | None, position: int) -> None:
        """Wanted cells of this row before this one are not there: here is their place."""
        while self.waiting_columns and (column is None or self.waiting_columns[0] <= column):
            missing = self.waiting_columns.pop(0)
            if missing != column:
                self.outline.before[self.row, missing] = position

    def settle(self, position: int) -> None:
        """The link to the notes belongs here at the latest."""
        if not self.outline.notes_place:
            self.outline.notes_place = position

    @property
    def outline(self) -> Outline:
        """What was found so far; there is always something once the root has begun."""
        if self.found is None:
            raise ValueError("outside of the root")
        return self.found


def style_index(slot: Slot) -> int:
    """The style that an element asks for; the first where it asks for none that is a number."""
    text = slot.attributes.get("s", "0")
    return int(text) if text.isdecimal() and len(text) < _DIGITS_IN_INDEX else 0


def _number(text: str | None, otherwise: float) -> float:
    try:
        return float(text) if text else otherwise
    except ValueError:
        return otherwise
