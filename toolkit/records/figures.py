"""The lines of the frame ``figures``: every quantity of the progress, and who told it before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from toolkit.language.model import Reading
from toolkit.records.matching import answering, date_of
from toolkit.records.model import Indicator, Record, context, fit
from toolkit.reporting_period import Period


def figure_records(indicator: Indicator) -> Iterator[Record]:
    """The lines of the frame ``figures``; ``repeats`` is told once all rows are known."""
    deciding = _deciding_figures(indicator.reading, indicator.period)
    for figure in indicator.reading.figures:
        quantity, period = figure.quantity, figure.period
        yield {
            **context(indicator),
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
            "repeats": 0,
            "repeats_differ": False,
            "repeats_answer": False,
            "repeats_row": None,
        }


def _deciding_figures(reading: Reading, period: Period | None) -> frozenset[int]:
    """The figures whose own date counts: the one that answers each target, and the row's latest result."""
    answers = [answering(reading, index, period) for index in range(len(reading.targets))]
    deciding = {id(figure) for figure in answers if figure is not None}
    told = [figure for figure in reading.figures if figure.role != "echo"]
    if not deciding and told:
        deciding.add(id(max(told, key=lambda figure: date_of(figure, period) or date.min)))
    return frozenset(deciding)


class _Told:
    """What the rows so far say of one object and measure."""

    def __init__(self, first: Record) -> None:
        self.first = first
        self.last_key: int = first["key"]
        self.rows = 1
        self.values: set[Decimal | None] = set()
        self.answers = False


def mark_repeats(figures: Sequence[Record], sheet_rows: Sequence[int]) -> None:
    """Fills in which other rows of the same submission tell the same object and measure.

    ``sheet_rows`` gives the sheet's row for a key. A later row points to the first; where the two
    differ the first points to the later one too. Unnamed figures are never repeats.
    """
    told: dict[tuple[str, str, date | None], _Told] = {}
    for record in figures:
        if (
            len(record["name"]) < 2
            or record["base_unit"] is None
            or record["role"] in {"echo", "denominator"}
        ):
            continue
        place = (record["name"], record["base_unit"], record["stated_last"] or record["period_last"])
        known = told.setdefault(place, _Told(record))
        if record["key"] != known.first["key"]:
            _mark(record, known, sheet_rows)
        known.values.add(record["base_value"])
        known.answers |= record["target_index"] is not None


def _mark(record: Record, known: _Told, sheet_rows: Sequence[int]) -> None:
    if record["key"] != known.last_key:
        known.rows += 1
        known.last_key = record["key"]
    differs = known.values != {record["base_value"]}
    answers = known.answers or record["target_index"] is not None
    record |= {
        "repeats": known.rows - 1,
        "repeats_differ": differs,
        "repeats_answer": answers,
        "repeats_row": sheet_rows[known.first["key"]],
    }
    if differs and not known.first["repeats"]:
        known.first |= {
            "repeats": 1,
            "repeats_differ": True,
            "repeats_answer": answers,
            "repeats_row": sheet_rows[record["key"]],
        }
