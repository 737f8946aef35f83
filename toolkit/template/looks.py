"""How a template looks: the formats of its cells, made once for each use."""

from __future__ import annotations

from functools import cache
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

_SONG, _HEI = "宋体", "黑体"
_LINE = {"border": 1, "border_color": "#A6A6A6"}
_CELL = {"font_name": _SONG, "font_size": 10, "valign": "vcenter", "text_wrap": True, **_LINE}
_INPUT = {**_CELL, "locked": False, "bg_color": "#FFFBE6"}
_ISSUED = {**_CELL, "bg_color": "#FFFFFF"}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_name": _HEI, "font_size": 18, "bold": True, "align": "center", "valign": "vcenter"},
    "head": {"font_name": _SONG, "font_size": 11, "valign": "vcenter"},
    "head_right": {"font_name": _SONG, "font_size": 11, "valign": "vcenter", "align": "right"},
    "status": {"font_name": _HEI, "font_size": 12, "valign": "vcenter", "bold": True},
    "header": {
        "font_name": _HEI,
        "font_size": 11,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "bg_color": "#D9E2F3",
        **_LINE,
    },
    "header_input": {
        "font_name": _HEI,
        "font_size": 11,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "bg_color": "#FFE699",
        **_LINE,
    },
    "guard": {**_CELL, "font_size": 9, "font_color": "#9C0006", "bg_color": "#F2F2F2"},
    "section": {"font_name": _HEI, "font_size": 12, "valign": "vcenter"},
    "text": {"font_name": _SONG, "font_size": 11, "valign": "top", "text_wrap": True},
    "plain": {"font_name": _SONG, "font_size": 10},
    "wrong": {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    "doubtful": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "ready": {"bg_color": "#C6EFCE", "font_color": "#006100"},
}
_CENTRED = frozenset({"number", "indicator_id", "unit", "direction", "as_of", "reporter", "phone"})
_RIGHT = frozenset({"target_value", "actual_value", "completion"})


class Looks:
    """The formats of one workbook. XlsxWriter numbers formats in the order in which they are made."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self.style = cache(self._style)
        self.cell = cache(self._cell)

    def _style(self, name: str) -> Format:
        return self._book.add_format(_STYLES[name])

    def _cell(self, role: str, *, issued: bool, number_format: str | None) -> Format:
        """A cell of the table: whose it is, where its content stands, how its number is shown."""
        style = dict(_ISSUED if issued else _INPUT)
        style["align"] = "center" if role in _CENTRED else "right" if role in _RIGHT else "left"
        style["indent"] = 0 if role in _CENTRED else 1
        if number_format:
            style["num_format"] = number_format
        return self._book.add_format(style)
