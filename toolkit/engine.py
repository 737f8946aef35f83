"""Rules and the form's own constraints as pandera checks: one validation per frame and batch.

What failed is read from ``SchemaErrors.schema_errors``: the reason, the check's name and, for a
constraint of the form, its boolean output, whose positions are the rows of the frame. Never from a
message. All rules of a frame are worked out in one query; the check of each looks up its own column
there and answers for the frame. A null is not a failure: what cannot be decided stays silent.

pandera lets a check and a schema bring the backend that runs them. Those of rules have one each, since
the usual ones ask polars three times a check for what is known already, and write a table of examples
for a message that nobody reads: more than half of the time of a validation.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import NamedTuple

import pandera.polars as pa
import polars as pl
from pandera.api.base.checks import CheckResult
from pandera.api.polars.types import PolarsData
from pandera.backends.polars.checks import PolarsCheckBackend
from pandera.backends.polars.container import DataFrameSchemaBackend
from pandera.errors import FailureCaseMetadata, SchemaError, SchemaErrorReason, SchemaErrors

from toolkit.errors import ToolkitError
from toolkit.finding import Text
from toolkit.frames import NUMBER
from toolkit.rules.fault import RuleFault
from toolkit.rules.model import FrameCheck, Row, Rule
from toolkit.rules.terms import Term, as_expr
from toolkit.schema import FormFile

_AT_A_TIME = 5_000  # rows of a frame whose failures are written out as mappings together


class Broken(NamedTuple):
    """A rule, and rows of a frame that break it; a large frame has several of one rule."""

    rule: Rule
    check: FrameCheck
    rows: Sequence[Row]


class Violated(NamedTuple):
    """A constraint of the form's author, the column it is on (None for whole rows), and the rows."""

    column: str | None
    constraint: str
    limits: Mapping[str, object]
    rows: Sequence[Row]


class _Known(NamedTuple):
    """A table that is there, where pandera expects one that has yet to be worked out."""

    table: pl.DataFrame

    def collect(self) -> pl.DataFrame:
        return self.table


class _AnswerBackend(PolarsCheckBackend):
    """Runs a check whose function knows its answer for the whole frame."""

    def __call__(self, check_obj: pl.LazyFrame, key: str | None = None) -> CheckResult:
        answer = _known(answer=bool(self.check_fn(PolarsData(check_obj, key or "*"))))
        return CheckResult(answer, answer, check_obj, None)


class _RuleCheck(pa.Check):
    """A rule as a check of its name."""

    @classmethod
    def get_backend(cls, check_obj: object) -> type[_AnswerBackend]:  # noqa: ARG003 - as pandera asks
        return _AnswerBackend


class _RulesBackend(DataFrameSchemaBackend):
    """Collects what failed, without the table of examples."""

    def failure_cases_metadata(
        self, schema_name: str, schema_errors: list[SchemaError]
    ) -> FailureCaseMetadata:
        return FailureCaseMetadata(None, {"rules": schema_name}, {"rules": len(schema_errors)})


class _RulesSchema(pa.DataFrameSchema):
    """The rules on one frame."""

    @classmethod
    def get_backend(cls, check_obj: object = None, check_type: type | None = None) -> _RulesBackend:  # noqa: ARG003
        return _RulesBackend()


@cache
def _known(*, answer: bool) -> _Known:
    return _Known(pl.DataFrame({"check_output": [answer]}))


def validate(
    frames: Mapping[str, pl.DataFrame],
    form: FormFile | None,
    rules: Iterable[Rule],
    thresholds: Mapping[str, Mapping[str, Decimal]] | None = None,
) -> Iterator[Broken | Violated]:
    """Everything that fails in a batch. ``thresholds`` by rule code are those of the round.

    Raises RuleFault for a rule that raises, and ToolkitError for a constraint of the form that does.
    """
    by_frame: dict[str, list[tuple[Rule, FrameCheck]]] = {name: [] for name in frames}
    for rule in rules:
        if isinstance(rule.check, FrameCheck) and rule.check.frame in frames:
            by_frame[rule.check.frame].append((rule, rule.check))
    for name, frame in frames.items():
        if not frame.is_empty():
            bounds = _bounds(by_frame[name], thresholds or {})
            yield from _validate_frame(
                frame.with_columns(bounds), form if name == "rows" else None, by_frame[name]
            )


