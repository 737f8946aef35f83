"""The check, from files to a report. Read from top to bottom it is the specification.

A file is read, its table found, its words understood (``examine``); the rows of all files are
stacked into frames; the rules run on the frames as pandera checks; what they find becomes
findings, each file's own, in an order that depends on nothing but the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toolkit import __version__
from toolkit.baseline import Baseline
from toolkit.batches import batches, examined
from toolkit.causes import linked
from toolkit.collection import Round, Thresholds
from toolkit.constraint import violation_finding
from toolkit.errors import UnreadableWorkbook
from toolkit.examine import Examined, Plan, indicator_rows, read_submission, understand
from toolkit.finding import FileReport, Finding, Report, Verdict
from toolkit.findings import arranged, is_rejected, row_finding
from toolkit.form_files import find_form
from toolkit.issued import Issued, load_issued
from toolkit.language.model import Reading
from toolkit.reporting_period import Period
from toolkit.rules import all_rules
from toolkit.rules.model import Rule
from toolkit.ruling import ruled, threshold_faults
from toolkit.spool import Spool
from toolkit.survey import survey
from toolkit.table import Row

if TYPE_CHECKING:
    from toolkit.engine import Broken, Violated
    from toolkit.schema import FormFile

DEFAULT_FORM = "progress-summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a check is asked for. ``select`` and ``ignore`` are rule codes; no ``select`` means all.

    The form, the period and the issued ``template`` are the round's, unless they are given here.
    ``jobs`` is how many files are read at the same time, each in a process of its own; by default the
    cores, for many files.
    ``cache`` is a folder that keeps what was found in files, until they change. ``executor`` is the
    address of a cluster, ``dask://HOST:PORT``, which reads them instead. ``standing`` asks for the
    indicators themselves beside the findings; what ``baseline`` knows is left out. ``now`` decides
    which waivers of the round still hold; by default it is the time at which a report is made.
    """

    schema: str | Path | None = None
    round: Round | None = None
    period: Period | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int | None = None
    cache: Path | None = None
    executor: str | None = None
    standing: bool = False
    baseline: Baseline | None = None
    template: Path | None = None
    now: datetime | None = None


class ReadRow(NamedTuple):
    """One indicator row, and what was understood of it."""

    sheet: str
    row: Row
    reading: Reading


class ReadFile(NamedTuple):
    """All that was understood of one file."""

    path: str
    period: Period | None
    rows: tuple[ReadRow, ...]


def check(
    paths: Iterable[Path], settings: Settings, progress: Callable[[FileReport], object] | None = None
) -> Report:
    """The report on these files, in their order. ``progress`` is told of every report as it is made.

    Raises ToolkitError for a path or a form that is not there, RuleFault for a rule that fails, and
    Interrupted, with the report on what is done, where the user has had enough.
    """
    done = Spool()
    try:
        for checked in _reports(tuple(paths), settings):
            judged = ruled(checked, settings.round, settings.now) if settings.round else checked
            report = settings.baseline.only_new(judged) if settings.baseline else judged
            done.append(report)
            if progress:
                progress(report)
    except KeyboardInterrupt:
        raise Interrupted(_report(settings, done)) from None
    return _report(settings, done)


class Interrupted(Exception):
    """The user stopped the check. ``report`` holds the files that were done by then, in their order."""

    def __init__(self, report: Report) -> None:
        super().__init__("interrupted")
        self.report = report


def read(path: Path, settings: Settings) -> ReadFile:
    """What is understood of one file, without any judgement. Raises UnreadableWorkbook."""
    from toolkit.schema import load_form

    headings = load_form(_form_path(settings)).headings
    submission = read_submission(path, headings, _period(settings))
    if submission.unreadable:
        raise UnreadableWorkbook(submission.unreadable.reason, submission.unreadable.fix)
    rows = (
        ReadRow(table.sheet.name, row, understand(row, submission.period))
        for table, row in indicator_rows(submission)
    )
    return ReadFile(submission.path, submission.period, tuple(rows))


def check_batch(
    batch: Sequence[Examined],
    form: FormFile,
    rules: Sequence[Rule],
    *,
    standing: bool = False,
    thresholds: Thresholds | None = None,
) -> Iterator[FileReport]:
    """The reports on files that are validated together, in their order."""
    from toolkit.engine import validate
    from toolkit.frames import stack

    findings = [list(file.findings) for file in batch]
    if any(file.places for file in batch):
        frames = stack([file.columns for file in batch], form.extra)
        for failure in validate(frames, form, rules, thresholds):
            for position, finding in _row_findings(failure, batch, form):
                findings[position].append(finding)
    for file, found in zip(batch, findings, strict=True):
        report = _file_report(file, linked(arranged(found, file.sheets)))
        if standing:
            report = replace(report, standing=survey(file.places, file.columns["targets"]))
        yield report


def _report(settings: Settings, files: Sequence[FileReport]) -> Report:
    name = settings.round.name if settings.round else None
    return Report(tool_version=__version__, round=name, files=files)


def _reports(paths: Sequence[Path], settings: Settings) -> Iterator[FileReport]:
    """The reports on the files, those that the cache has not from a fresh check."""
    for fault in threshold_faults(settings.round) if settings.round else ():
        raise fault
    rules, source = _rules(settings), _form_path(settings)

    def fresh(asked: Sequence[Path]) -> Iterator[FileReport]:
        return _fresh(asked, settings, source, rules)

    if settings.cache is None:
        return fresh(paths)
    from toolkit.cache import Cache, setting_of, through

    codes = tuple(rule.code for rule in rules)
    template = _template_path(settings)
    issued = template.read_bytes() if template and template.is_file() else None
    own = settings.round and (settings.round.spans, settings.round.thresholds, settings.round.template)
    parts = (__version__, source.read_bytes(), codes, _period(settings), own, settings.standing, issued)
    setting = setting_of(*parts)
    return through(Cache(settings.cache, setting), paths, fresh)


def _fresh(
    paths: Sequence[Path], settings: Settings, source: Path, rules: Sequence[Rule]
) -> Iterator[FileReport]:
    """The reports on files that are read now. The form is loaded only where there is a file to read."""
    if not paths:
        return
    from toolkit.schema import load_form

    form = load_form(source)
    template = _template_path(settings)
    collection = settings.round or Round(name="")
    plan = Plan(
        headings=form.headings,
        codes=tuple(rule.code for rule in rules),
        period=_period(settings),
        template=_issued(template, form, collection) if template else None,
        spans=collection.spans,
    )
    for batch in batches(examined(paths, plan, jobs=settings.jobs, executor=settings.executor)):
        yield from check_batch(
            batch, form, rules, standing=settings.standing, thresholds=collection.thresholds
        )


def _form_path(settings: Settings) -> Path:
    name = settings.schema or (settings.round and settings.round.schema) or DEFAULT_FORM
    return find_form(str(name), beside=settings.round.folder if settings.round else None)


def _template_path(settings: Settings) -> Path | None:
    return settings.template or (settings.round.template_path if settings.round else None)


def _issued(path: Path, form: FormFile, collection: Round) -> Issued:
    versions = collection.template.versions if collection.template else ()
    return replace(load_issued(path, form.headings), versions=versions)


def _rules(settings: Settings) -> tuple[Rule, ...]:
    return tuple(
        rule
        for rule in all_rules()
        if (not settings.select or rule.code in settings.select) and rule.code not in settings.ignore
    )


def _period(settings: Settings) -> Period | None:
    return settings.period or (settings.round.period if settings.round else None)


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
        elif failure.column is None or failure.column in file.present:
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
