"""A submission beside the template it came from, cell by cell in meaning and never by the file's bytes.

Rows are matched by their indicator, so that a sorted table is the same table; columns by their
headers. What the office issued has to be there unchanged; what the unit fills in is not looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.comparison.cells import cell_differences
from toolkit.comparison.guards import guard_differences
from toolkit.comparison.matching import matched, row_differences
from toolkit.comparison.model import Difference
from toolkit.guards import Guards
from toolkit.issued import Issued
from toolkit.table import Table
from toolkit.workbook import Workbook

__all__ = ["Difference", "differences"]


def differences(
    issued: Issued, workbook: Workbook, tables: Sequence[Table], guards: Guards | None
) -> tuple[Difference, ...]:
    """Everything in which the submission is not as issued, what is in the table first."""
    if not tables:
        return ()
    match = matched(issued.table, tables[0])
    return (
        *row_differences(match),
        *cell_differences(issued, workbook, match),
        *guard_differences(issued, guards, match),
    )
