"""A template as readable text: what a review on the web shows of a workbook, one line for each thing.

The lines follow the sheets, so that a changed cell is a changed line, and nothing else moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.display import shown
from toolkit.guards import Guards, SheetGuards
from toolkit.readers import read_guards, read_workbook
from toolkit.workbook import Merge, Sheet, Workbook, a1

SUFFIX = ".txt"


def snapshot(source: Path | bytes) -> str:
    """The text of a template, or of any other workbook. Raises UnreadableWorkbook."""
    workbook, guards = read_workbook(source), read_guards(source) or Guards()
    return "\n".join(_lines(workbook, guards)) + "\n"


def beside(path: Path) -> Path:
    """Where the snapshot of a template stands: the same name, as text."""
    return path.with_suffix(SUFFIX)


def _lines(workbook: Workbook, guards: Guards) -> Iterator[str]:
    yield "# 属性 Properties"
    for name, value in sorted((*guards.properties.items(), *guards.people.items())):
        yield f"{name} = {value}"
    yield from ("", "# 名称 Names")
    for name, reference in sorted(guards.names.items()):
        yield f"{name} = {reference}"
    for link in guards.links:
        yield f"外部链接 link = {link}"
    if guards.macros:
        yield f"宏 macros = {guards.macros}"
    for sheet in workbook.sheets:
        yield from ("", *_sheet(sheet, guards.sheet(sheet.name)))


def _sheet(sheet: Sheet, guards: SheetGuards) -> Iterator[str]:
    yield f"# 工作表 Sheet {sheet.name} ({sheet.visibility})"
    state = "on" if guards.protected else "off"
    yield f"保护 protection = {' '.join((state, *sorted(guards.allowed)))}"
    for merge in sorted(sheet.merges, key=lambda each: (each.first_row, each.first_column)):
        yield f"合并 merged = {_range(merge)}"
    for rule in guards.validations:
        said = " ".join(part for part in (rule.kind, rule.operator, rule.first, rule.second) if part)
        yield f"验证 validation {_ranges(rule.ranges)} = {said} | {rule.title} | {_flat(rule.prompt)}"
    for mark in guards.highlights:
        yield f"标色 highlight {_ranges(mark.ranges)} = {mark.formula}"
    for place in _runs(guards):
        yield f"开放 open = {place}"
    for number, cells in sheet.rows.items():
        for cell in cells.values():
            said = f"={cell.formula}" if cell.formula is not None else shown(cell)
            form = "" if cell.number_format in {"General", "@"} else f" [{cell.number_format}]"
            unseen = number in sheet.hidden_rows or cell.column in sheet.hidden_columns
            hidden = " (hidden)" if unseen else ""
            yield f"{cell.address} = {_flat(said)}{form}{hidden}"


def _runs(guards: SheetGuards) -> Iterator[str]:
    """The open cells of each column as ranges."""
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(guards.open_cells):
        by_column.setdefault(column, []).append(row)
    for column, rows in sorted(by_column.items()):
        first = previous = rows[0]
        for row in [*rows[1:], 0]:
            if row != previous + 1:
                yield _range(Merge(first, column, previous, column))
                first = row
            previous = row


def _range(merge: Merge) -> str:
    first, last = a1(merge.first_row, merge.first_column), a1(merge.last_row, merge.last_column)
    return first if first == last else f"{first}:{last}"


def _ranges(ranges: tuple[Merge, ...]) -> str:
    return " ".join(map(_range, ranges))


def _flat(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n")
