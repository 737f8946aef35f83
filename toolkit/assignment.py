"""Which reporting unit a submission is from: what the file says of it in four places, and which one counts.

A property that the template carries counts more than the title, the title more than the cell
填报单位, the cell more than the name of the file, which anybody may change on the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from toolkit.finding import Text
from toolkit.roster import Roster, Unit

PROPERTY = "indicator-unit"
SOURCES = {
    "property": Text("文档属性", "the document property"),
    "title": Text("表题", "the title"),
    "cell": Text("填报单位一栏", "the reporting unit's cell"),
    "file": Text("文件名", "the file name"),
}


class Claim(NamedTuple):
    """One place that names who reports. ``unit`` is None for a name that is not on the list."""

    source: str
    text: str
    unit: Unit | None
    sheet: str | None = None
    row: int | None = None
    column: int | None = None


class Line(NamedTuple):
    """A cell above a table, with the unit that it states as 填报单位:某某局, if it does."""

    sheet: str
    row: int
    column: int
    text: str
    stated: str | None


def claims(
    path: str, lines: Sequence[Line], properties: Mapping[str, str], roster: Roster
) -> tuple[Claim, ...]:
    """What the file says of its unit, the weightiest place first. A text with two units says nothing."""
    return tuple(_claims(path, lines, properties, roster)) if roster else ()


def assigned(found: Sequence[Claim]) -> Unit | None:
    """The unit that a submission counts for."""
    return next((claim.unit for claim in found if claim.unit), None)


def _claims(
    path: str, lines: Sequence[Line], properties: Mapping[str, str], roster: Roster
) -> Iterator[Claim]:
    if stated := properties.get(PROPERTY, "").strip():
        yield Claim("property", stated, roster.called(stated))
    for line in lines:
        if line.stated is None and (unit := _only(line.text, roster)):
            yield Claim("title", line.text, unit, line.sheet, line.row, line.column)
    for line in lines:
        if line.stated is not None:
            unit = roster.called(line.stated) or _only(line.stated, roster)
            if unit or not roster.mentioned(line.stated):
                yield Claim("cell", line.stated, unit, line.sheet, line.row, line.column)
    name = PurePath(path).stem
    if unit := _only(name, roster):
        yield Claim("file", name, unit)


def _only(text: str, roster: Roster) -> Unit | None:
    named = roster.mentioned(text)
    return named[0] if len(named) == 1 else None
