"""kill -9 in the middle of 200 intakes, twenty times: what was acknowledged is there, once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.inbox.register.made import ROUND
from toolkit.inbox.register import open_register

ROOT = Path(__file__).parents[3]
INTAKES = 200
KILLS = 20
WRITER = f"""
import sys
from tests.inbox.register.made import ROUND, finding, submission
from toolkit.inbox.register import open_register
register = open_register(sys.argv[1])
print("open", flush=True)
for number in range({INTAKES}):
    recorded = register.record(ROUND, *submission(number, f"第{{number % 16}}区", findings=(finding(),) * 5))
    print(number, int(recorded.new), flush=True)
print("done", flush=True)
"""


@pytest.mark.heavy
@pytest.mark.timeout(600)
def test_killed_twenty_times(place: str) -> None:
    open_register(place)
    chance = random.Random(20)  # noqa: S311 - a plan, not a secret
    acknowledged: Counter[int] = Counter()
    killed = 0
    done = False
    while not done or killed < KILLS:
        lines = killed_after(place, chance.uniform(0.001, 0.25) if killed < KILLS else None)
        done |= "done" in lines
        killed += "done" not in lines
        for number, new in (line.split() for line in lines if line not in {"open", "done"}):
            acknowledged[int(number)] += int(new)
        register = open_register(place)
        recorded = {each.received.content for each in register.entries(round_name=ROUND)}
        assert {f"{number:064x}" for number in acknowledged} <= recorded, "lost"
        assert len(recorded) == len(register.entries(round_name=ROUND)), "doubled"
        if register.engine.dialect.name == "sqlite":
            with register.engine.connect() as connection:
                assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert killed >= KILLS
    entries = open_register(place).entries(round_name=ROUND)
    assert len(entries) == INTAKES
    assert all(len(open_register(place).findings(each.id)) == 5 for each in entries[::20])
    assert max(acknowledged.values()) == 1


def killed_after(place: str, seconds: float | None) -> list[str]:
    """The whole lines that a writer said before it was killed, this long after it had begun."""
    command = [sys.executable, "-c", WRITER, place]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "open\n"
        if seconds is not None:
            time.sleep(seconds)
            writer.kill()
        rest = writer.stdout.read()
    return [line.rstrip("\n") for line in rest.splitlines(keepends=True) if line.endswith("\n")]