def _bounds(
    rules: Iterable[tuple[Rule, FrameCheck]], thresholds: Mapping[str, Mapping[str, Decimal]]
) -> list[pl.Expr]:
    """The rules' thresholds as columns of one value each."""
    return [
        pl.lit(thresholds.get(rule.code, {}).get(name, Decimal(usual)), NUMBER).alias(name)
        for rule, check in rules
        for name, usual in check.thresholds.items()
    ]


def _validate_frame(
    frame: pl.DataFrame, form: FormFile | None, rules: Sequence[tuple[Rule, FrameCheck]]
) -> Iterator[Broken | Violated]:
    known = {rule.code: (rule, check) for rule, check in rules}
    answers = _answers(frame, known.values())
    # apart, because pandera cannot list a rule's one answer beside the failing values of a column
    schemas: list[pa.DataFrameSchema] = [_RulesSchema(checks=list(_named_checks(answers)))]
    if form:
        own = form.schema
        schemas.insert(0, pa.DataFrameSchema(columns=own.columns, checks=own.checks, unique=own.unique))
    broken: list[str] = []
    for error in chain.from_iterable(_failures(schema, frame) for schema in schemas):
        code = _code(error, known)
        if code:
            broken.append(code)
        elif error.reason_code is SchemaErrorReason.CHECK_ERROR:
            raise _constraint_fault(form, error)
        else:
            yield _violated(error, frame)
    for start in range(0, frame.height, _AT_A_TIME) if broken else ():
        some = frame.slice(start, _AT_A_TIME), answers.slice(start, _AT_A_TIME).select(broken)
        for code, rows in _failing_rows(*some).items():
            rule, check = known[code]
            yield Broken(rule=rule, check=check, rows=rows)


def _answers(frame: pl.DataFrame, rules: Collection[tuple[Rule, FrameCheck]]) -> pl.DataFrame:
    """For every rule a column of its code, that says of each row of the frame whether the rule holds.

    Raises RuleFault for a rule that raises or whose expression is no truth value.
    """
    try:
        answers = frame.select([_holds(rule, check) for rule, check in rules])
    except Exception:  # noqa: BLE001 - which rule it was comes out when each is asked alone
        answers = pl.DataFrame([_alone(frame, rule, check) for rule, check in rules])
    for code, dtype in answers.schema.items():
        if dtype != pl.Boolean:
            raise RuleFault(code, f"its expression is {dtype}, not Boolean")
    return answers


def _holds(rule: Rule, check: FrameCheck) -> pl.Expr:
    return _kept(check.broken).alias(rule.code)


@cache
def _kept(broken: Callable[[], pl.Expr | Term]) -> pl.Expr:
    """What is true where a rule holds: built once, not for every batch."""
    return ~as_expr(broken())


def _alone(frame: pl.DataFrame, rule: Rule, check: FrameCheck) -> pl.Series:
    try:
        return frame.select(_holds(rule, check)).to_series()
    except Exception as error:
        raise RuleFault(rule.code, str(error)) from error


def _named_checks(answers: pl.DataFrame) -> Iterator[pa.Check]:
    """Every rule as a pandera check of its own name."""
    for answer in answers:
        yield _RuleCheck(_looked_up(answer), name=answer.name)


def _looked_up(answer: pl.Series) -> Callable[[PolarsData], bool]:
    return lambda _: answer.all()


def _failing_rows(frame: pl.DataFrame, answers: pl.DataFrame) -> dict[str, list[Row]]:
    """By code the rows that break a rule; a row that breaks several is one and the same mapping."""
    codes = [answer.name for answer in answers if not answer.all()]
    if not codes:
        return {}
    places = answers.select(pl.arg_where(~pl.col(code)).implode().alias(code) for code in codes).row(0)
    each = sorted(set().union(*places))
    facts = dict(zip(each, frame[each].rows(named=True), strict=True))
    return {code: [facts[place] for place in found] for code, found in zip(codes, places, strict=True)}


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


def _violated(error: SchemaError, frame: pl.DataFrame) -> Violated:
    output: pl.DataFrame = error.check_output
    rows = frame[output.get_column(output.columns[-1]).not_().arg_true()]
    if error.reason_code in {SchemaErrorReason.SERIES_CONTAINS_DUPLICATES, SchemaErrorReason.DUPLICATES}:
        rows = _repeated_in_submission(error, frame)
    return Violated(
        column=error.column_name,
        constraint=getattr(error.check, "name", None) or str(error.check),
        limits=getattr(error.check, "statistics", None) or {},
        rows=rows.rows(named=True),
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
