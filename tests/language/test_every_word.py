"""No word of the vocabulary before or behind a number is too much for a reader."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from toolkit.language.reading import read_row

DATA = files("toolkit.language") / "data"
LISTS = sorted(entry.name for entry in DATA.iterdir() if entry.name.endswith(".txt"))
_REGEX = re.compile(r"\(\?[^()]*\)|[][(){}|?*+^$\\.]")  # what makes a word a pattern
_ROWS = 40  # words of one row: each is read in its own clause


def _words(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    entries = " ".join(line for line in lines if line and line[0] not in "#[").split()
    return list(dict.fromkeys(filter(None, (_REGEX.sub("", entry) for entry in entries))))


@pytest.mark.parametrize("name", LISTS)
def test_every_word_can_be_read(name: str) -> None:
    words = _words(name)
    assert words
    for first in range(0, len(words), _ROWS):
        some = words[first : first + _ROWS]
        for ending in ("5%", "12个", "3.4亿元"):
            text = "；".join(f"绿化{word}{ending}{word}" for word in some)
            read_row("绿化", text, text, None)
            read_row("绿化", f"新增绿地{ending}", text, None)
