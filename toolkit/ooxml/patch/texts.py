"""The strings of the cells to be marked, found in the shared strings or in the cells themselves.

A shared string is never changed, since other cells show it too: the cell gets a string of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from toolkit.marks import Phrase
from toolkit.ooxml.package import main_tags
from toolkit.ooxml.patch.changes import Changes, parse
from toolkit.ooxml.patch.links import related_part
from toolkit.ooxml.patch.outline import Outline, Slot
from toolkit.ooxml.patch.runs import reddened, runs_of, tokens
from toolkit.ooxml.patch.tags import namespaces
from toolkit.ooxml.strings import unescape

_ITEM = main_tags("si")


class Texts:
    """The shared strings that marked cells show, by index."""

    __slots__ = ("_meter", "_shared")

    def __init__(self, changes: Changes, workbook: str, sheets: Iterable[tuple[bytes, Outline]]) -> None:
        wanted = {
            index
            for data, found in sheets
            for slot in found.cells.values()
            if slot.attributes.get("t") == "s" and (index := _index(data, found, slot)) is not None
        }
        part = related_part(changes, workbook, "sharedStrings")
        self._meter = changes.package.meter
        self._shared: dict[int, etree._Element] = {}
        if wanted and part is not None:
            elements = changes.package.elements(part, "sst", _ITEM)
            for index, element in enumerate(elements):
                if index in wanted:
                    self._shared[index] = deepcopy(element)

    def reddened(
        self,
        data: bytes,
        found: Outline,
        slot: Slot | None,
        phrases: Sequence[Phrase],
        font: etree._Element | None,
    ) -> tuple[bytes | None, str]:
        """The cell's text with the phrases in red, and as it was where it had runs; None and "" for none.

        A phrase that is not in the text at its place, or is all of it, is not set in red.
        """
        item = self._item(data, found, slot) if slot is not None and phrases else None
        if item is None:
            return None, ""
        characters = [character for run in runs_of(item) for character in tokens(run.text)]
        spans = [
            (phrase.start, phrase.end)
            for phrase in phrases
            if unescape("".join(characters[phrase.start : phrase.end]), self._meter) == phrase.text
            and 0 < phrase.end - phrase.start < len(characters)
        ]
        namespace = item.tag.rpartition("}")[0][1:]
        plain = len(item) == 1 and item[0].tag.endswith("}t")
        before = "" if plain else etree.tostring(item, encoding="unicode", with_tail=False)
        return reddened(item, spans, font, namespace), before

    def _item(self, data: bytes, found: Outline, slot: Slot) -> etree._Element | None:
        kind = slot.attributes.get("t")
        if kind == "s":
            index = _index(data, found, slot)
            return None if index is None else self._shared.get(index)
        return _cell(data, found, slot).find("{*}is") if kind == "inlineStr" else None


def _index(data: bytes, found: Outline, slot: Slot) -> int | None:
    cell = _cell(data, found, slot)
    value = cell.find("{*}v")
    if value is None or cell.find("{*}f") is not None:
        return None
    try:
        return int(value.text or "")
    except ValueError:
        return None


def _cell(data: bytes, found: Outline, slot: Slot) -> etree._Element:
    """A cell element by itself, with the namespaces of its sheet."""
    around = namespaces(data[found.root.start : found.root.tag_end])
    return parse("cell", b"<w%b>%b</w>" % (around, data[slot.start : slot.end]))[0]
