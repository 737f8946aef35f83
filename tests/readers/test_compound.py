"""The names at the top of a compound file, and what becomes of a directory that cannot be followed."""

from __future__ import annotations

import struct

import pytest

from tests.readers.compound import xls
from toolkit.readers.compound import top_names

_BOOK = xls("表", {(0, 0): "甲"}, {}, embedded="WordDocument")
_FAT, _DIRECTORY = 512, 1024


def test_names_deeper_down_are_not_at_the_top() -> None:
    assert top_names(_BOOK) == {"Workbook", "MBD00000001"}


BROKEN = {
    "nothing": b"",
    "a header alone": _BOOK[:512],
    "sectors of an impossible size": _BOOK[:30] + struct.pack("<H", 0) + _BOOK[32:],
    "a directory past the end": _BOOK[:48] + struct.pack("<I", 70_000) + _BOOK[52:],
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_directory_has_no_names(data: bytes) -> None:
    assert top_names(data) == frozenset()


def test_circles_end() -> None:
    table = _BOOK[: _FAT + 4] + struct.pack("<I", 1) + _BOOK[_FAT + 8 :]
    siblings = table[: _DIRECTORY + 128 + 68] + struct.pack("<2I", 1, 2) + table[_DIRECTORY + 128 + 76 :]
    assert top_names(siblings) == {"Workbook", "MBD00000001"}
