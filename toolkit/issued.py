"""The template as the office issued it: the workbook, its guards, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ToolkitError, UnreadableWorkbook
from toolkit.finding import Text
from toolkit.guards import Guards, Identity
from toolkit.header import Heading, fold
from toolkit.readers import read_guards, read_workbook
from toolkit.table import Table, find_tables
from toolkit.workbook import Workbook

ID, VERSION, PERIOD, SCHEMA = (
    "indicator-template",
    "indicator-version",
    "indicator-period",
    "indicator-schema",
)
_PRINTED = re.compile(r"模板编号:(?P<id>[\w.-]+?)版本:(?P<version>\d+(?:\.\d+)*)")
_DEPTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A template. ``table`` is the one that units fill in; ``versions`` are accepted beside its own."""

    path: str
    identity: Identity
    workbook: Workbook
    guards: Guards
    table: Table
    versions: tuple[str, ...] = ()


def load_issued(path: Path, headings: Sequence[Heading]) -> Issued:
    """The template at this path. Raises ToolkitError for a file that is none of this form."""
    try:
        workbook, guards = read_workbook(path), read_guards(path)
    except UnreadableWorkbook as error:
        raise ToolkitError(
            Text(
                f"模板 {path} 无法读取：{error.reason.zh}",
                f"The template {path} cannot be read: {error.reason.en}",
            )
        ) from error
    tables = find_tables(workbook, headings).tables
    if guards is None or not tables:
        raise ToolkitError(Text(f"{path} 不是这种表样的模板。", f"{path} is not a template of this form."))
    identity = identity_of(workbook, guards)
    return Issued(path=str(path), identity=identity, workbook=workbook, guards=guards, table=tables[0])


def identity_of(workbook: Workbook, guards: Guards | None) -> Identity:
    """What a workbook says of its template: in its properties, else in the cell that is printed."""
    properties = guards.properties if guards else {}
    printed = _printed(workbook)
    return Identity(
        properties.get(ID) or printed.id,
        properties.get(VERSION) or printed.version,
        properties.get(PERIOD),
    )


def _printed(workbook: Workbook) -> Identity:
    for sheet in workbook.sheets:
        for number, cells in sheet.rows.items():
            if number > _DEPTH:
                break
            for cell in cells.values():
                match = _PRINTED.search(fold(cell.value)) if isinstance(cell.value, str) else None
                if match:
                    return Identity(match["id"], match["version"])
    return Identity()
