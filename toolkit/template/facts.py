"""The columns of the frames for one row of a template: what is settled when it is issued, and what is typed.

The issued texts are read once, by the same code that reads a submission; only the cells that the
unit fills in stay open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from toolkit.display import plain
from toolkit.language.reading import read_row
from toolkit.language.vocabulary import words
from toolkit.records import Indicator, Stated, columns_of
from toolkit.records.spans import years_of
from toolkit.records.stated import factor_of, typed_percentage
from toolkit.round import Span
from toolkit.template.formulas import Facts, Value, either, literal, negated, quoted, settled
from toolkit.template.issue import Value as Issued
from toolkit.template.layout import Layout

_EPOCH = date(1899, 12, 30)


class Line(NamedTuple):
    """One line of a frame: its record as it was issued, and its columns as formulas."""

    frame: str
    record: Mapping[str, Any]
    facts: Facts


def lines(
    row: Mapping[str, Issued], number: int, layout: Layout, period: Span | None, *, answered: bool
) -> Iterator[Line]:
    """The lines of ``rows``, ``targets`` and ``percentages`` that this row of the template will give.

    ``answered``: whether its actual is a number. Each of the two cases has formulas of its own, which
    are much shorter than formulas for both.
    """
    indicator = _indicator(row, period)
    records = columns_of([indicator])
    is_structured = layout.column("target_value") is not None
    typed = _typed_facts(row, number, layout, period, answered=answered) if is_structured else {}
    whole = _line(records["rows"], 0)
    yield Line("rows", whole, {**_settled(whole), **_row_facts(whole, number, layout), **typed})
    for place in range(len(records["targets"].get("key", ()))):
        record = _line(records["targets"], place)
        own = _target_facts(record, typed) if record["typed_column"] else _told_facts(number, layout)
        yield Line("targets", record, {**_settled(record), **own, **_untold_time(indicator, record)})
    if answered and is_structured and (line := _percentage(indicator)):
        facts = {**_settled(line), "value": typed["actual_value"], "text": settled("")}
        yield Line("percentages", line, facts)


def serial(day: date) -> int:
    """A day as Excel counts it."""
    return (day - _EPOCH).days


def bare(cell: str) -> str:
    """The text of a cell without blanks of any width and without line breaks around or in it."""
    return f'TRIM(SUBSTITUTE(SUBSTITUTE({cell}&"","　",""),CHAR(10),""))'


def is_blank(cell: str) -> str:
    """Whether a cell says nothing at all."""
    return f'{bare(cell)}=""'


def _indicator(row: Mapping[str, Issued], period: Span | None, actual: Decimal | None = None) -> Indicator:
    target, task = str(row.get("target") or ""), str(row.get("task") or "")
    value = row.get("target_value")
    stated = Stated(
        indicator_id=_text(row, "indicator_id"),
        target_value=value if isinstance(value, Decimal) else None,
        unit=_text(row, "unit"),
        direction=_text(row, "direction"),
        actual_value=actual,
    )
    reading = read_row(task, target, "", period)
    is_structured = stated.target_value is not None
    return Indicator(0, 0, task, target, "", reading, period, stated if is_structured else None)


def _text(row: Mapping[str, Issued], role: str) -> str | None:
    value = row.get(role)
    return value if isinstance(value, str) and value else None


def _percentage(indicator: Indicator) -> Mapping[str, Any] | None:
    """The line of a typed percentage, as if one were typed already."""
    if indicator.stated is None:
        return None
    return typed_percentage(indicator._replace(stated=indicator.stated._replace(actual_value=Decimal(1))))


def _line(columns: Mapping[str, list[Any]], place: int) -> dict[str, Any]:
    return {name: values[place] for name, values in columns.items()}


def _settled(record: Mapping[str, Any]) -> dict[str, Value]:
    return {name: settled(value) for name, value in record.items()}


def _row_facts(record: Mapping[str, Any], number: int, layout: Layout) -> dict[str, Value]:
    target = layout.cell("target", number)
    if target is None:
        return {}
    listed = ",".join(quoted(word) for word in sorted(words("words", "placeholder")))
    missing = either(is_blank(target), f"ISNUMBER(MATCH({bare(target)},{{{listed}}},0))")
    return {"target_placeholder": Value(missing) if not record["target_placeholder"] else settled(value=True)}


def _typed_facts(
    row: Mapping[str, Issued], number: int, layout: Layout, period: Span | None, *, answered: bool
) -> dict[str, Value]:
    """The typed columns of a row: what is issued is settled, what is typed is a cell."""
    cells = {heading.role: f"{layout.cell(heading.role, number)}" for heading in layout.headings}
    actual = Value(cells["actual_value"]) if answered else settled(None)
    facts = {
        "actual_value": actual,
        "actual_given": settled(value=True) if answered else Value(negated(is_blank(cells["actual_value"]))),
        "actual_as_percent": settled(value=False),
    }
    facts |= {role: settled(row.get(role)) for role in ("target_value", "unit", "direction")}
    if rate := cells.get("completion"):
        facts["completion"] = Value(f"ROUND({rate}*100,10)", f"ISNUMBER({rate})")
    return facts | _time_facts(cells.get("as_of"), period)


def _time_facts(cell: str | None, period: Span | None) -> dict[str, Value]:
    """How much of the year is over on the day of the data, or else at the period's end."""
    if period is None:
        return dict.fromkeys(("elapsed", "span_over"), settled(None))
    end, year = serial(period.last), period.last.year
    day = f"IF(ISNUMBER({cell}),INT({cell}),{end})" if cell else str(end)
    first, days = serial(date(year, 1, 1)), (date(year, 12, 31) - date(year, 1, 1)).days + 1
    share = f"ROUND(IF(DAY({day}+1)=1,100*MONTH({day})/12,100*({day}-{first - 1})/{days}),10)"
    known = f"YEAR({day})={year}"
    return {"elapsed": Value(share, known), "span_over": Value(f"{day}={serial(date(year, 12, 31))}", known)}


