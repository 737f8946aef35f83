"""A path or bytes to a Workbook, by what the content is and never by what the name says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from toolkit.errors import UnreadableWorkbook
from toolkit.finding import Text
from toolkit.guards import Guards
from toolkit.marks import is_listing
from toolkit.ooxml.guards import custom_properties
from toolkit.ooxml.guards import read_guards as read_ooxml_guards
from toolkit.ooxml.limits import Limits, Meter
from toolkit.ooxml.package import Package
from toolkit.ooxml.reader import read_ooxml
from toolkit.readers.content import Content, recognise, recognise_package, refuse_disguise
from toolkit.readers.files import read_bytes
from toolkit.readers.legacy import read_legacy
from toolkit.readers.opendocument import with_merges_and_percents
from toolkit.readers.text import read_text
from toolkit.workbook import Workbook

__all__ = ["Limits", "read_guards", "read_properties", "read_workbook"]

_DEFAULT_LIMITS = Limits()


def read_workbook(source: Path | bytes, *, limits: Limits = _DEFAULT_LIMITS) -> Workbook:
    """Read a workbook of any known kind.

    The list of findings that a marked copy begins with is no sheet of the submitter's: it is left out.
    Raises ToolkitError for a path that does not exist, UnreadableWorkbook for whatever cannot be
    read, LimitExceeded for what is too large. Nothing else leaves this function because of a file.
    """
    try:
        return _without_listing(_read(source, limits))
    except MemoryError:
        raise UnreadableWorkbook(
            Text(
                zh="读取该文件所需的内存超出允许的范围。",
                en="Reading the file takes more memory than is allowed.",
            ),
            Text(
                zh="请删去多余的工作表、行列和格式后重新报送。",
                en="Delete the sheets, rows and formats that are not needed and send the file again.",
            ),
        ) from None


def read_guards(source: Path | bytes, *, limits: Limits = _DEFAULT_LIMITS) -> Guards | None:
    """Protection, validations, names and properties; None for a file format that does not tell them.

    Raises as ``read_workbook`` does.
    """
    name = source.name if isinstance(source, Path) else ""
    data = read_bytes(source, limits) if isinstance(source, Path) else source
    if recognise(data, name) is not Content.PACKAGE:
        return None
    package = Package(data, Meter(limits))
    return read_ooxml_guards(package) if recognise_package(package) is Content.OOXML else None


def read_properties(source: Path | bytes, *, limits: Limits = _DEFAULT_LIMITS) -> Mapping[str, str]:
    """The custom properties of the document; none for a file format that does not tell them.

    Raises as ``read_workbook`` does.
    """
    name = source.name if isinstance(source, Path) else ""
    data = read_bytes(source, limits) if isinstance(source, Path) else source
    if recognise(data, name) is not Content.PACKAGE:
        return {}
    package = Package(data, Meter(limits))
    return custom_properties(package) if recognise_package(package) is Content.OOXML else {}


def _read(source: Path | bytes, limits: Limits) -> Workbook:
    name = source.name if isinstance(source, Path) else ""
    data = read_bytes(source, limits) if isinstance(source, Path) else source
    content = recognise(data, name)
    if content is Content.PACKAGE:
        package = Package(data, Meter(limits))
        content = recognise_package(package)
        refuse_disguise(content, name)
        if content is Content.OOXML:
            return read_ooxml(package)
        if content is Content.OPEN_DOCUMENT:
            return with_merges_and_percents(read_legacy(data, content.value, limits), package)
    refuse_disguise(content, name)
    if content is Content.TEXT:
        return read_text(data, limits)
    return read_legacy(data, content.value, limits)


def _without_listing(workbook: Workbook) -> Workbook:
    own = tuple(sheet for sheet in workbook.sheets if not is_listing(sheet))
    return workbook if len(own) == len(workbook.sheets) else replace(workbook, sheets=own)
