"""Reads the word lists in ``data/``: sections in square brackets, words parted by blanks, # for sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """``{section: lines}`` of ``data/<name>.txt``, each line as its words in the order written."""
    found: dict[str, list[tuple[str, ...]]] = {}
    lines = found.setdefault("", [])
    for line in files("toolkit.language").joinpath("data", f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[] "), [])
        elif line and not line.startswith("#"):
            lines.append(tuple(line.split()))
    return {section: tuple(entries) for section, entries in found.items()}


@cache
def words(name: str, *wanted: str) -> tuple[str, ...]:
    """All words of these sections, the longest first so that an alternation prefers them."""
    lists = sections(name)
    unique = {word for section in wanted for line in lists[section] for word in line}
    return tuple(sorted(unique, key=lambda word: (-len(word), word)))


def by_first(entries: Iterable[str], length: int = 1) -> Mapping[str, tuple[str, ...]]:
    """Words by their first characters, in the order given, so that a place in a text tries few of them."""
    found: dict[str, list[str]] = {}
    for word in entries:
        found.setdefault(word[:length], []).append(word)
    return {first: tuple(known) for first, known in found.items()}


@cache
def pattern(name: str, *wanted: str) -> str:
    """The words of these sections as one alternation for a regular expression, longest first.

    A word may end in a look-ahead, as 开工(?!作): it is not the 开工 of 公开工作.
    """
    return "|".join(words(name, *wanted))


@cache
def expression(source: str) -> re.Pattern[str]:
    """A constant's regular expression, compiled where it is first used and not where it is imported."""
    return re.compile(source)


@cache
def any_of(name: str, *wanted: str) -> re.Pattern[str]:
    """What finds any word of these sections."""
    return re.compile(pattern(name, *wanted))
