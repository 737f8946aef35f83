"""Rules and the form's own constraints as pandera checks: one validation per frame and batch.

What failed is read from ``SchemaErrors.schema_errors``: the reason, the check's name and its
boolean output, whose positions are the rows of the frame. Never from a message. A null in the
output is not a failure: what cannot be decided stays silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData
from pandera.errors import SchemaError, SchemaErrorReason, SchemaErrors

from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.rules.fault import RuleFault
from toolkit.rules.model import FrameCheck, Rule
from toolkit.schema import FormFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A rule, and the rows of a frame that break it."""

    rule: Rule
    check: FrameCheck
    rows: pl.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Violated:
    """A constraint of the form's author, the column it is on (None for whole rows), and the rows."""

    column: str | None
    constraint: str
    limits: Mapping[str, object]
    rows: pl.DataFrame


def validate(
    frames: Mapping[str, pl.DataFrame], form: FormFile, rules: Iterable[Rule]
) -> Iterator[Broken | Violated]:
    """Everything that fails in a batch.

    Raises RuleFault for a rule that raises, and ToolkitError for a constraint of the form that does.
    """
    by_frame: dict[str, list[tuple[Rule, FrameCheck]]] = {name: [] for name in frames}
    for rule in rules:
        if isinstance(rule.check, FrameCheck):
            by_frame[rule.check.frame].append((rule, rule.check))
    for name, frame in frames.items():
        if not frame.is_empty():
            yield from _validate_frame(frame, form if name == "rows" else None, by_frame[name])


def _validate_frame(
    frame: pl.DataFrame, form: FormFile | None, rules: Sequence[tuple[Rule, FrameCheck]]
) -> Iterator[Broken | Violated]:
    known = {rule.code: (rule, check) for rule, check in rules}
    schema = pa.DataFrameSchema(
        columns=form.schema.columns if form else None,
        checks=[*(form.schema.checks if form else ()), *map(_named_check, known.values())],
        unique=form.schema.unique if form else None,
    )
    for error in _failures(schema, frame):
        code = _code(error, known)
        if error.reason_code is SchemaErrorReason.CHECK_ERROR and code:
            raise RuleFault(code, str(error.failure_cases))
        if error.reason_code is SchemaErrorReason.CHECK_ERROR:
            raise _constraint_fault(form, error)
        if code:
            rule, check = known[code]
            yield Broken(rule=rule, check=check, rows=_failing_rows(error, frame))
        else:
            yield _violated(error, frame)


def _named_check(entry: tuple[Rule, FrameCheck]) -> pa.Check:
    """The rule as a pandera check. Its own sample of failures is not wanted: the output says it all."""
    rule, check = entry
    return pa.Check(_holds(check.broken), name=rule.code, n_failure_cases=0)


def _holds(broken: Callable[[], pl.Expr]) -> Callable[[PolarsData], pl.LazyFrame]:
    return lambda data: data.lazyframe.select(~broken())


def _failures(schema: pa.DataFrameSchema, frame: pl.DataFrame) -> list[SchemaError]:
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        return errors.schema_errors
    return []


def _code(error: SchemaError, known: Mapping[str, object]) -> str | None:
    """The rule's code, or None for a constraint of the form, which has a column or another name."""
    name = getattr(error.check, "name", None)
    return name if error.column_name is None and name in known else None


def _failing_rows(error: SchemaError, frame: pl.DataFrame) -> pl.DataFrame:
    output: pl.DataFrame = error.check_output
    failing = output.get_column(output.columns[-1]).not_().arg_true()
    return frame[failing]


def _violated(error: SchemaError, frame: pl.DataFrame) -> Violated:
    rows = _failing_rows(error, frame)
    if error.reason_code in {SchemaErrorReason.SERIES_CONTAINS_DUPLICATES, SchemaErrorReason.DUPLICATES}:
        rows = _repeated_in_submission(error, frame)
    return Violated(
        column=error.column_name,
        constraint=getattr(error.check, "name", None) or str(error.check),
        limits=getattr(error.check, "statistics", None) or {},
        rows=rows,
    )


def _repeated_in_submission(error: SchemaError, frame: pl.DataFrame) -> pl.DataFrame:
    """The rows that repeat a value of their own submission: other submissions of the batch do not count."""
    columns = [error.column_name] if error.column_name else list(error.schema.unique)
    blank = frame.select(pl.all_horizontal(pl.col(columns).is_null())).to_series()
    return frame.filter(frame.select("submission", *columns).is_duplicated() & ~blank)


def _constraint_fault(form: FormFile | None, error: SchemaError) -> ToolkitError:
    name = getattr(error.check, "name", None) or str(error.check)
    path = form.path if form else ""
    return ToolkitError(
        Text(
            f"表样 {path} 的约束 {name} 运行出错：{error.failure_cases}。",
            f"The constraint {name} of the schema {path} cannot be run: {error.failure_cases}.",
        )
    )
