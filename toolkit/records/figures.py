"""The lines of the frame ``figures``: every quantity of the progress, and who told it before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from toolkit.language.model import Reading
from toolkit.records.matching import answering, date_of
from toolkit.records.model import Indicator, Line, Record, fit
from toolkit.reporting_period import Period

_NOT_REPEATED = {"repeats": 0, "repeats_differ": False, "repeats_answer": False, "repeats_row": None}


def figure_records(indicator: Indicator) -> Iterator[Record]:
    """The lines of the frame ``figures`` but for ``Repeats``, which are known once all rows are."""
    deciding = _deciding_figures(indicator.reading, indicator.period)
    for figure in indicator.reading.figures:
        quantity, period = figure.quantity, figure.period
        yield {
            "text": quantity.text,
            "start": quantity.start,
            "end": quantity.end,
            "name": figure.name,
            "value": fit(quantity.value),
            "unit": quantity.unit,
            "base_value": fit(quantity.base_value),
            "base_unit": quantity.base_unit,
            "role": figure.role,
            "target_index": figure.target,
            "stated_text": period.text if period else None,
            "stated_start": period.start if period else None,
            "stated_end": period.end if period else None,
            "stated_last": period.last if period else None,
            "decides_period": id(figure) in deciding,
            "low": fit(quantity.base_value if quantity.low is None else quantity.low),
            "high": fit(quantity.base_value if quantity.high is None else quantity.high),
        }


def _deciding_figures(reading: Reading, period: Period | None) -> frozenset[int]:
    """The figures whose own date counts: the one that answers each target, and the row's latest result."""
    answers = [answering(reading, index, period) for index in range(len(reading.targets))]
    deciding = {id(figure) for figure in answers if figure is not None}
    told = [figure for figure in reading.figures if figure.role != "echo"]
    if not deciding and told:
        deciding.add(id(max(told, key=lambda figure: date_of(figure, period) or date.min)))
    return frozenset(deciding)


class _Told(NamedTuple):
    """The first line that tells of one object and measure, and what the lines so far say of it."""

    line: int
    key: int
    sheet_row: int
    keys: set[int]
    values: set[Decimal | None]
    answers: set[bool]


class Repeats:
    """Which other rows of the same submission tell the same object and measure, line by line.

    A later row points to the first; where the two differ the first points to the later one too.
    Unnamed figures are never repeats.
    """

    def __init__(self) -> None:
        self._told: dict[tuple[str, str, date | None], _Told] = {}
        self.columns: dict[str, list[Any]] = {name: [] for name in _NOT_REPEATED}

    def add(self, lines: Sequence[Line]) -> None:
        """Takes further lines of ``figures``."""
        first = len(self.columns["repeats"])
        for name, value in _NOT_REPEATED.items():
            self.columns[name].extend([value] * len(lines))
        for line, (indicator, record) in enumerate(lines, first):
            named = len(record["name"]) > 1 and record["base_unit"] is not None
            if named and record["role"] not in {"echo", "denominator"}:
                self._compare(line, indicator, record)

    def _compare(self, line: int, indicator: Indicator, record: Record) -> None:
        key, sheet_row = indicator.key, indicator.sheet_row
        last = record["stated_last"] or (indicator.period and indicator.period[1])
        known = self._told.get(place := (record["name"], record["base_unit"], last))
        if known is None:
            known = self._told[place] = _Told(line, key, sheet_row, {key}, set(), set())
        elif key != known.key:
            known.keys.add(key)
            differs = known.values != {record["base_value"]}
            answers = any(known.answers) or record["target_index"] is not None
            self._mark(line, len(known.keys) - 1, known.sheet_row, differs=differs, answers=answers)
            if differs and not self.columns["repeats"][known.line]:
                self._mark(known.line, 1, sheet_row, differs=True, answers=answers)
        known.values.add(record["base_value"])
        known.answers.add(record["target_index"] is not None)

    def _mark(self, line: int, rows: int, first_row: int, *, differs: bool, answers: bool) -> None:
        marks = {
            "repeats": rows,
            "repeats_differ": differs,
            "repeats_answer": answers,
            "repeats_row": first_row,
        }
        for name, value in marks.items():
            self.columns[name][line] = value
