"""Fifty thousand submissions: the board within a second."""

from __future__ import annotations

import sys
import time
from datetime import timedelta

import pytest
from sqlalchemy import insert

from tests.inbox.register.made import ROUND, START
from toolkit.collection import Round
from toolkit.inbox.board import Board, board
from toolkit.inbox.receiving import Intake
from toolkit.inbox.register import Register, open_register
from toolkit.inbox.register.tables import JUDGEMENT, SUBMISSION, written
from toolkit.roster import Unit

UNITS = 3_125
VERSIONS = 16


def fill(register: Register) -> None:
    """Sixteen submissions of every unit, each rejected but the last."""
    submissions = [
        {
            "id": unit * VERSIONS + version,
            "round": ROUND,
            "unit": f"{unit}号镇",
            "version": version,
            "content": f"{unit * VERSIONS + version:064x}",
            "path": f"{unit}号镇-{version}.xlsx",
            "received": written(START + timedelta(minutes=version, seconds=unit)),
            "recorded": written(START),
        }
        for unit in range(UNITS)
        for version in range(1, VERSIONS + 1)
    ]
    judgements = [
        {
            "submission": each["id"],
            "judged": written(START),
            "tool_version": "1",
            "verdict": "accepted" if each["version"] == VERSIONS else "rejected",
            "errors": int(each["version"] != VERSIONS),
            "warnings": 0,
            "infos": 0,
            "waived": 0,
        }
        for each in submissions
    ]
    with register.engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(insert(SUBMISSION), submissions)
        connection.execute(insert(JUDGEMENT), judgements)


@pytest.mark.heavy
def test_fifty_thousand_submissions(place: str) -> None:
    register = open_register(place)
    fill(register)
    round_ = Round(
        name=ROUND,
        deadline=START + timedelta(days=9),
        units=tuple(Unit(name=f"{n}号镇") for n in range(UNITS)),
    )

    def timed() -> tuple[float, Board]:
        begun = time.perf_counter()
        received, sent = Intake(round_, open_register(place)).received()
        made = board(round_, received, START + timedelta(days=10), sent)
        return time.perf_counter() - begun, made

    seconds, made = min((timed() for _ in range(5)), key=lambda each: each[0])
    sys.stdout.write(
        f"board of {UNITS * VERSIONS:,} submissions on {register.engine.dialect.name}: {seconds:.2f} s\n"
    )
    assert made.count("accepted") == UNITS
    assert {line.version for line in made.lines} == {VERSIONS}
    assert seconds <= 1.0
