"""What is written to the register and what it answers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Row, Select, func, insert, select
from sqlalchemy.exc import DatabaseError, IntegrityError

from toolkit import __version__
from toolkit.errors import ToolkitError
from toolkit.finding import FileReport, Finding, Text
from toolkit.inbox.received import Received
from toolkit.inbox.register.tables import FINDING, JUDGEMENT, SUBMISSION, told, written

_ATTEMPTS = 20
_COUNTS = ("errors", "warnings", "infos", "waived")


class Recorded(NamedTuple):
    """What became of one submission: its number in the register, its version, and whether it was new."""

    id: int
    version: int
    new: bool


class Entry(NamedTuple):
    """One submission as the register has it, with its newest judgement."""

    id: int
    round: str
    version: int
    recorded: datetime
    received: Received


class Tripped(NamedTuple):
    """How often a rule was broken: in how many units, and how many times."""

    code: str
    units: int
    findings: int


@dataclass(frozen=True, slots=True)
class Register:
    """A register that is open. Every method raises ToolkitError where the database cannot do it."""

    engine: Engine

    def record(self, round_name: str, received: Received, report: FileReport) -> Recorded:
        """Writes a submission with its judgement, unless it is there. ``received.unit`` is known.

        A copy of the submission before or after it in time is no new one; judged otherwise than
        before, it gets a further judgement.
        """
        for attempt in range(_ATTEMPTS):
            try:
                with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
                    return _record(connection, round_name, received, report)
            except IntegrityError as error:  # another writer took the number first
                if attempt == _ATTEMPTS - 1:
                    raise database_fault(error) from error
            except DatabaseError as error:
                raise database_fault(error) from error
        raise AssertionError

    def received(self, round_name: str) -> list[Received]:
        """Every submission of a round with its newest judgement, in the order of time."""
        return [entry.received for entry in self.entries(round_name=round_name)]

    def newest(self, round_name: str) -> list[tuple[Received, int]]:
        """The submission of every unit that counts, and how many it has sent."""
        unit, order = SUBMISSION.c.unit, (SUBMISSION.c.received.desc(), SUBMISSION.c.id.desc())
        place = func.row_number().over(partition_by=unit, order_by=order).label("place")
        ranked = (
            select(*SUBMISSION.c, place, func.count().over(partition_by=unit).label("versions"))
            .where(SUBMISSION.c.round == round_name)
            .subquery()
        )
        counting = select(ranked).where(ranked.c.place == 1).cte("counting")
        newest = (
            select(func.max(JUDGEMENT.c.id).label("id"))
            .join_from(JUDGEMENT, counting, JUDGEMENT.c.submission == counting.c.id)
            .group_by(JUDGEMENT.c.submission)
            .subquery()
        )
        query = (
            select(
                *(counting.c[column.name] for column in SUBMISSION.c),
                JUDGEMENT.c.verdict,
                *(JUDGEMENT.c[name] for name in _COUNTS),
                counting.c.versions,
            )
            .join_from(newest, JUDGEMENT, JUDGEMENT.c.id == newest.c.id)
            .join(counting, counting.c.id == JUDGEMENT.c.submission)
        )
        return [(_entry(row[:-1]).received, row.versions) for row in self._rows(query)]

    def entries(self, *, round_name: str | None = None, unit: str | None = None) -> list[Entry]:
        """The submissions of a round, of a unit, or both, in the order of time."""
        query = _newest()
        if round_name is not None:
            query = query.where(SUBMISSION.c.round == round_name)
        if unit is not None:
            query = query.where(SUBMISSION.c.unit == unit)
        return [_entry(row) for row in self._rows(query.order_by(SUBMISSION.c.received, SUBMISSION.c.id))]

    def findings(self, submission: int) -> list[tuple[str, str, str | None, str]]:
        """Code, severity, cell and Chinese message of the newest judgement on a submission."""
        newest = select(func.max(JUDGEMENT.c.id)).where(JUDGEMENT.c.submission == submission)
        query = select(FINDING.c.code, FINDING.c.severity, FINDING.c.cell, FINDING.c.message_zh)
        rows = self._rows(
            query.where(FINDING.c.judgement == newest.scalar_subquery()).order_by(FINDING.c.position)
        )
        return [(row.code, row.severity, row.cell, row.message_zh) for row in rows]

    def tripped(self, round_name: str) -> list[Tripped]:
        """The rules that submissions of a round broke, the most frequent first."""
        units, findings = func.count(SUBMISSION.c.unit.distinct()), func.count()
        query = (
            select(FINDING.c.code, units.label("units"), findings.label("findings"))
            .join_from(FINDING, JUDGEMENT, FINDING.c.judgement == JUDGEMENT.c.id)
            .join(SUBMISSION, JUDGEMENT.c.submission == SUBMISSION.c.id)
            .where(SUBMISSION.c.round == round_name, FINDING.c.waived.is_(False))
            .group_by(FINDING.c.code)
            .order_by(units.desc(), findings.desc(), FINDING.c.code)
        )
        return [Tripped(row.code, row.units, row.findings) for row in self._rows(query)]

    def _rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        try:
            with self.engine.connect() as connection:
                return connection.execute(query).all()
        except DatabaseError as error:
            raise database_fault(error) from error


def database_fault(error: DatabaseError) -> ToolkitError:
    """What the database would not do, in one sentence; nothing was half written."""
    reason = " ".join(str(error.orig).split())
    return ToolkitError(Text(f"台账无法使用：{reason}。", f"The register cannot be used: {reason}."))


def _newest() -> Select[Any]:
    """Submissions beside the newest judgement on each."""
    newest = (
        select(JUDGEMENT.c.submission, func.max(JUDGEMENT.c.id).label("id"))
        .group_by(JUDGEMENT.c.submission)
        .subquery()
    )
    return (
        select(*SUBMISSION.c, JUDGEMENT.c.verdict, *(JUDGEMENT.c[name] for name in _COUNTS))
        .join_from(SUBMISSION, newest, SUBMISSION.c.id == newest.c.submission)
        .join(JUDGEMENT, JUDGEMENT.c.id == newest.c.id)
    )


def _entry(row: Sequence[Any]) -> Entry:
    number, round_name, unit, version, content, path, received, recorded, verdict, *counts = row
    errors, warnings, infos, waived = counts
    return Entry(
        number,
        round_name,
        version,
        told(recorded),
        Received(
            path=path,
            content=content,
            received=told(received),
            unit=unit,
            verdict=verdict,
            errors=errors,
            warnings=warnings,
            infos=infos,
            waived=waived,
        ),
    )


def _record(connection: Connection, round_name: str, received: Received, report: FileReport) -> Recorded:
    known = connection.execute(
        select(SUBMISSION.c.id, SUBMISSION.c.version, SUBMISSION.c.content, SUBMISSION.c.received)
        .where(SUBMISSION.c.round == round_name, SUBMISSION.c.unit == received.unit)
        .order_by(SUBMISSION.c.received, SUBMISSION.c.id)
    ).all()
    place = bisect_right(known, written(received.received), key=lambda row: str(row.received))
    for row in known[max(place - 1, 0) : place + 1]:
        if row.content == received.content:
            _judge_again(connection, row.id, received, report)
            return Recorded(row.id, row.version, new=False)
    version = len(known) + 1
    number = _insert_submission(connection, round_name, version, received)
    _insert_judgement(connection, number, received, report)
    return Recorded(number, version, new=True)


def _insert_submission(connection: Connection, round_name: str, version: int, received: Received) -> int:
    values = {
        "round": round_name,
        "unit": received.unit,
        "version": version,
        "content": received.content,
        "path": _storable(received.path),
        "received": written(received.received),
        "recorded": written(datetime.now(UTC)),
    }
    made = connection.execute(insert(SUBMISSION).values(values).returning(SUBMISSION.c.id))
    return int(made.scalar_one())


def _insert_judgement(connection: Connection, number: int, received: Received, report: FileReport) -> None:
    values = {
        "submission": number,
        "judged": written(datetime.now(UTC)),
        "tool_version": __version__,
        "verdict": received.verdict,
        **{name: getattr(received, name) for name in _COUNTS},
    }
    made = connection.execute(insert(JUDGEMENT).values(values).returning(JUDGEMENT.c.id))
    lines = list(_lines(int(made.scalar_one()), report.findings))
    if lines:
        connection.execute(insert(FINDING), lines)


def _judge_again(connection: Connection, number: int, received: Received, report: FileReport) -> None:
    """A further judgement where the newest one says something else."""
    newest = connection.execute(
        select(JUDGEMENT).where(JUDGEMENT.c.submission == number).order_by(JUDGEMENT.c.id.desc()).limit(1)
    ).one()
    found = connection.execute(
        select(FINDING.c.fingerprint, FINDING.c.severity, FINDING.c.waived)
        .where(FINDING.c.judgement == newest.id)
        .order_by(FINDING.c.position)
    ).all()
    now = [(each.fingerprint, each.severity.value, each.waived is not None) for each in report.findings]
    if newest.verdict != received.verdict or [tuple(row) for row in found] != now:
        _insert_judgement(connection, number, received, report)


def _lines(judgement: int, findings: Sequence[Finding]) -> Iterator[dict[str, object]]:
    for position, finding in enumerate(findings):
        yield {
            "judgement": judgement,
            "position": position,
            "code": finding.code,
            "severity": finding.severity.value,
            "waived": finding.waived is not None,
            "sheet": _storable(finding.location.sheet),
            "cell": finding.location.cell,
            "indicator": _storable(finding.indicator),
            "message_zh": _storable(finding.message.zh),
            "message_en": _storable(finding.message.en),
            "fingerprint": finding.fingerprint,
        }


def _storable(text: str | None) -> str | None:
    """Text without what a database cannot hold: NUL, and half a surrogate pair."""
    return text and text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
