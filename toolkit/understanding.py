"""One row of a table as the records need it: its words understood, its typed cells, and how it was before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from toolkit.language.model import Reading, Target
from toolkit.language.reading import read_row
from toolkit.language.target import read_targets
from toolkit.previous import Previous, counterparts
from toolkit.records import Indicator, Stated
from toolkit.reporting_period import Period
from toolkit.submission import Submission
from toolkit.table import Field, Row
from toolkit.typed import typed

_LONGEST_ISSUED = 500  # characters; what is longer is no issued target, and not worth the memory


def understand(row: Row, period: Period | None) -> Reading:
    """What the language says of one row."""
    return read_row(row.text("task"), row.text("target"), row.text("progress"), period, _targets_of)


def _targets_of(target: str, task: str) -> tuple[Target, ...]:
    """The targets of a cell. Those that an office issues are the same in every unit's workbook."""
    return _remembered(target, task) if len(target) <= _LONGEST_ISSUED else read_targets(target, task)


@lru_cache(maxsize=1024)
def _remembered(target: str, task: str) -> tuple[Target, ...]:
    return read_targets(target, task)


def stated_of(row: Row) -> Stated:
    """The typed cells of a row of a structured form."""
    target, actual, rate = (row.fields.get(role) for role in ("target_value", "actual_value", "completion"))
    as_of = typed(row.fields.get("as_of"), "date")
    return Stated(
        indicator_id=row.text("indicator_id").strip() or None,
        target_value=_number(target),
        unit=row.text("unit").strip() or None,
        direction=row.text("direction").strip() or None,
        actual_value=_number(actual),
        actual_given=bool(actual and actual.text.strip()),
        actual_format=actual.cell.number_format if actual and actual.cell else "General",
        completion=_percent(rate),
        as_of=as_of if isinstance(as_of, date) else None,
    )


def _number(field: Field | None) -> Decimal | None:
    value = typed(field, "number")
    return value if isinstance(value, Decimal) else None


def _percent(field: Field | None) -> Decimal | None:
    """The number of a cell in percent: as it is shown, where it is shown so."""
    number = _number(field)
    shown_so = field is not None and field.cell is not None and field.text.endswith("%")
    return number * 100 if number is not None and shown_so else number


class RowsBefore:
    """The rows of a submission as the one before had them, each read when it is asked for."""

    def __init__(self, submission: Submission, rows: Sequence[Row], *, is_structured: bool) -> None:
        previous = submission.previous if isinstance(submission.previous, Previous) else None
        self._same = counterparts(previous.rows, rows) if previous else {}
        self._period = previous.period if previous else None
        self._is_structured = is_structured

    def of(self, place: int, span: Period | None) -> Indicator | None:
        """The row at this place of the table; None where it has no clear counterpart."""
        row = self._same.get(place)
        if row is None or any(field.unreadable for field in row.fields.values()):
            return None
        return Indicator(
            key=place,
            sheet_row=row.number,
            task=row.text("task"),
            target=row.text("target"),
            progress=row.text("progress"),
            reading=understand(row, self._period),
            period=self._period,
            stated=stated_of(row) if self._is_structured else None,
            span=span,
        )
