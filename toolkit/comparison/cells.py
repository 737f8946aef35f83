"""Issued cells beside submitted ones: values, formulas, merged blocks, on every sheet."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.comparison.model import Difference, Match
from toolkit.display import shown
from toolkit.finding import Text
from toolkit.formula_text import Frame, canonical
from toolkit.guards import SheetGuards
from toolkit.issued import Issued
from toolkit.workbook import Cell, Sheet, Workbook

_SHEET_NAME = Text("工作表名称", "The name of the sheet")
_SHEET = Text("工作表", "The sheet")
_MERGE = Text("单元格合并", "The merged cells")


def cell_differences(issued: Issued, workbook: Workbook, match: Match) -> Iterator[Difference]:
    """Issued cells of every sheet, hidden ones too; a sheet that has another name is told."""
    by_name = {sheet.name: sheet for sheet in workbook.sheets}
    for sheet in issued.workbook.sheets:
        guards = issued.guards.sheet(sheet.name)
        if sheet.name == issued.table.sheet.name:
            own = match.table.sheet
            if own.name != sheet.name:
                yield Difference(
                    kind="value", sheet=own.name, issued=sheet.name, submitted=own.name, what=_SHEET_NAME
                )
            yield from _cells(sheet, own, guards, match)
            yield from _merged(sheet, own, match)
        elif sheet.name in by_name:
            yield from _cells(sheet, by_name[sheet.name], guards, None)
        else:
            yield Difference(kind="value", sheet=sheet.name, issued=sheet.name, what=_SHEET)


def _cells(sheet: Sheet, own: Sheet, guards: SheetGuards, match: Match | None) -> Iterator[Difference]:
    for number, cells in sheet.rows.items():
        for column, cell in cells.items():
            place = match.place(number, column) if match else (number, column)
            if place is not None and not guards.is_open(number, column):
                yield from _cell(cell, own, place, match)
    if not guards.protected:
        return
    if match is not None:
        yield from _added(sheet, own, guards, match)
        return
    for number, cells in own.rows.items():
        for column, cell in cells.items():
            if sheet.cell(number, column) is None and _said(cell) is not None:
                yield Difference(
                    kind="value", sheet=own.name, row=number, column=column, submitted=shown(cell)
                )


def _cell(cell: Cell, own: Sheet, place: tuple[int, int], match: Match | None) -> Iterator[Difference]:
    if place[0] < 1:  # the rows above the header were deleted, this one with them
        if _said(cell) is not None:
            yield Difference(kind="value", sheet=own.name, issued=shown(cell))
        return
    other = own.cell(*place)
    if cell.formula is not None:
        frames = (match.issued_frame, match.frame) if match else (Frame(), Frame())
        asked = canonical(cell.formula, cell.row, cell.column, frames[0])
        found = canonical(other.formula, *place, frames[1]) if other and other.formula else None
        if asked != found:
            submitted = f"={other.formula}" if other and other.formula else shown(other)
            yield Difference(
                kind="formula",
                sheet=own.name,
                row=place[0],
                column=place[1],
                issued=f"={cell.formula}",
                submitted=submitted,
            )
    elif _said(cell) != _said(other) or (other is not None and other.formula is not None):
        submitted = f"={other.formula}" if other and other.formula else shown(other)
        yield Difference(
            kind="value",
            sheet=own.name,
            row=place[0],
            column=place[1],
            issued=shown(cell),
            submitted=submitted,
        )


def _said(cell: Cell | None) -> object:
    """What a cell says: a number as a number, a text without regard to its line ends."""
    if cell is None or cell.value is None or cell.value == "":
        return None if cell is None or cell.error is None else cell.error
    if isinstance(cell.value, str):
        return cell.value.replace("\r\n", "\n").strip()
    percent = cell.number_format.split(";", 1)[0].rstrip().endswith("%")
    return cell.value, percent


def _added(sheet: Sheet, own: Sheet, guards: SheetGuards, match: Match) -> Iterator[Difference]:
    """What stands where the template is blank and locked: in the table and above it."""
    columns = {place: column for column, place in match.columns.items()}
    rows = {place: number for number, place in match.rows.items()}
    shift = match.table.header.first_row - match.issued.header.first_row
    for number, cells in own.rows.items():
        issued_row = rows.get(number)
        if issued_row is None and shift <= 0 and number < match.table.header.first_row:
            issued_row = number - shift
        if issued_row is None:
            continue
        for column, cell in cells.items():
            issued_column = columns.get(column)
            if issued_column is None or guards.is_open(issued_row, issued_column):
                continue
            if sheet.cell(issued_row, issued_column) is None and _said(cell) is not None:
                yield Difference(
                    kind="value", sheet=own.name, row=number, column=column, submitted=shown(cell)
                )


def _merged(sheet: Sheet, own: Sheet, match: Match) -> Iterator[Difference]:
    """Merged blocks that were made or taken apart in the table."""
    header = match.issued.header
    asked = {
        place
        for merge in sheet.merges
        if merge.first_row > header.last_row
        and (place := match.place(merge.first_row, merge.first_column)) is not None
    }
    found = {
        (merge.first_row, merge.first_column)
        for merge in own.merges
        if merge.first_row > match.table.header.last_row
    }
    for row, column in sorted(asked ^ found):
        made = (row, column) in found
        yield Difference(
            kind="value",
            sheet=own.name,
            row=row,
            column=column,
            issued="" if made else "合并单元格",
            submitted="合并单元格" if made else "",
            what=_MERGE,
        )
