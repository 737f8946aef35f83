"""What a marked cell looked like before, where a plain unmarking could not know: a fill, runs of its text.

It is kept as text in a hidden column of the first sheet, because cells outlive what other programs
do to a package when they save it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from toolkit.ooxml.patch.words import LONGEST
from toolkit.workbook import Sheet, a1, parse_a1

if TYPE_CHECKING:
    from toolkit.ooxml.patch.outline import Address

_MARK = "indicator-toolkit:"


class Look(NamedTuple):
    """``fill`` is the XML of a fill, ``text`` that of a string with runs; empty for none."""

    fill: str = ""
    text: str = ""


def remembered(sheet: str, place: Address, look: Look) -> str | None:
    """The look of one cell as text; None where there is nothing to remember, or too much."""
    if look == Look():
        return None
    for kept in (look, look._replace(text="")):
        words = _MARK + json.dumps([sheet, a1(*place), *kept], ensure_ascii=False)
        if len(words.encode("utf-16-le")) // 2 < LONGEST:
            return words
    return None


def recalled(sheets: Iterable[Sheet]) -> dict[tuple[str, Address], Look]:
    """The looks kept in these sheets, by sheet and place."""
    found: dict[tuple[str, Address], Look] = {}
    for sheet in sheets:
        for row in sheet.rows.values():
            for cell in row.values():
                if isinstance(cell.value, str) and cell.value.startswith(_MARK):
                    found |= _parsed(cell.value.removeprefix(_MARK))
    return found


def _parsed(text: str) -> dict[tuple[str, Address], Look]:
    try:
        sheet, cell, fill, words = json.loads(text)
        return {(str(sheet), parse_a1(cell)): Look(str(fill), str(words))}
    except (ValueError, TypeError):
        return {}
