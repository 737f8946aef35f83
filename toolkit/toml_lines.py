"""On which line of a TOML file a setting stands, which its parser does not tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

_TABLE = re.compile(r"\s*(?P<open>\[\[?)(?P<name>[^\[\]]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(
    r"""\s*(?P<key>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=(?P<value>.*)"""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'|#.*")
_LONG = ('"""', "'''")


def setting_lines(text: str) -> Mapping[str, int]:
    """The line, from 1, of every table and key, by its path: ``period.first``, ``waivers[2].until``.

    The entries of an array of tables count from 1. ``text`` is valid TOML.
    """
    found: dict[str, int] = {}
    seen: Counter[str] = Counter()
    table = ""
    for number, line in _statements(text):
        if match := _TABLE.fullmatch(line):
            table = _joined("", match["name"])
            if match["open"] == "[[":
                seen[table] += 1
                found.setdefault(table, number)
                table = f"{table}[{seen[table]}]"
            found.setdefault(table, number)
        elif match := _KEY.fullmatch(line):
            found.setdefault(_joined(table, match["key"]), number)
    return found


def line_of(path: str, lines: Mapping[str, int]) -> int | None:
    """The line of a setting, or else of what it stands in; None where neither is in the file."""
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The lines that begin a statement: none inside a long string or a list over several lines."""
    depth, long = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if long:
            long = "" if long in line else long
            continue
        if depth == 0:
            yield number, line
        rest = line
        for mark in _LONG:
            pieces = rest.split(mark)
            long = mark if len(pieces) % 2 == 0 else long
            rest = "".join(pieces[::2])
        plain = _QUOTED.sub("", rest)
        if depth or "=" in plain:
            depth += sum(plain.count(each) for each in "[{") - sum(plain.count(each) for each in "]}")


def _joined(table: str, name: str) -> str:
    parts = [part.strip("\"'") for part in _PART.findall(name)]
    return ".".join([table, *parts] if table else parts)
