"""Each limit stops a reading where it says, names its setting, and lets pass what is just below."""

# ruff: noqa: E501

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from tests.hostile import books
from tests.hostile.archives import pack
from toolkit.errors import LimitExceeded
from toolkit.readers import Limits, read_workbook

_ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row><row r="2"><c r="A2"><v>2</v></c></row>'
_MERGES = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>'
_TABS = '<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId1"/>'
_FORMULA = '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'
_LONG = {**books.parts(), books.SHEET: books.sheet(f"<!--{' ' * 3_000_000}-->")}

# A book, a setting, the least value that lets it pass.
BOUNDS: list[tuple[str, int, bytes]] = [
    ("entries", 7, books.book()),
    ("part_bytes", max(map(len, books.parts().values())), books.book()),
    ("relationships", 3, books.book()),
    ("shared_strings", 2, books.book(strings=books.strings("<t>a</t>", "<t>b</t>"))),
    ("styles", 3, books.book()),
    ("sheets", 2, books.book(workbook=books.workbook(_TABS))),
    ("rows", 2, books.book(_ROWS)),
    ("cells", 2, books.book(_ROWS)),
    ("slots", 3, books.book(_ROWS)),
    ("merged_ranges", 2, books.book(sheet=books.sheet("<row/>", after=_MERGES))),
    ("text_length", 9, books.book(strings=books.strings("<t>绩效任务进展情况表</t>"))),
    ("formula_text", 2, books.book(_FORMULA)),
    ("xml_depth", 6, books.book(sheet=books.sheet("<!-- -->" + books.ROWS))),
]


@pytest.mark.parametrize(("limit", "least", "data"), BOUNDS, ids=[bound[0] for bound in BOUNDS])
def test_a_limit_holds_exactly(limit: str, least: int, data: bytes) -> None:
    read_workbook(data, limits=_limits(limit, least))
    with pytest.raises(LimitExceeded, match=limit) as refusal:
        read_workbook(data, limits=_limits(limit, least - 1))
    assert refusal.value.limit == limit
    assert limit in refusal.value.reason.zh


@pytest.mark.parametrize(
    ("limit", "changes"),
    [
        ("inflated_total", {"inflated_total": 1_000}),
        ("ratio", {"ratio": 10, "ratio_from": 1_000_000}),
        ("xml_node", {"xml_node": 1_000_000}),
        ("seconds", {"seconds": 0}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_long_part_is_refused(limit: str, changes: dict[str, Any]) -> None:
    data = pack(_LONG)
    read_workbook(data)
    with pytest.raises(LimitExceeded) as refusal:
        read_workbook(data, limits=replace(Limits(), **changes))
    assert refusal.value.limit == limit


def test_every_limit_has_a_name_for_people() -> None:
    from toolkit.ooxml.refusals import over

    for setting in fields(Limits):
        if setting.name != "ratio_from":
            assert setting.name in over(setting.name, 1).reason.en


def _limits(name: str, value: int) -> Limits:
    changes: dict[str, Any] = {name: value}
    return replace(Limits(), **changes)
