"""What watches the cells while they are filled in: data validations and coloured marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.schema import FormFile
from toolkit.template.facts import lines
from toolkit.template.issue import Issue, Value
from toolkit.template.layout import STATUS_ROW, Layout
from toolkit.template.validations import validation
from toolkit.workbook import column_letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

    from toolkit.template.looks import Looks


def write_validations(sheet: Worksheet, form: FormFile, issue: Issue, layout: Layout) -> None:
    """Writes a validation for every open cell, and for issued ones that have a list."""
    for heading in form.headings:
        column, design = layout.column(heading.role), form.designs[heading.role]
        source = _source(form, heading.role)
        if column is None or (heading.issued and source is None):
            continue
        shares = {
            number
            for number, row in enumerate(issue.rows, start=layout.first_row)
            if heading.role == "actual_value" and _is_share(row, number, layout, issue)
        }
        for first, last, share in _runs(layout, shares):
            options = validation(heading, design, issue.period, source=source, share=share)
            sheet.data_validation(first - 1, column - 1, last - 1, column - 1, options)


def _source(form: FormFile, role: str) -> list[str] | str | None:
    """What a column's cells may hold: listed by the form, or on the sheet of lists."""
    for constraint in form.designs[role].constraints:
        if constraint.name == "isin":
            values = constraint.limits["allowed_values"]
            return [str(each) for each in values] if isinstance(values, list | tuple) else None
    return f"=list_{role}" if role == "unit" else None


def _is_share(row: Mapping[str, Value], number: int, layout: Layout, issue: Issue) -> bool:
    """Whether the figure of this row is a percentage of a whole."""
    return any(
        line.record["bounded"]
        for line in lines(row, number, layout, issue.period, answered=True)
        if line.frame == "percentages"
    )


def _runs(layout: Layout, shares: set[int]) -> list[tuple[int, int, bool]]:
    """The rows of the table as (first, last, whether they hold shares)."""
    runs: list[tuple[int, int, bool]] = []
    for number in range(layout.first_row, layout.last_row + 1):
        share = number in shares
        if runs and runs[-1][2] == share:
            runs[-1] = (runs[-1][0], number, share)
        else:
            runs.append((number, number, share))
    return runs


def write_highlights(sheet: Worksheet, looks: Looks, form: FormFile, layout: Layout) -> None:
    """Colours the cells that the column 填报检查 names, and the status cell."""
    guard = f"${column_letters(layout.guard_column)}{layout.first_row}"
    for heading in form.headings:
        column = layout.column(heading.role)
        for mark, style in (("×", "wrong"), ("▲", "doubtful")):
            rule = f'=ISNUMBER(SEARCH("{mark} ???? {heading.title}：",{guard}))'
            options = {"type": "formula", "criteria": rule, "format": looks.style(style)}
            if column is not None:
                sheet.conditional_format(
                    layout.first_row - 1, column - 1, layout.last_row - 1, column - 1, options
                )
    for start, style in (("可报送", "ready"), ("尚有", "wrong")):
        rule = f'=LEFT(${layout.status_cell[0]}${STATUS_ROW},{len(start)})="{start}"'
        sheet.conditional_format(
            layout.status_cell, {"type": "formula", "criteria": rule, "format": looks.style(style)}
        )
