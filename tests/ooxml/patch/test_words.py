from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.patch.words import (
    LONGEST,
    attribute,
    looks_like_formula,
    markup,
    quoted_sheet,
    storable,
)
from toolkit.ooxml.strings import unescape

METER = Meter(Limits(seconds=3_600))


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\x00b\x1b[31m", "a_x0000_b_x001B_[31m"),
        ("_x0041_", "_x005F_x0041_"),
        ("half \ud800 a pair", "half � a pair"),
        ("a\r\nb\tc", "a_x000D_\nb\tc"),
        ("]]><script>", "]]><script>"),
        ("\uffff", "_xFFFF_"),
    ],
    ids=["controls", "what looks escaped", "half a pair", "ends of lines", "markup", "no character"],
)
def test_what_xml_cannot_hold_is_escaped(text: str, stored: str) -> None:
    assert storable(text) == stored


@pytest.mark.parametrize("character", ["字", "😀"])
def test_a_text_is_cut_where_a_cell_ends(character: str) -> None:
    stored = storable(character * 40_000)

    assert len(stored.encode("utf-16-le")) // 2 <= LONGEST
    assert stored.endswith("…")
    assert storable(character * 100) == character * 100


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_what_is_stored_is_read_as_it_was(text: str) -> None:
    content = etree.fromstring(f'<t a="{attribute(text)}">{markup(text)}</t>')

    assert unescape(content.text or "", METER) == text
    assert unescape(content.get("a", ""), METER) == text


@pytest.mark.parametrize(
    ("text", "looks"),
    [("=1+1", True), (" =1", True), ("+86", True), ("-5", True), ("@x", True), ("\t1", True), ("5-3", False)],
)
def test_what_looks_like_a_formula(text: str, looks: bool) -> None:  # noqa: FBT001
    assert looks_like_formula(text) is looks


def test_a_sheet_in_a_reference() -> None:
    assert quoted_sheet("区'县 (1)") == "'区''县 (1)'"
