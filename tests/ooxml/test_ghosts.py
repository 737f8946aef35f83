"""Rows of formats only are cut from the bytes, and nothing else is."""

from __future__ import annotations

import pytest

from toolkit.ooxml.ghosts import without_ghost_rows

GHOST = '<row r="{0}" spans="1:2" ht="15" customHeight="1"><c r="A{0}" s="1"/><c r="B{0}" s="1"/></row>'
VALUE = '<row r="{0}"><c r="A{0}"><v>{0}</v></c></row>'


def _ghosts(first: int, last: int) -> str:
    return "".join(GHOST.format(number) for number in range(first, last + 1))


@pytest.mark.parametrize(
    ("xml", "kept"),
    {
        "after values": (VALUE.format(1) + _ghosts(2, 90), VALUE.format(1) + GHOST.format(90)),
        "before values": (_ghosts(1, 9) + VALUE.format(10), VALUE.format(10)),
        "all": (_ghosts(1, 9), GHOST.format(9)),
        "between values": (
            VALUE.format(1) + _ghosts(2, 9) + VALUE.format(10),
            VALUE.format(1) + _ghosts(2, 9) + VALUE.format(10),
        ),
        "with an inline string": ('<row r="1"><c r="A1" t="inlineStr"/></row>' + GHOST.format(2), None),
        "behind a comment": ("<!-- -->" + _ghosts(1, 9), None),
        "in a section of text": ("<v><![CDATA[" + _ghosts(1, 9) + "]]></v>", None),
        "without a number at the end": (_ghosts(1, 9) + "<row ht='1'></row>", None),
    }.values(),
)
def test_only_ghosts_go(xml: str, kept: str | None) -> None:
    chunks = without_ghost_rows(iter([xml.encode()]))
    assert b"".join(chunks).decode() == (xml if kept is None else kept)


def test_a_row_cut_in_two_by_the_chunks_stays_whole() -> None:
    data = _ghosts(1, 50).encode()
    kept = b"".join(without_ghost_rows(iter([data[:1000], data[1000:2003], data[2003:]])))
    assert kept.count(b"<row ") == kept.count(b"</row>") < 50
    assert kept.endswith(GHOST.format(50).encode())
