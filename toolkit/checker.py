"""Checks files in one process: each is examined, as many as fill a chunk are validated together.

This is all that a worker does too, so that the report on a file is made where the file was read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from toolkit.batches import batches
from toolkit.causes import linked
from toolkit.collection import Round, Thresholds
from toolkit.constraint import violation_finding
from toolkit.examine import Examined, Plan, examine, judged, submission_of, unreadable
from toolkit.facts import facts_of
from toolkit.finding import FileReport, Finding, Text, Verdict
from toolkit.findings import arranged, is_rejected, row_finding
from toolkit.issued import Issued, load_issued
from toolkit.rules import find
from toolkit.rules.model import Rule
from toolkit.survey import survey

if TYPE_CHECKING:
    from toolkit.engine import Broken, Violated
    from toolkit.errand import Errand
    from toolkit.guards import Guards
    from toolkit.schema import FormFile
    from toolkit.workbook import Workbook

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checker:
    """The form of an errand as it was loaded, its rules, and what files are examined for."""

    form: FormFile
    rules: tuple[Rule, ...]
    plan: Plan
    thresholds: Thresholds
    standing: bool = False
    facts: bool = False


def checker(errand: Errand[T]) -> Checker:
    """Loads what the errand names. Raises ToolkitError for a form or a template that cannot be used."""
    from toolkit.schema import load_form

    form = load_form(errand.form)
    collection = errand.round or Round(name="")
    return Checker(
        form=form,
        rules=tuple(find(code) for code in errand.codes),
        plan=Plan(
            headings=form.headings,
            codes=errand.codes,
            period=errand.period,
            template=_issued(errand.template, form, collection) if errand.template else None,
            spans=collection.spans,
            roster=collection.roster,
            previous=errand.previous,
        ),
        thresholds=collection.thresholds,
        standing=errand.standing,
        facts=errand.facts,
    )


def _issued(path: Path, form: FormFile, collection: Round) -> Issued:
    versions = collection.template.versions if collection.template else ()
    return replace(load_issued(path, form.headings), versions=versions)


def checked(
    paths: Iterable[Path],
    errand: Errand[T],
    checker: Checker,
    examined: Callable[[Iterable[Path]], Iterable[Examined]] | None = None,
) -> Iterator[T]:
    """What is made of the files, in their order; ``examined`` reads them where this process does not."""
    keys: deque[str | None] = deque()

    def noted() -> Iterator[Path]:
        """The key of a file is that of what it was before it was read, however it changes meanwhile."""
        for path in paths:
            keys.append(errand.cache.key(path) if errand.cache else None)
            yield path

    files = examined(noted()) if examined else (examine(path, checker.plan) for path in noted())
    for batch in batches(files):
        for report in check_batch(batch, checker):
            yield errand.handed_on(report, keys.popleft())


def check_batch(batch: Sequence[Examined], checker: Checker) -> Iterator[FileReport]:
    """The reports on files that are validated together, in their order."""
    from toolkit.engine import validate
    from toolkit.frames import stack

    findings = [list(file.findings) for file in batch]
    if any(file.places for file in batch):
        frames = stack([file.columns for file in batch], checker.form.extra)
        for failure in validate(frames, checker.form, checker.rules, checker.thresholds):
            for position, finding in _row_findings(failure, batch, checker.form):
                findings[position].append(finding)
    for file, found in zip(batch, findings, strict=True):
        report = _file_report(file, linked(arranged(found, file.sheets)))
        if checker.standing:
            report = replace(report, standing=survey(file.places, file.columns["targets"]))
        if checker.facts:
            report = replace(report, facts=facts_of(file.places, file.columns))
        yield report


def check_open(workbook: Workbook, path: str, checker: Checker, guards: Guards | None) -> FileReport:
    """The report on a workbook that is at hand already; ``path`` is what it is called."""
    plan = checker.plan
    own = guards.properties if guards else None
    submission = submission_of(
        workbook, path, plan.headings, plan.period, plan.template, guards, plan.roster, own
    )
    (report,) = check_batch([judged(submission, plan)], checker)
    return report


def rehearse(checker: Checker) -> None:
    """Validates one blank row, so that the libraries have taken the memory that they take in any case."""
    from toolkit.engine import validate
    from toolkit.frames import stack
    from toolkit.language.reading import read_row
    from toolkit.records import Indicator, columns_of

    reading = read_row("", "", "", None)
    blank = Indicator(key=0, sheet_row=1, task="", target="", progress="", reading=reading, period=None)
    columns = columns_of([blank])
    columns["rows"] |= {role: [None] for role in checker.form.extra}
    frames = stack([columns], checker.form.extra)
    deque(validate(frames, checker.form, checker.rules, checker.thresholds), maxlen=0)


def report_on_lost(path: Path, checker: Checker, reason: Text, fix: Text) -> FileReport:
    """The report on a file that nobody could examine: finding S001, with this reason."""
    (report,) = check_batch([unreadable(path, checker.plan, reason, fix)], checker)
    return report


def _row_findings(
    failure: Broken | Violated, batch: Sequence[Examined], form: FormFile
) -> Iterator[tuple[int, Finding]]:
    """The findings behind one failed check, each with the position of its file in the batch."""
    from toolkit.engine import Broken

    first_keys = list(accumulate((len(file.places) for file in batch), initial=0))
    for facts in failure.rows:
        position = facts["submission"]
        file = batch[position]
        place = file.places[facts["key"] - first_keys[position]]
        if isinstance(failure, Broken):
            if failure.rule.code in file.ran:
                yield position, row_finding(failure.rule, failure.check, facts, place)
        elif "S020" in file.ran and (failure.column is None or failure.column in file.present):
            yield position, violation_finding(failure, facts, place, form.headings)


def _file_report(file: Examined, findings: tuple[Finding, ...]) -> FileReport:
    verdict: Verdict = "rejected" if is_rejected(findings) else "accepted"
    return FileReport(
        path=file.path,
        verdict=verdict if file.readable else "unreadable",
        unit=file.unit,
        findings=findings,
        ran=file.ran,
        skipped=file.skipped,
    )
