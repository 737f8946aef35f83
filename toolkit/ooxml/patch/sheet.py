"""Edits to one worksheet part: cells restyled, rewritten or added, the view, the link to the notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from toolkit.ooxml.canonical import MAIN_NAMESPACES
from toolkit.ooxml.patch.outline import Address, Outline, Slot
from toolkit.ooxml.patch.tags import prefix, set_attributes, tag_name
from toolkit.workbook import a1

TRANSITIONAL, STRICT = MAIN_NAMESPACES


class CellEdit(NamedTuple):
    """What becomes of a cell: its style index; an inline string for its content; None for no change."""

    style: int | None = None
    inline: bytes | None = None


class _Edit(NamedTuple):
    start: int
    end: int
    order: tuple[int, int]
    content: bytes


def edited(
    data: bytes,
    found: Outline,
    cells: Mapping[Address, CellEdit],
    *,
    notes_link: bytes | None = None,
    deselect: bool = False,
) -> bytes:
    """The part with these edits; ``notes_link`` is a whole element, put where the schema wants it."""
    edits = [*_cell_edits(data, found, cells)]
    if deselect:
        for view in found.views:
            tag = data[view.start : view.tag_end]
            edits.append(_Edit(view.start, view.tag_end, (0, 0), set_attributes(tag, {b"tabSelected": None})))
    if notes_link is not None:
        edits.append(_Edit(found.notes_place, found.notes_place, (0, 0), notes_link))
    return _spliced(data, edits)


def selected_views(found: Outline) -> bool:
    """Whether the sheet is selected in some window."""
    return any("tabSelected" in view.attributes for view in found.views)


def _spliced(data: bytes, edits: list[_Edit]) -> bytes:
    pieces: list[bytes] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end, edit.order)):
        pieces.extend((data[position : edit.start], edit.content))
        position = edit.end
    return b"".join([*pieces, data[position:]])


def _cell_edits(data: bytes, found: Outline, cells: Mapping[Address, CellEdit]) -> list[_Edit]:
    edits: list[_Edit] = []
    lone: dict[int, dict[int, CellEdit]] = {}
    for (row, column), edit in sorted(cells.items()):
        slot = found.cells.get((row, column))
        if slot is not None:
            edits.append(_Edit(slot.start, slot.end, (row, column), _changed(data, slot, edit)))
        elif edit.style is not None:
            lone.setdefault(row, {})[column] = edit
    added: list[tuple[int, bytes]] = []
    mark = _prefix(data, found)
    for row, columns in lone.items():
        new = {column: _new_cell(mark, row, column, edit) for column, edit in columns.items()}
        slot = found.rows.get(row)
        if slot is None:
            content = b"".join(new.values())
            added.append((row, b'<%brow r="%d">%b</%brow>' % (mark, row, content, mark)))
        elif slot.is_empty:
            edits.append(_Edit(slot.start, slot.end, (row, 0), _opened(data, slot, b"".join(new.values()))))
        else:
            edits.extend(
                _Edit(found.before[row, column], found.before[row, column], (row, column), content)
                for column, content in new.items()
            )
    return edits + _row_edits(data, found, added)


def _row_edits(data: bytes, found: Outline, added: list[tuple[int, bytes]]) -> list[_Edit]:
    sheet_data = found.cell_data
    if not added or sheet_data is None:
        return []
    if sheet_data.is_empty:
        content = _opened(data, sheet_data, b"".join(row for _, row in added))
        return [_Edit(sheet_data.start, sheet_data.end, (0, 0), content)]
    places = found.before_row
    return [_Edit(places[number], places[number], (number, 0), row) for number, row in added]


def _opened(data: bytes, slot: Slot, content: bytes) -> bytes:
    """An element of one tag with content put into it."""
    tag = data[slot.start : slot.tag_end]
    return b"%b>%b</%b>" % (tag[:-2].rstrip(), content, tag_name(tag))


def _changed(data: bytes, slot: Slot, edit: CellEdit) -> bytes:
    tag, content = data[slot.start : slot.tag_end], data[slot.tag_end : slot.end]
    values: dict[bytes, bytes | None] = {}
    if edit.style is not None:
        values[b"s"] = b"%d" % edit.style
    if edit.inline is not None:
        values[b"t"] = b"inlineStr"
        content = b"%b</%b>" % (edit.inline, tag_name(tag))
    return set_attributes(tag, values) + content


def _new_cell(mark: bytes, row: int, column: int, edit: CellEdit) -> bytes:
    return b'<%bc r="%b" s="%d"/>' % (mark, a1(row, column).encode("ascii"), edit.style or 0)


def _prefix(data: bytes, found: Outline) -> bytes:
    slot = found.cell_data or found.root
    return prefix(data[slot.start : slot.tag_end])
