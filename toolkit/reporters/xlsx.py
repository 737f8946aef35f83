"""The marked copy: the submitter's own workbook with a mark on every cell concerned, a list in front."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import ToolkitError, UnreadableWorkbook
from toolkit.finding import FileReport, Language, Text
from toolkit.marks import Marks
from toolkit.ooxml.limits import Limits
from toolkit.ooxml.patch.facts import facts
from toolkit.ooxml.patch.mark import mark
from toolkit.ooxml.patch.unmark import is_marked, unmark
from toolkit.readers import read_workbook
from toolkit.readers.files import read_bytes
from toolkit.reporters.listing import listing_of
from toolkit.reporters.note import cell_marks

_LIMITS = Limits()
_MARKABLE = frozenset({"xlsx", "xlsm"})


class Unmarkable(ToolkitError):
    """A file that no marked copy can be made of: it is of another kind, or cannot be read."""


def marked_copy(file: FileReport, language: Language = "zh") -> bytes:
    """The marked copy of the file of a report; old marks are replaced. Raises Unmarkable."""
    path = Path(file.path)
    try:
        data = read_bytes(path, _LIMITS)
        workbook = read_workbook(path)
        _refuse_other_kinds(path, workbook.format)
        original = unmark(data, _LIMITS) or data
        known = facts(original, _LIMITS)
        marks = Marks(
            language=language,
            listing=listing_of(file, workbook, known, language),
            cells=cell_marks(file.findings, language),
        )
        return mark(original, marks, _LIMITS)
    except UnreadableWorkbook as error:
        raise _unreadable(path, error) from None


def unmarked(path: Path) -> bytes:
    """The workbook without our marks, as it is where it has none. Raises Unmarkable."""
    try:
        data = read_bytes(path, _LIMITS)
        _refuse_other_kinds(path, read_workbook(path).format)
        return unmark(data, _LIMITS) or data
    except UnreadableWorkbook as error:
        raise _unreadable(path, error) from None


def is_marked_copy(path: Path) -> bool:
    """Whether this is a copy that we have marked; a file that cannot be read is none."""
    try:
        return is_marked(read_bytes(path, _LIMITS), _LIMITS)
    except ToolkitError:
        return False


def _refuse_other_kinds(path: Path, kind: str) -> None:
    if kind not in _MARKABLE:
        raise Unmarkable(
            Text(
                zh=f"{path} 是 .{kind} 格式，不能生成标注副本；请另存为 .xlsx 后再查。",
                en=f"{path} is an .{kind} file, of which no marked copy can be made: save it as .xlsx first.",
            )
        )


def _unreadable(path: Path, error: UnreadableWorkbook) -> Unmarkable:
    return Unmarkable(
        Text(
            zh=f"{path} 不能生成标注副本：{error.reason.zh}",
            en=f"No marked copy can be made of {path}: {error.reason.en}",
        )
    )
