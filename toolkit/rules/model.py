"""What a rule is: its words, its examples, and the check behind it.

A rule on rows, targets, figures, percentages or phrases holds a ``FrameCheck``: a polars
expression that the engine attaches to pandera as a named check. A rule on the workbook itself
holds a ``StructureCheck``. S020 alone stands for what the author of a form wrote himself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from toolkit.finding import Severity, Text

if TYPE_CHECKING:
    import polars as pl

    from toolkit.intake import Intake
    from toolkit.rules.terms import Term
    from toolkit.submission import Submission

FrameName = Literal["rows", "targets", "figures", "percentages", "phrases", "facts"]
Row = Mapping[str, Any]
Mark = Literal[
    "task",
    "target",
    "progress",
    "target_value",
    "actual_value",
    "completion",
    "target_text",
    "figure",
    "told",
    "total",
    "answer",
    "echo",
    "stated",
    "percentage",
    "phrase",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameCheck:
    """One check over a stacked frame.

    ``broken`` makes the expression that is true where the rule is broken; null means that it
    cannot be decided, and stays silent. ``mark`` says what to point at: a whole cell (``task``,
    ``target``, ``progress``, a typed column) or a phrase of the frame's row: ``told`` (the figure, or
    else the completion percentage), ``total``, ``echo`` and ``stated`` are the columns of that prefix;
    ``answer`` is the cell where the result belongs. Where a typed column gives the figure, its cell is
    marked. A rule that Excel can hold too is written in ``toolkit.rules.terms``. ``grade`` may
    lower or raise the severity for one row. ``value``, ``expected`` and the rule's messages are
    format strings over the frame's row, filled by ``toolkit.rules.wording``. ``thresholds`` are further
    columns of one value each, which a round may set for itself.
    """

    frame: FrameName
    broken: Callable[[], pl.Expr | Term]
    mark: Mark
    grade: Callable[[Row], Severity] | None = None
    value: str | None = None
    expected: str | None = None
    related: tuple[Mark, ...] = ()
    thresholds: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that a structure rule points at. ``facts`` fill the rule's messages."""

    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    role: str | None = None
    text: str | None = None
    value: str | None = None
    expected: str | None = None
    severity: Severity | None = None
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureCheck:
    """One check over a submission's workbook and table, before any frame is made."""

    spots: Callable[[Submission], Iterable[Spot]]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeCheck:
    """One check over what a round knows of a unit; a single file has no say in it."""

    spots: Callable[[Intake], Iterable[Spot]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintCheck:
    """The constraints that the author of a form wrote in pandera; only S020 holds one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateCheck:
    """A rule on templates: ``toolkit.template`` finds its places, and no submission is judged by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One indicator row on which a rule is tried; it runs as a test and stands in the docs.

    ``text`` is the phrase that a failing example must mark, or None for the whole cell.
    ``severity`` is given where it differs from the rule's own. ``others`` are further rows of
    the same table, as (target, progress), for rules that compare rows. ``previous`` is the row, likewise,
    of the submission before, whose period is ``previous_period``; ``elsewhere`` is what another unit
    tells in the same row.
    """

    target: str = ""
    progress: str = ""
    task: str = "绩效任务"
    text: str | None = None
    severity: Severity | None = None
    period: str = "2017-01-01/2017-06-30"
    others: tuple[tuple[str, str], ...] = ()
    previous: tuple[str, str] | None = None
    previous_period: str = "2017-01-01/2017-03-31"
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableExample:
    """A sheet as a Markdown table (see ``toolkit.testing``) on which a structure rule is tried.

    ``cell`` is the address that a failing example must mark, or None for the whole sheet.
    ``schema`` is the name of a bundled form or the source of another, where the usual one will not do;
    ``content`` are the bytes of a file that no table gives, ``period`` is the round's, where the rule
    wants one, ``template`` is the sheet as it was issued, ``units`` are the round's, with aliases behind
    signs of equality.
    """

    table: str = ""
    cell: str | None = None
    severity: Severity | None = None
    schema: str | None = None
    content: bytes | None = None
    period: str | None = None
    template: str | None = None
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeExample:
    """A unit at one moment on which an intake rule is tried. Moments are Beijing's, as ISO writes them."""

    deadline: str
    received: str | None
    now: str = "2017-07-20T09:00:00"


AnyExample: TypeAlias = Example | TableExample | IntakeExample


class Cause(NamedTuple):
    """A rule whose finding explains another one, where both are in the same row.

    ``within`` says how close they have to be: in the row at all, in one cell, about one target
    (``part``), or on one phrase.
    """

    code: str
    within: Literal["row", "cell", "part", "phrase"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of the catalogue. ``requires`` names what must be there for it to run.

    Its words: ``workbook`` (a readable file), ``table`` (a header row was found), ``period`` (the
    reporting period is known), ``template`` (the issued template is at hand), ``previous`` (so is what
    the unit sent before, and its period is known), ``guards`` (the file
    format tells protection and validations), ``units`` and ``deadline`` (the round has them),
    ``formats``, ``formulas``, ``errors`` (the file format tells them), and the roles of
    ``toolkit.design.READ_ROLES`` (that column is there). ``follows`` names the causes under which
    its findings may be folded: once the cause is mended, they are gone as well.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    message: Text
    why: Text
    fix: Text
    check: FrameCheck | StructureCheck | IntakeCheck | ConstraintCheck | TemplateCheck
    requires: tuple[str, ...]
    passing: tuple[AnyExample, ...]
    failing: tuple[AnyExample, ...]
    since: str = "0.1.0"
    follows: tuple[Cause, ...] = ()

    @property
    def family(self) -> str:
        """The catalogue's letter: S, T, A, P, C, N, D or X."""
        return self.code[0]
