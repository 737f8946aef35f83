"""The frames that the rules look at: five over all submissions of a batch, one over the units of a round.

Every frame has ``key``, the position of its indicator row in the batch, and carries that row's
context, so that a rule needs one frame only. Decimals have ten decimal places; a number that
does not fit is null, and a rule on it stays silent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain
from typing import Any, TypeAlias

import polars as pl

Schema: TypeAlias = Mapping[str, pl.DataType | type[pl.DataType]]

NUMBER = pl.Decimal(38, 10)

KEYS = {"key": pl.Int32, "submission": pl.Int32}
PERIOD = {"period_first": pl.Date, "period_last": pl.Date}

ROWS: Schema = {
    **KEYS,
    "task": pl.String,
    "target": pl.String,
    "progress": pl.String,
    "target_placeholder": pl.Boolean,  # blank, or 待定 and the like
    "progress_blank": pl.Boolean,
    "measurable": pl.Boolean,  # the target has a number, a deliverable or a date
    "packed_targets": pl.Int32,  # separately measured numeric targets in the cell
    # the typed columns of a structured form; null in a form that has none
    "indicator_id": pl.String,
    "target_value": NUMBER,
    "unit": pl.String,
    "direction": pl.String,  # ≥ ≤ = 趋近
    "actual_value": NUMBER,
    "actual_as_percent": pl.Boolean,  # its number format shows percents
    "completion": NUMBER,  # in percent
    "as_of": pl.Date,
    "target_read": NUMBER,  # what the target's own text asks for, in the column's unit
    "target_read_text": pl.String,
    "actual_read_text": pl.String,  # the figure of the progress text that should be the typed one
    "actual_read_low": NUMBER,
    "actual_read_high": NUMBER,
    "slash_joined": pl.Boolean,  # 422.1亿元/388.4亿元: nothing names the two
    # the same row of the submission before; null where there is none, or no clear one
    "previous_last": pl.Date,  # the end of its period
    "target_now": pl.String,  # what is asked, where it is not what was asked before
    "target_before": pl.String,
    "told_again": pl.Boolean,  # the progress is word for word the same
    "ongoing": pl.Boolean,  # the progress tells of something that is under way, not of what is settled
    **PERIOD,
}

TARGETS: Schema = {
    **KEYS,
    "index": pl.Int32,
    "text": pl.String,
    "start": pl.Int32,
    "end": pl.Int32,
    "name": pl.String,
    "value": NUMBER,
    "unit": pl.String,
    "base_value": NUMBER,
    "base_unit": pl.String,
    "comparator": pl.String,
    "direction": pl.String,
    "kind": pl.String,
    "bound": pl.String,  # the target as a limit: ≤ 60, ≥ 92, = 100; null where it has no number
    "approximate": pl.Boolean,
    "has_base": pl.Boolean,
    "annual_statistic": pl.Boolean,  # comes out once a year, by its name or as the progress says
    "falls_to": pl.Boolean,  # its cap is to come down to by the end (降至13.8%), not to keep at any time
    "whole_number": pl.Boolean,  # a count of things: can only move in steps of one
    # the figure that answers it, null where none does
    "figure_text": pl.String,
    "figure_start": pl.Int32,
    "figure_end": pl.Int32,
    "figure_value": NUMBER,
    "figure_unit": pl.String,
    "figure_base": NUMBER,
    "figure_low": NUMBER,
    "figure_high": NUMBER,
    "figure_role": pl.String,
    "figure_status_count": pl.Boolean,
    "units": pl.String,  # same | scaled (万辆, 辆) | interchangeable (件, 起) | different
    "ratio": NUMBER,  # 100 * figure / target in base units, in percent
    "ratio_low": NUMBER,  # the same of figure_low and figure_high; equal to ratio for an exact figure
    "ratio_high": NUMBER,
    "completion": NUMBER,  # a completion percentage reported for it, in percent
    "completion_text": pl.String,
    "completion_start": pl.Int32,
    "completion_end": pl.Int32,
    "told_text": pl.String,  # what the progress says of it: the figure, or else the completion percentage
    "told_start": pl.Int32,
    "told_end": pl.Int32,
    "echo_text": pl.String,  # the number of the target, repeated without a completion verb
    "echo_start": pl.Int32,
    "echo_end": pl.Int32,
    "reported": pl.Boolean,  # a figure, a completion percentage, or words that settle it
    "elapsed": NUMBER,  # share of the target's span gone by at the figure's own date, in percent
    "pace": NUMBER,  # what elapsed makes of the target, in the target's own unit: value * elapsed / 100
    "span_over": pl.Boolean,  # the figure's date is the end of the target's span
    "progress_blank": pl.Boolean,
    "typed_column": pl.String,  # the typed column whose cell is the figure, null for one found in the text
    # its total and that of the submission before; null where the two do not count from the same day on
    "total_text": pl.String,
    "total_start": pl.Int32,
    "total_end": pl.Int32,
    "total_high": NUMBER,  # the most that it can be, beside the least that the other can be
    "total_day": pl.Date,  # up to which it counts
    "previous_text": pl.String,
    "previous_low": NUMBER,
    "previous_day": pl.Date,
    **PERIOD,
}

FIGURES: Schema = {
    **KEYS,
    "text": pl.String,
    "start": pl.Int32,
    "end": pl.Int32,
    "name": pl.String,
    "value": NUMBER,
    "unit": pl.String,
    "base_value": NUMBER,
    "base_unit": pl.String,
    "role": pl.String,
    "target_index": pl.Int32,
    "stated_text": pl.String,  # the period as stated for it, null where none is
    "stated_start": pl.Int32,
    "stated_end": pl.Int32,
    "stated_last": pl.Date,
    "decides_period": pl.Boolean,  # a stale date here matters: no later figure replaces it
    "repeats": pl.Int32,  # other rows of the submission that tell the same object and measure
    "repeats_differ": pl.Boolean,  # one of them with another value
    "repeats_answer": pl.Boolean,  # one of the two answers its row's target
    "repeats_row": pl.Int32,  # sheet row of the first of them
    "low": NUMBER,  # what the base value may be as it was written: 9.6 is 9.55 to 9.65
    "high": NUMBER,
    **PERIOD,
}

PERCENTAGES: Schema = {
    **KEYS,
    "text": pl.String,
    "start": pl.Int32,
    "end": pl.Int32,
    "value": NUMBER,  # in percent
    "digits": pl.Int32,  # decimals as written: 1 for 4.2%, 1 for 4.2‰
    "approximation": pl.String,  # ~ > < >= <=, empty for a number that is meant as it stands
    "unit": pl.String,  # % or ‰ or 个百分点
    "bounded": pl.Boolean,
    "completion": pl.Boolean,
    "growth": pl.Boolean,
    "numerator": NUMBER,
    "denominator": NUMBER,
    "exact": NUMBER,  # 100 * numerator / denominator
    "low": NUMBER,  # least and greatest percentage that the (rounded) inputs allow
    "high": NUMBER,
    "rounded": NUMBER,  # exact, rounded to the digits shown
    "truncated": NUMBER,  # exact, cut to the digits shown
    "whole_denominator": pl.Boolean,
    "attainable": pl.Boolean,  # some whole numerator gives it (GRIM); null where not to be decided
    "target_index": pl.Int32,
    "typed_column": pl.String,  # the typed column whose cell it is, null for one found in the text
    **PERIOD,
}

PHRASES: Schema = {
    **KEYS,
    "kind": pl.String,
    "text": pl.String,
    "start": pl.Int32,
    "end": pl.Int32,
    "column": pl.String,  # target | progress
    "claim": pl.String,  # completed | over | ahead | half | pace
    "has_number": pl.Boolean,  # a number stands in its sentence
    "stated": NUMBER,
    "counted": NUMBER,
    "tolerance": NUMBER,  # how far rounding alone may hold stated and counted apart
    "whole_row": pl.Boolean,
    "hint": pl.String,  # the right form, the missing part, what it contradicts
    "ratio": NUMBER,  # completion of the row's target, in percent, null where unknown
    "elapsed": NUMBER,  # share of the year gone by at the period's end, in percent
    "ratio_approximate": pl.Boolean,  # the figure behind it is 余, 多, 近, 约
    "target_kind": pl.String,  # kind of the target it belongs to
    **PERIOD,
}

# What units of a round tell of a thing that there is once; its submissions are the units that tell it.
FACTS: Schema = {
    **KEYS,
    "text": pl.String,
    "start": pl.Int32,
    "end": pl.Int32,
    "low": NUMBER,
    "high": NUMBER,
    "issued": pl.Boolean,  # it answers one and the same target; else the words of the progress name the work
    "target_index": pl.Int32,
    "typed_column": pl.String,
    "units": pl.Int32,  # how many units tell it
    "other_unit": pl.String,  # the first of them that tells another number, else the first of them
    "other_text": pl.String,
    "other_low": NUMBER,
    "other_high": NUMBER,
}

FRAMES: Mapping[str, Schema] = {
    "rows": ROWS,
    "targets": TARGETS,
    "figures": FIGURES,
    "percentages": PERCENTAGES,
    "phrases": PHRASES,
}


def facts_frame(lines: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """The frame ``facts`` of a round, line by line."""
    return pl.DataFrame(
        [_series(name, [line[name] for line in lines], dtype) for name, dtype in FACTS.items()]
    )


def stack(
    pieces: Sequence[Mapping[str, Mapping[str, Sequence[Any]]]], extra: Mapping[str, pl.DataType]
) -> dict[str, pl.DataFrame]:
    """The five frames over all pieces; ``pieces[n][frame][column]`` lists the values of submission *n*.

    Keys count through the whole batch. ``extra`` gives the types of the rows' further columns,
    those of the form that the toolkit does not read itself. A piece without lines has no columns.
    """
    counts = [len(piece["rows"].get("key", ())) for piece in pieces]
    offsets = list(accumulate(counts, initial=0))
    schemas: dict[str, Schema] = {**FRAMES, "rows": {**ROWS, **extra}}
    return {name: _stacked(name, schema, pieces, offsets) for name, schema in schemas.items()}


def _stacked(
    name: str,
    schema: Schema,
    pieces: Sequence[Mapping[str, Mapping[str, Sequence[Any]]]],
    offsets: Sequence[int],
) -> pl.DataFrame:
    parts = [piece[name] for piece in pieces]
    lengths = [len(part.get("key", ())) for part in parts]
    keys = [key + offset for part, offset in zip(parts, offsets, strict=False) for key in part.get("key", ())]
    submissions = [position for position, length in enumerate(lengths) for _ in range(length)]
    series = [pl.Series("key", keys, pl.Int32), pl.Series("submission", submissions, pl.Int32)]
    for column, dtype in schema.items():
        if column not in KEYS:
            values = list(chain.from_iterable(part.get(column, ()) for part in parts))
            series.append(_series(column, values, dtype))
    return pl.DataFrame(series)


def _series(name: str, values: list[Any], dtype: pl.DataType | type[pl.DataType]) -> pl.Series:
    """Numbers come as Decimal; an author's column of another numeric type is cast from there."""
    if not dtype.is_numeric() or dtype.is_integer():
        return pl.Series(name, values, dtype)
    # by way of text, which takes a fifth of the time that polars needs for a Decimal object
    written = [None if value is None else str(value) for value in values]
    numbers = pl.Series(name, written, pl.String).cast(NUMBER, strict=False)
    return numbers if dtype == NUMBER else numbers.cast(dtype)