def _untold_time(indicator: Indicator, record: Mapping[str, Any]) -> dict[str, Value]:
    """A target with years of its own is left to the check: a formula knows the calendar year only."""
    target = indicator.reading.targets[record["index"]]
    if indicator.period is None or years_of(target, indicator.period[1]) is None:
        return {}
    return dict.fromkeys(("elapsed", "pace", "span_over"), settled(None))


def _target_facts(record: Mapping[str, Any], typed: Mapping[str, Value]) -> dict[str, Value]:
    """The figure of a target that has a cell of its own."""
    times = {name: typed[name] for name in ("elapsed", "span_over")}
    if typed["actual_value"].settled:
        return {**times, "reported": typed["actual_given"]}
    cell, target, unit = typed["actual_value"].said, typed["target_value"].said, record["unit"]
    factor = factor_of(unit)
    base = Value(f"ROUND({cell}*{plain(factor)},10)" if factor != 1 else f"ROUND({cell},10)")
    ratio = Value(f"ROUND(100*{cell}/{literal(target)},10)") if target else settled(None)
    return {
        **times,
        **dict.fromkeys(("figure_base", "figure_low", "figure_high"), base),
        **dict.fromkeys(("ratio", "ratio_low", "ratio_high"), ratio),
        "figure_value": typed["actual_value"],
        "figure_unit": settled(unit),
        "figure_status_count": settled(value=False),
        "units": settled("same"),
        "reported": settled(value=True),
    }


def _told_facts(number: int, layout: Layout) -> dict[str, Value]:
    """A target that is answered in words: Excel knows only that nothing was written at all."""
    progress = layout.cell("progress", number)
    return {"reported": Value(False, is_blank(progress))} if progress else {}
