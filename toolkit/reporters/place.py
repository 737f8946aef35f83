"""How the place of a finding is named where a file format has no words for a workbook's cell."""

from __future__ import annotations

from pathlib import PurePath, PureWindowsPath
from urllib.parse import quote

from toolkit.finding import Finding, Language, Location
from toolkit.reporters.wrapping import one_line
from toolkit.workbook import parse_a1


def named(location: Location) -> str | None:
    """``进展情况!C29``: the sheet and the cell as far as they are known, None where neither is."""
    return "!".join(part for part in (location.sheet, location.cell) if part) or None


def row_and_column(location: Location) -> tuple[int, int | None]:
    """The row and the column from 1; the first row where the finding is on the whole file."""
    column = parse_a1(location.cell)[1] if location.cell else None
    return location.row or 1, column


def uri(path: str) -> str:
    """The path as a relative reference, or as a ``file:`` address where it is absolute."""
    pure = PureWindowsPath(path) if "\\" in path else PurePath(path)
    if pure.is_absolute():
        return "file://" + quote(f"/{pure.as_posix().lstrip('/')}", errors="replace")
    return quote(pure.as_posix(), errors="replace")


def sentence(finding: Finding, language: Language) -> str:
    """Fault and mend on one line, behind the place: what a tool shows that knows no cells."""
    place = named(finding.location)
    words = f"{finding.message.in_language(language)} {finding.fix.in_language(language)}"
    return one_line(f"{place}: {words}" if place else words)
