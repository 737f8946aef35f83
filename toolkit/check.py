"""The check, from files to a report: what is asked, who does it, and what comes of it.

What is done to each file stands in ``checker``: it is read, its table found, its words understood
(``examine``); the rows of many files are stacked into frames; the rules run on the frames as pandera
checks; what they find becomes findings, each file's own, in an order that depends on nothing but
the files. That happens in this process, in several, or on a cluster, and the report is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from toolkit import __version__
from toolkit.batches import jobs_for
from toolkit.errand import Errand
from toolkit.errors import UnreadableWorkbook
from toolkit.finding import FileReport, Report
from toolkit.form_files import find_form
from toolkit.garbage import seldom_collected
from toolkit.rules import OF_A_ROUND, all_codes
from toolkit.shapes import AsItIs, Shape
from toolkit.spool import Spool

if TYPE_CHECKING:
    from toolkit.baseline import Baseline
    from toolkit.collection import Round
    from toolkit.guards import Guards
    from toolkit.header import Heading
    from toolkit.language.model import Reading
    from toolkit.previous import Sources
    from toolkit.reporting_period import Period
    from toolkit.table import Row
    from toolkit.workbook import Workbook

T = TypeVar("T")

DEFAULT_FORM = "progress-summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a check is asked for. ``select`` and ``ignore`` are rule codes; no ``select`` means all.

    The form, the period and the issued ``template`` are the round's, unless they are given here.
    ``jobs`` is how many files are read at the same time, each in a process of its own; by default the
    cores, for many files.
    ``cache`` is a folder that keeps what was found in files, until they change. ``executor`` is the
    address of a cluster, ``dask://HOST:PORT``, which reads them instead. ``standing`` asks for the
    indicators themselves beside the findings, ``facts`` for what other units may tell too; what
    ``baseline`` knows is left out. ``now`` decides which waivers of the round still hold; by default it
    is the time at which a report is made. ``previous`` are the submissions before these, to compare
    them with.
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
    facts: bool = False
    baseline: Baseline | None = None
    template: Path | None = None
    now: datetime | None = None
    previous: Sources | None = None


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
    made = check_as(AsItIs(), paths, settings)
    if settings.round or settings.baseline:
        made = map(partial(_ruled, settings=settings), made)
    with seldom_collected():
        files, interrupted = gathered(made, progress)
    report = report_of(settings, files)
    if interrupted:
        raise Interrupted(report)
    return report


def check_open(workbook: Workbook, path: str, settings: Settings, guards: Guards | None = None) -> FileReport:
    """The report on a workbook that is open somewhere: the same as ``check`` gives once it is saved.

    ``path`` is what it is called, which may name its period; ``guards`` are those of its file, and
    matter only beside a template. Raises as ``check`` does.
    """
    from toolkit.checker import check_open, checker

    return _ruled(check_open(workbook, path, checker(_errand(settings, AsItIs())), guards), settings)


def _ruled(report: FileReport, settings: Settings) -> FileReport:
    """The report after the round and then the baseline have had their say."""
    if settings.round:
        from toolkit.ruling import ruled

        report = ruled(report, settings.round, settings.now)
    return settings.baseline.only_new(report) if settings.baseline else report


def check_as(shape: Shape[T], paths: Iterable[Path], settings: Settings) -> Iterator[T]:
    """The same file by file, each report in this shape, before a round or a baseline has its say."""
    files, errand = tuple(paths), _errand(settings, shape)
    if errand.cache is None:
        return _fresh(files, errand, settings)
    from toolkit.cache import through

    return through(errand.cache, files, shape, lambda asked: _fresh(asked, errand, settings))


def changes_reports(settings: Settings) -> bool:
    """Whether the round or a baseline has a say in what a report says of a file."""
    judges = settings.round is not None and bool(settings.round.severities or settings.round.waivers)
    return judges or settings.baseline is not None


def gathered(made: Iterator[T], progress: Callable[[T], object] | None = None) -> tuple[Sequence[T], bool]:
    """What is made of all files, out of the way of memory, and whether the user ended it early."""
    done: Spool[T] = Spool()
    try:
        for each in made:
            done.append(each)
            if progress:
                progress(each)
    except KeyboardInterrupt:
        return done, True
    return done, False


def report_of(settings: Settings, files: Sequence[FileReport] = ()) -> Report:
    """The report on these files, in the name of the round."""
    name = settings.round.name if settings.round else None
    return Report(tool_version=__version__, round=name, files=files)


class Interrupted(Exception):
    """The user stopped the check. ``report`` holds the files that were done by then, in their order."""

    def __init__(self, report: Report) -> None:
        super().__init__("interrupted")
        self.report = report


def read(path: Path, settings: Settings) -> ReadFile:
    """What is understood of one file, without any judgement. Raises UnreadableWorkbook."""
    from toolkit.examine import indicator_rows, read_submission
    from toolkit.schema import load_form
    from toolkit.understanding import understand

    headings = load_form(_form_path(settings)).headings
    submission = read_submission(path, headings, _period(settings))
    if submission.unreadable:
        raise UnreadableWorkbook(submission.unreadable.reason, submission.unreadable.fix)
    rows = (
        ReadRow(table.sheet.name, row, understand(row, submission.period))
        for table, row in indicator_rows(submission)
    )
    return ReadFile(submission.path, submission.period, tuple(rows))


def _errand(settings: Settings, shape: Shape[T]) -> Errand[T]:
    if settings.round:
        from toolkit.ruling import threshold_faults

        for fault in threshold_faults(settings.round):
            raise fault
    errand = Errand(
        form=_form_path(settings),
        codes=_codes(settings),
        shape=shape,
        period=_period(settings),
        template=_template_path(settings),
        standing=settings.standing,
        facts=settings.facts,
        round=settings.round,
        previous=_previous(settings),
    )
    if settings.cache is None:
        return errand
    from toolkit.cache import Cache, setting_of

    template = errand.template
    issued = template.read_bytes() if template and template.is_file() else None
    own = settings.round and attrgetter("spans", "thresholds", "template", "units")(settings.round)
    parts = errand.form.read_bytes(), errand.codes, errand.period, own, errand.standing, issued
    setting = setting_of(__version__, *parts, errand.previous, errand.facts)
    return replace(errand, cache=Cache(settings.cache, setting))


def _fresh(paths: Sequence[Path], errand: Errand[T], settings: Settings) -> Iterator[T]:
    """What is made of files that are read now: here, in processes of their own, or on a cluster."""
    if not paths:
        return iter(())
    jobs = jobs_for(settings.jobs, len(paths))
    if jobs > 1 and not settings.executor:
        from toolkit.workers import check_in_processes

        return check_in_processes(paths, errand, jobs)
    from toolkit.checker import checked, checker

    loaded = checker(errand)
    if not settings.executor:
        return checked(paths, errand, loaded)
    from toolkit.cluster import examine_on_cluster

    examined = partial(examine_on_cluster, plan=loaded.plan, address=settings.executor)
    return checked(paths, errand, loaded, examined)


def form_headings(settings: Settings) -> tuple[Heading, ...]:
    """The headings of the form that these settings ask for."""
    from toolkit.schema import load_form

    return load_form(_form_path(settings)).headings


def _form_path(settings: Settings) -> Path:
    name = settings.schema or (settings.round and settings.round.schema) or DEFAULT_FORM
    return find_form(str(name), beside=settings.round.folder if settings.round else None)


def _previous(settings: Settings) -> Sources | None:
    if settings.previous is None or settings.executor is None:
        return settings.previous
    from toolkit.previous import ELSEWHERE, Sources

    return Sources(without=ELSEWHERE)


def _template_path(settings: Settings) -> Path | None:
    return settings.template or (settings.round.template_path if settings.round else None)


def _codes(settings: Settings) -> tuple[str, ...]:
    return tuple(
        code
        for code in all_codes()
        if code not in OF_A_ROUND
        and (not settings.select or code in settings.select)
        and code not in settings.ignore
        and not code.startswith("X")  # those judge templates, never a submission
    )


def _period(settings: Settings) -> Period | None:
    return settings.period or (settings.round.period if settings.round else None)
