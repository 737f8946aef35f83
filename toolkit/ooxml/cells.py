"""What one cell element holds: its value by type and number format, its formula, its error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TYPE_CHECKING

from toolkit.ooxml.formulas import SharedFormula, parse_shared
from toolkit.ooxml.limits import Meter
from toolkit.ooxml.numbers import is_beyond_excel, parse_decimal, parse_serial
from toolkit.ooxml.package import main_tags
from toolkit.ooxml.refusals import damaged_part
from toolkit.ooxml.strings import joined_text, unescape
from toolkit.ooxml.styles import GENERAL, Style
from toolkit.workbook import Cell, Value

if TYPE_CHECKING:
    from lxml import etree

TRUE = ("1", "true")
_CHILD = {tag: tag.rpartition("}")[2] for tag in main_tags("v", "f", "is")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all sheets of one workbook share. ``styles`` is keyed by the index as it is written."""

    strings: list[str]
    styles: dict[str, Style]
    date1904: bool
    meter: Meter


@dataclass(frozen=True, slots=True, kw_only=True)
class CellReader:
    """Reads the cells of one worksheet part, remembering its shared formulas."""

    part: str
    shared: Shared
    formulas: dict[str, SharedFormula] = field(default_factory=dict)

    def read(self, slot: etree._Element, row: int, column: int) -> Cell | None:
        """The cell, or None when it holds neither value nor formula nor error."""
        text = formula = None
        for child in slot:
            kind = _CHILD.get(child.tag)
            if kind == "v":
                text = child.text
            elif kind == "f":
                formula = self.read_formula(_attributes(child), child.text, row, column)
            elif kind == "is" and slot.get("t") == "inlineStr":
                text = joined_text(child, self.shared.meter)
        style = self.shared.styles.get(slot.get("s", ""), GENERAL)
        return self.build(row, column, slot.get("t", "n"), text, style, formula)

    def build(
        self, row: int, column: int, kind: str, text: str | None, style: Style, formula: str | None
    ) -> Cell | None:
        """The cell with this type, stored text and formula; None when it is empty."""
        if not text:
            # a formula whose result is the empty text has a type; one that nobody calculated has none
            blank = "" if kind == "str" else None
            return None if formula is None else Cell(row, column, blank, style.number_format, formula)
        if kind == "e":
            return Cell(row, column, None, style.number_format, formula, text)
        value = _CONVERTERS.get(kind, _number)(self, text, style)
        if value is None:
            return Cell(row, column, None, style.number_format, formula, "#NUM!")
        if value == "" and formula is None:
            return None
        return Cell(row, column, value, style.number_format, formula)

    def read_formula(
        self, attributes: Mapping[str, str], content: str | None, row: int, column: int
    ) -> str | None:
        """The formula in this cell's own words. A group whose first cell is missing reads ``#REF!``."""
        text = unescape(content or "", self.shared.meter)
        kind = attributes.get("t", "normal")
        if kind == "dataTable":
            return f"TABLE({attributes.get('r1', '')},{attributes.get('r2', '')})"
        if kind != "shared":
            return text or None
        key = attributes.get("si", "")
        if text:
            self.formulas[key] = parse_shared(text, row, column)
            return text
        formula = self.formulas.get(key)
        if formula is None:
            return "#REF!"
        moved = formula.at(row, column)
        self.shared.meter.add_formula(len(moved))
        return moved


def _attributes(element: etree._Element) -> dict[str, str]:
    return {name: value for name in ("t", "si", "r1", "r2") if (value := element.get(name)) is not None}


def _number(reader: CellReader, text: str, style: Style) -> Value:
    number = parse_decimal(text)
    if number is None:
        return None if is_beyond_excel(text) else unescape(text, reader.shared.meter)
    if style.kind == "number":
        return number
    moment = parse_serial(number, style.kind, date1904=reader.shared.date1904)
    return number if moment is None else moment


def _shared_string(reader: CellReader, text: str, _style: Style) -> Value:
    strings = reader.shared.strings
    try:
        index = int(text)
    except ValueError:
        index = -1
    if not 0 <= index < len(strings):
        what = "引用了不存在的共享文本", "refers to a shared string that is not there"
        raise damaged_part(reader.part, *what)
    return strings[index]


def _text(reader: CellReader, text: str, _style: Style) -> Value:
    return unescape(text, reader.shared.meter)


def _joined(_reader: CellReader, text: str, _style: Style) -> Value:
    return text


def _boolean(_reader: CellReader, text: str, _style: Style) -> Value:
    return text.strip() in TRUE


def _iso_date(reader: CellReader, text: str, _style: Style) -> Value:
    for parse in (datetime.fromisoformat, time.fromisoformat):
        try:
            return parse(text.strip()).replace(tzinfo=None)
        except ValueError:
            continue
    return unescape(text, reader.shared.meter)


_CONVERTERS: dict[str, Callable[[CellReader, str, Style], Value]] = {
    "n": _number,
    "s": _shared_string,
    "str": _text,
    "inlineStr": _joined,
    "b": _boolean,
    "d": _iso_date,
}
