"""One file, from its path to everything that the frames and the structure rules need of it.

This is the unit of work: it knows nothing of other files, and what it gives can be sent between
processes. Neither polars nor pandera is touched here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from toolkit.assignment import Claim, assigned, claims
from toolkit.comparison.compare import differences
from toolkit.design import READ_ROLES
from toolkit.errors import UnreadableWorkbook
from toolkit.finding import Finding, Skipped, Text
from toolkit.findings import Place, spot_finding
from toolkit.guards import NOBODY, Guards
from toolkit.header import Heading, fold
from toolkit.issued import Issued, identity_of
from toolkit.previous import Sources, previous_of
from toolkit.readers import read_guards, read_properties, read_workbook
from toolkit.records import Indicator, columns_of
from toolkit.reporting_period import Period
from toolkit.roster import Roster
from toolkit.rules import find
from toolkit.rules.fault import RuleFault
from toolkit.rules.gate import gate
from toolkit.rules.model import Rule, StructureCheck
from toolkit.shared_target import Readings
from toolkit.submission import Submission, Unreadable, named_period, named_unit, title_lines
from toolkit.table import Row, Table, find_tables
from toolkit.typed import typed
from toolkit.understanding import RowsBefore, stated_of
from toolkit.workbook import Workbook

NOBODY_LISTED = Roster()
_READ_ROLES = frozenset({"task", "target", "progress"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What every file of a run is examined for: form, rules, period, and the template it came from.

    ``spans`` are the times of targets of several years, by words of the task or the target;
    ``roster`` lists who has to report, ``previous`` are the submissions before.
    """

    headings: tuple[Heading, ...]
    codes: tuple[str, ...]
    period: Period | None = None
    template: Issued | None = None
    spans: tuple[tuple[str, Period], ...] = ()
    roster: Roster = NOBODY_LISTED
    previous: Sources | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One file as the frames need it. ``columns[frame][column]`` lists values; keys count from 0.

    ``present`` are the roles that its table has, ``findings`` are those of the structure rules.
    """

    path: str
    readable: bool
    unit: str | None
    sheets: tuple[str, ...]
    places: tuple[Place, ...]
    present: frozenset[str]
    columns: Mapping[str, Mapping[str, Sequence[Any]]]
    findings: tuple[Finding, ...]
    ran: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def examine(path: Path, plan: Plan) -> Examined:
    """Reads one file and runs the structure rules on it.

    Raises RuleFault for a rule that fails; a file that cannot be read is a finding, never an error.
    """
    return judged(read_submission(path, plan.headings, plan.period, plan.template, plan.roster), plan)


def unreadable(path: Path, plan: Plan, reason: Text, fix: Text) -> Examined:
    """A file that nobody could examine: finding S001, with this reason."""
    return judged(
        Submission(
            path=str(path), headings=plan.headings, unreadable=Unreadable(reason, fix), period=plan.period
        ),
        plan,
    )


def judged(submission: Submission, plan: Plan) -> Examined:
    """Runs the structure rules on a submission and turns what it says into the columns of the frames."""
    submission = replace(submission, previous=previous_of(submission, plan.previous))
    opened = gate((find(code) for code in plan.codes), submission)
    rows = list(indicator_rows(submission))
    return Examined(
        path=submission.path,
        readable=submission.workbook is not None,
        unit=submission.unit,
        sheets=tuple(sheet.name for sheet in submission.workbook.sheets) if submission.workbook else (),
        places=tuple(_place(table, row) for table, row in rows),
        present=frozenset(role for table in submission.tables for role in table.header.columns),
        columns=_columns(submission, rows, plan),
        findings=tuple(_structure_findings(opened.open, submission)),
        ran=tuple(rule.code for rule in opened.open),
        skipped=opened.skipped,
    )


def read_submission(
    path: Path,
    headings: tuple[Heading, ...],
    period: Period | None = None,
    template: Issued | None = None,
    roster: Roster = NOBODY_LISTED,
) -> Submission:
    """The workbook and its tables, or the reason why there are none."""
    try:
        workbook = read_workbook(path)
        guards = read_guards(path) if template else None
        properties = read_properties(path) if roster else {}
    except UnreadableWorkbook as error:
        unreadable = Unreadable(error.reason, error.fix)
        named = claims(str(path), (), {}, roster)
        return Submission(
            path=str(path),
            headings=headings,
            unreadable=unreadable,
            period=period,
            unit=_unit_name(named),
            claims=named,
        )
    return submission_of(workbook, str(path), headings, period, template, guards, roster, properties)


def submission_of(  # noqa: PLR0913, PLR0917 - all that is known of one submission
    workbook: Workbook,
    path: str,
    headings: tuple[Heading, ...],
    period: Period | None = None,
    template: Issued | None = None,
    guards: Guards | None = None,
    roster: Roster = NOBODY_LISTED,
    properties: Mapping[str, str] | None = None,
) -> Submission:
    """The tables of a workbook that was read, from a file or from an open book."""
    tables, aside = find_tables(workbook, headings)
    named = claims(path, tuple(title_lines(tables)), properties or {}, roster)
    compared = differences(template, workbook, tables, guards) if template else ()
    return Submission(
        path=path,
        headings=headings,
        workbook=workbook,
        tables=tables,
        aside=aside,
        unit=_unit_name(named) or named_unit(tables),
        has_roster=bool(roster),
        claims=named,
        period=period or named_period(path, tables),
        period_given=period is not None,
        template=template,
        guards=guards,
        identity=identity_of(workbook, guards) if template else NOBODY,
        differences=compared,
    )


def _unit_name(named: tuple[Claim, ...]) -> str | None:
    unit = assigned(named)
    return unit.name if unit else None


def indicator_rows(submission: Submission) -> Iterator[tuple[Table, Row]]:
    """The rows that can be understood: those with an error value are left to S012 and S014."""
    for table in submission.tables:
        for row in table.rows:
            if not any(field.unreadable for role, field in row.fields.items() if role in _READ_ROLES):
                yield table, row


def _columns(
    submission: Submission, rows: Sequence[tuple[Table, Row]], plan: Plan
) -> Mapping[str, Mapping[str, Sequence[Any]]]:
    is_structured = any(heading.role == "target_value" for heading in submission.headings)
    every = [row for _, row in rows]
    before = RowsBefore(submission, every, is_structured=is_structured)
    readings = Readings(every, submission.period)
    indicators = (
        Indicator(
            key=key,
            sheet_row=row.number,
            task=row.text("task"),
            target=row.text("target"),
            progress=row.text("progress"),
            reading=readings.of(key),
            period=submission.period,
            stated=stated_of(row) if is_structured else None,
            span=span,
            before=before.of(key, span),
            issued=submission.template is not None,
            sharing=readings.sharing(key),
        )
        for key, (_, row) in enumerate(rows)
        for span in [_span(row, plan)]
    )
    columns = columns_of(indicators)
    columns["rows"] |= _own_columns(submission, rows)
    return columns


def _span(row: Row, plan: Plan) -> Period | None:
    words = fold(row.text("task") + row.text("target")) if plan.spans else ""
    return next((span for named, span in plan.spans if fold(named) in words), None)


def _own_columns(submission: Submission, rows: Sequence[tuple[Table, Row]]) -> dict[str, list[Any]]:
    """The form's further columns, typed; None where the cell does not hold that type."""
    return {
        heading.role: [typed(row.fields.get(heading.role), heading.kind) for _, row in rows]
        for heading in submission.headings
        if heading.role not in READ_ROLES
    }


def _place(table: Table, row: Row) -> Place:
    cells = {role: (field.row, field.column, field.text) for role, field in row.fields.items()}
    return Place(table.sheet.name, row.number, _indicator(row), cells)


def _indicator(row: Row) -> str:
    return "｜".join(row.text(role).strip() for role in ("task", "target") if role in row.fields)


def _structure_findings(rules: Sequence[Rule], submission: Submission) -> Iterator[Finding]:
    names: dict[tuple[str | None, int | None], str] = {
        (table.sheet.name, row.number): _indicator(row) for table in submission.tables for row in table.rows
    }
    for rule in rules:
        if isinstance(rule.check, StructureCheck):
            try:
                spots = list(rule.check.spots(submission))
            except Exception as error:
                raise RuleFault(rule.code, repr(error)) from error
            for spot in spots:
                yield spot_finding(rule, spot, names.get((spot.sheet, spot.row)))
