"""What the fuzzer calls. A target returns for every input, or raises: then it has found a fault."""

from __future__ import annotations

from tests.hostile import books
from toolkit.errors import ToolkitError
from toolkit.language.reading import read_row
from toolkit.readers import Limits, read_workbook
from toolkit.workbook import Workbook

_LIMITS = Limits(seconds=5, part_bytes=4_000_000, inflated_total=8_000_000, child_seconds=5)
_ROOT = b"<worksheet"


def _read(data: bytes) -> Workbook | None:
    try:
        return read_workbook(data, limits=_LIMITS)
    except ToolkitError:
        return None


def package(data: bytes) -> None:
    """A whole file. Without the magic of a zip it would be read as text and soon be done with."""
    _read(b"PK\3\4" + data[4:])


def sheet(data: bytes) -> None:
    """The XML of one sheet in an honest book, read in both ways, which must agree where both read it.

    A comment before the root sends all rows to the parser.
    """
    quick = _read(books.book(sheet=data))
    parsed = _read(books.book(sheet=data.replace(_ROOT, b"<!-- -->" + _ROOT, 1)))
    if quick is not None and parsed is not None and quick != parsed:
        raise AssertionError(f"{quick.sheets[0].rows} is not {parsed.sheets[0].rows}")


def language(data: bytes) -> None:
    """A target and a progress text, cut at the first bar."""
    target, _, progress = data.decode("utf-8", "replace")[:4_000].partition("|")
    read_row("", target, progress or target, None)


TARGETS = {"package": package, "sheet": sheet, "language": language}
