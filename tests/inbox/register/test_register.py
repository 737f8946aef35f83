"""The register on both databases: once each, in order, as it was written."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from tests.inbox.register.made import ROUND, START, finding, submission
from toolkit.collection import Round
from toolkit.errors import ToolkitError
from toolkit.finding import Severity, Waived
from toolkit.inbox.board import board
from toolkit.inbox.register import Register, open_register
from toolkit.inbox.register.migrations import STEPS, migrate
from toolkit.inbox.register.opening import connected
from toolkit.roster import Unit


def test_what_is_recorded_is_answered(place: str) -> None:
    register = open_register(place)
    received, report = submission(1, findings=(finding(), finding("A007", Severity.WARNING)))

    recorded = register.record(ROUND, received, report)

    assert (recorded.version, recorded.new) == (1, True)
    (entry,) = open_register(place).entries(round_name=ROUND)
    assert entry.id == recorded.id
    assert entry.received == replace(received, received=received.received.astimezone(UTC))
    assert [line[:3] for line in register.findings(entry.id)] == [
        ("A006", "error", "C3"),
        ("A007", "warning", "C3"),
    ]
    assert register.findings(entry.id)[0][3] == "超过限值\ufffd?。"


@pytest.mark.parametrize(
    ("contents", "versions"),
    [
        pytest.param("a", [1], id="one"),
        pytest.param("aa", [1, 1], id="a copy is no new one"),
        pytest.param("ab", [1, 2], id="two"),
        pytest.param("aba", [1, 2, 3], id="the first one again is a third"),
    ],
)
def test_versions(place: str, contents: str, versions: list[int]) -> None:
    register = open_register(place)

    recorded = [
        register.record(ROUND, *submission(number, content=content))
        for number, content in enumerate(contents)
    ]

    assert [each.version for each in recorded] == versions
    assert [each.content for each in register.received(ROUND)] == list(
        dict(zip(versions, contents, strict=False)).values()
    )


def test_the_same_round_seen_again_changes_nothing(place: str) -> None:
    register = open_register(place)
    sent = [submission(number, findings=(finding(),)) for number in range(5)]
    for each in [*sent, *sent, *reversed(sent)]:
        register.record(ROUND, *each)

    assert [each.version for each in register.entries(round_name=ROUND)] == [1, 2, 3, 4, 5]
    with register.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM judgement")).scalar() == 5


def test_an_older_file_found_later_does_not_count(place: str) -> None:
    register = open_register(place)
    register.record(ROUND, *submission(9))
    register.record(ROUND, *submission(2))

    round_ = Round(name=ROUND, units=(Unit(name="西城区"),))
    found = board(round_, register.received(ROUND), START).lines[0]

    assert found.counting is not None
    assert found.counting.path == "西城区-9.xlsx"
    assert [each.path for each in found.older] == ["西城区-2.xlsx"]


def test_judged_again_under_a_waiver(place: str) -> None:
    register = open_register(place)
    first = submission(1, findings=(finding(),))
    waived = finding(waived=Waived("口径调整", "李强", date(2017, 12, 31)))
    register.record(ROUND, *first)
    again = register.record(ROUND, *submission(1, findings=(waived,)))

    assert not again.new
    (entry,) = register.entries(round_name=ROUND)
    assert (entry.received.verdict, entry.received.errors, entry.received.waived) == ("accepted", 0, 1)
    with register.engine.connect() as connection:
        verdicts = connection.execute(text("SELECT verdict FROM judgement ORDER BY id")).scalars().all()
    assert verdicts == ["rejected", "accepted"]


def test_history_of_a_unit_over_rounds(place: str) -> None:
    register = open_register(place)
    register.record("2016年下半年", *submission(1))
    register.record(ROUND, *submission(2))
    register.record(ROUND, *submission(3, unit="东城区"))

    assert [(each.round, each.version) for each in register.entries(unit="西城区")] == [
        ("2016年下半年", 1),
        (ROUND, 1),
    ]


def test_the_rules_that_people_trip_on(place: str) -> None:
    register = open_register(place)
    many = tuple(finding("N004", Severity.INFO) for _ in range(3))
    register.record(ROUND, *submission(1, unit="西城区", findings=(finding(), *many)))
    register.record(ROUND, *submission(2, unit="东城区", findings=(finding(),)))

    assert register.tripped(ROUND) == [("A006", 2, 2), ("N004", 1, 3)]
    assert register.tripped("另一轮") == []


@pytest.mark.parametrize(
    "statement", ["UPDATE submission SET unit = 'x'", "DELETE FROM judgement", "DELETE FROM finding"]
)
def test_what_was_written_stays(place: str, statement: str) -> None:
    register = open_register(place)
    register.record(ROUND, *submission(1, findings=(finding(),)))

    with pytest.raises(DatabaseError, match="append-only"), register.engine.begin() as connection:
        connection.execute(text(statement))


def test_two_writers_of_the_same_submissions(place: str) -> None:
    """Four threads record the same forty submissions of two units, each through a connection of its own."""
    open_register(place)
    sent = [
        submission(number, unit, findings=(finding(),))
        for number in range(20)
        for unit in ("西城区", "东城区")
    ]

    def write(start: int) -> int:
        register: Register = open_register(place)
        return sum(register.record(ROUND, *each).new for each in sent[start:] + sent[:start])

    with ThreadPoolExecutor(4) as writers:
        new = sum(writers.map(write, (0, 10, 20, 30)))

    entries = open_register(place).entries(round_name=ROUND)
    assert new == len(entries) == 40
    for unit in ("西城区", "东城区"):
        assert sorted(each.version for each in entries if each.received.unit == unit) == list(range(1, 21))


@pytest.mark.parametrize("version", range(len(STEPS)))
def test_migration_from_every_version(place: str, version: int) -> None:
    engine = connected(place)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        migrate(connection, upto=version)
    if version:
        Register(engine).record(ROUND, *submission(1, findings=(finding(),)))

    register = open_register(place)

    register.record(ROUND, *submission(2))
    assert len(register.entries(round_name=ROUND)) == 1 + bool(version)
    with register.engine.connect() as connection:
        steps = (
            connection.execute(text("SELECT version FROM register_version ORDER BY version")).scalars().all()
        )
    assert steps == list(range(1, len(STEPS) + 1))


def test_a_newer_register_is_left_alone(place: str) -> None:
    register = open_register(place)
    with register.engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(text("INSERT INTO register_version VALUES (99, 'later')"))

    with pytest.raises(ToolkitError, match="newer"):
        open_register(place)


def test_opened_by_many_at_once(place: str) -> None:
    with ThreadPoolExecutor(8) as openers:
        registers = list(openers.map(open_register, [place] * 8))

    assert all(register.entries() == [] for register in registers)


@pytest.mark.parametrize("where", ["mysql://host/db", "://", "ftp://x"])
def test_no_register_there(where: str) -> None:
    with pytest.raises(ToolkitError, match="register"):
        open_register(where)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="cannot be used"):
        open_register(str(tmp_path / "nowhere" / "register.db"))


FILLING = """
import resource, sys
from tests.inbox.register.made import ROUND, finding, submission
from toolkit.errors import ToolkitError
from toolkit.inbox.register import open_register
register = open_register(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
for number in range(10_000):
    try:
        register.record(ROUND, *submission(number, findings=(finding(),) * 20))
    except ToolkitError as full:
        print("full", number, full.message.zh)
        break
"""


@pytest.mark.slow
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    place = tmp_path / "register.db"
    done = subprocess.run(
        [sys.executable, "-c", FILLING, str(place)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    word, number, message = done.stdout.split(maxsplit=2)

    assert word == "full"
    assert message.startswith("台账无法使用：")
    register = open_register(str(place))
    with register.engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert [each.version for each in register.entries()] == list(range(1, int(number) + 1))
    assert len(register.findings(register.entries()[-1].id)) == 20
    register.record(ROUND, *submission(int(number)))
    assert len(register.entries()) == int(number) + 1


def test_moments_are_kept_to_the_microsecond(place: str) -> None:
    register = open_register(place)
    moment = datetime(2017, 7, 10, 17, 0, 0, 1, tzinfo=START.tzinfo)
    received, report = submission(1)
    register.record(ROUND, replace(received, received=moment), report)
    register.record(ROUND, *submission(2, content="b"))

    assert moment in {each.received for each in register.received(ROUND)}
