"""The board against a plan that is known, and against the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from benchmarks.planned_round import KINDS, NOW, names, outcomes, plan, write
from toolkit.check import Settings
from toolkit.collection import Round, Waiver
from toolkit.inbox.board import Board, Line, board
from toolkit.inbox.folder import look
from toolkit.inbox.received import Received, receive
from toolkit.roster import Unit
from toolkit.round import load_round
from toolkit.round_fields import BEIJING
from toolkit.rules import known_words

DEADLINE = datetime(2017, 7, 10, 17, tzinfo=BEIJING)
SECOND = timedelta(seconds=1)


def planned_board(folder: Path, count: int, seed: int) -> tuple[Board, tuple[object, ...]]:
    planned = plan(names(count), seed)
    inbox = write(folder, planned)
    round_ = load_round(folder / "round.toml", known_words())
    received: list[Received] = []
    receive(look(inbox), Settings(round=round_, now=NOW), lambda each, _: received.append(each))
    return board(round_, received, NOW), tuple(each.outcome for each in planned)


@pytest.mark.parametrize("seed", [7, 2017])
def test_sixteen_districts_as_planned(tmp_path: Path, seed: int) -> None:
    made, expected = planned_board(tmp_path, 16, seed)

    assert outcomes(made) == expected
    assert made.strangers == ()
    assert len(KINDS) == 11


def sent(received: datetime, content: str = "a", unit: str | None = "西城区") -> Received:
    return Received(path=f"{content}.xlsx", content=content, received=received, unit=unit, verdict="accepted")


def line(now: datetime, *files: Received, deadline: datetime = DEADLINE, **unit: datetime) -> Line:
    round_ = Round(name="一", deadline=deadline, units=(Unit(name="西城区", **unit),))  # type: ignore[arg-type]
    return board(round_, files, now).lines[0]


@pytest.mark.parametrize(
    ("received", "late"),
    [
        pytest.param(DEADLINE - SECOND, None, id="a second before"),
        pytest.param(DEADLINE, None, id="at the second"),
        pytest.param(DEADLINE + timedelta(milliseconds=999), None, id="within the second"),
        pytest.param(DEADLINE + SECOND, SECOND, id="a second after"),
        pytest.param(datetime(2017, 7, 10, 9, tzinfo=UTC), None, id="at the second, told in UTC"),
        pytest.param(datetime(2017, 7, 10, 9, 0, 1, tzinfo=UTC), SECOND, id="a second after, told in UTC"),
        pytest.param(
            datetime(2017, 7, 10, 17, tzinfo=ZoneInfo("Asia/Tokyo")),
            None,
            id="17:00 in Tokyo is an hour early",
        ),
    ],
)
def test_the_second_of_the_deadline(received: datetime, late: timedelta | None) -> None:
    found = line(received + timedelta(days=1), sent(received))

    assert found.lateness == late
    assert [finding.code for finding in found.findings] == (["D006"] if late else [])
    assert found.warnings == bool(late)


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        pytest.param(DEADLINE, [], id="at the second there is still time"),
        pytest.param(DEADLINE + SECOND, ["D007"], id="a second later it is missing"),
        pytest.param(DEADLINE.astimezone(UTC) + SECOND, ["D007"], id="so it is in UTC"),
    ],
)
def test_nothing_was_sent(now: datetime, codes: list[str]) -> None:
    found = line(now)

    assert [finding.code for finding in found.findings] == codes
    assert (found.state, found.errors) == ("missing", len(codes))


def test_an_extension_is_the_units_own() -> None:
    extended = DEADLINE + timedelta(days=2)

    assert line(extended, sent(extended), deadline=extended).lateness is None
    found = line(extended + SECOND, sent(extended + SECOND))
    assert found.lateness == timedelta(days=2, seconds=1)
    own = board(
        Round(
            name="一", deadline=DEADLINE, units=(Unit(name="西城区", deadline=extended), Unit(name="东城区"))
        ),
        [sent(extended), sent(extended, "b", "东城区")],
        extended,
    )
    assert [each.lateness for each in own.lines] == [None, timedelta(days=2)]


@pytest.mark.parametrize(
    ("now", "errors"), [(datetime(2017, 7, 12, 23, 59, 59), 0), (datetime(2017, 7, 13), 1)]
)
def test_a_missing_submission_is_waived_to_the_end_of_that_day(now: datetime, errors: int) -> None:
    waiver = Waiver(rule="D007", reason="停工", by="李强", until=date(2017, 7, 12), unit="西城区")
    round_ = Round(name="一", deadline=DEADLINE, units=(Unit(name="西城区"),), waivers=(waiver,))

    found = board(round_, [], now.replace(tzinfo=BEIJING)).lines[0]

    assert found.errors == errors
    assert [finding.code for finding in found.findings] == ["D007"]


def test_working_days_that_are_left() -> None:
    friday = datetime(2017, 7, 7, 9, tzinfo=BEIJING)

    assert line(friday).days_left == 1
    assert line(DEADLINE - SECOND).days_left == 0
    assert line(DEADLINE + SECOND).days_left is None


@pytest.mark.parametrize(
    ("contents", "version", "counting", "older", "copies"),
    [
        pytest.param("a", 1, 0, "", "", id="one"),
        pytest.param("aa", 1, 0, "", "a", id="a copy"),
        pytest.param("ab", 2, 1, "a", "", id="sent again"),
        pytest.param("aba", 3, 2, "ab", "", id="the first one again"),
        pytest.param("aabbb", 2, 2, "a", "abb", id="copies of both"),
    ],
)
def test_the_newest_counts(contents: str, version: int, counting: int, older: str, copies: str) -> None:
    files = [sent(DEADLINE + SECOND * number, content) for number, content in enumerate(contents)]

    found = line(DEADLINE, *reversed(files))

    assert found.counting == files[counting]
    assert found.version == version
    assert "".join(each.content for each in found.older) == older
    assert "".join(each.content for each in found.copies) == copies


def test_a_copy_after_the_deadline_makes_nothing_late() -> None:
    assert line(DEADLINE + SECOND, sent(DEADLINE), sent(DEADLINE + SECOND)).lateness is None


def test_files_of_no_unit_are_kept_apart() -> None:
    round_ = Round(name="一", units=(Unit(name="西城区"),))
    files = [sent(DEADLINE, "a", None), sent(DEADLINE, "b", "朝阳区")]

    found = board(round_, files, DEADLINE)

    assert found.strangers == tuple(files)
    assert found.lines[0].state == "missing"


def test_a_round_without_a_list_has_those_who_sent() -> None:
    found = board(Round(name="一"), [sent(DEADLINE), sent(DEADLINE, "b", "东城区")], DEADLINE)

    assert [each.unit for each in found.lines] == ["东城区", "西城区"]
