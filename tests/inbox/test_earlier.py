"""Where the submissions before these are found: by the register, by the newest file, or by name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from toolkit.check import Settings, form_headings
from toolkit.errors import ToolkitError
from toolkit.inbox.earlier import Search, earlier
from toolkit.inbox.folder import look
from toolkit.inbox.received import receive
from toolkit.inbox.receiving import Intake, opened
from toolkit.roster import Roster, Unit
from toolkit.round import load_round
from toolkit.rules import known_words
from toolkit.testing import workbook

ROUND = """
name = "2017年{name}"
period = {{ first = 2017-01-01, last = {last} }}
units = ["东城区", "西城区"]
severities = {{ behind-pace = "info" }}
"""
ROSTER = Roster((Unit(name="东城区", aliases=("东城",)), Unit(name="西城区")))


def book(unit: str, told: str) -> bytes:
    return workbook(f"""
        | 填报单位：{unit} | < | < |
        | 绩效任务 | 年度目标 | 进展情况 |
        | 绿道 | 新建绿道18公里 | {told} |
    """)


def put(path: Path, content: bytes, age: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (1_500_000_000 - age, 1_500_000_000 - age))
    return path


@pytest.fixture
def quarter(tmp_path: Path) -> Path:
    """The folder of a round with two versions of one unit's submission and one of another's."""
    folder = tmp_path / "2017-q1"
    folder.mkdir()
    (folder / "round.toml").write_text(ROUND.format(name="一季度", last="2017-03-31"), encoding="utf-8")
    put(folder / "inbox" / "甲.xlsx", book("东城区", "新建绿道3公里。"), age=90)
    put(folder / "inbox" / "乙.xlsx", book("东城区", "新建绿道4公里。"))
    put(folder / "inbox" / "丙.xlsx", book("西城区", "新建绿道5公里。"))
    put(folder / "inbox" / "说明.xlsx", workbook("| 说明 |"))
    return folder


def search(*now: Path, register: str | None = None) -> Search:
    return Search(form_headings(Settings()), ROSTER, now, register)


def names(place: Path, wanted: Search) -> dict[str, str]:
    return {unit: source.path.name for unit, source in earlier(place, wanted).by_unit.items()}


NEWEST = {"东城区": "乙.xlsx", "西城区": "丙.xlsx"}


@pytest.mark.parametrize("file", ["", "round.toml"])
def test_the_newest_file_of_every_unit_of_a_round(quarter: Path, file: str) -> None:
    found = earlier(quarter / file, search())
    assert {unit: source.path.name for unit, source in found.by_unit.items()} == NEWEST
    assert found.alone is None
    assert {source.period for source in found.by_unit.values()} == {
        load_round(quarter / "round.toml", known_words()).period
    }


def test_a_folder_of_files_below_its_round(quarter: Path) -> None:
    found = earlier(quarter / "inbox", search())
    assert {source.period for source in found.by_unit.values()} == {
        load_round(quarter / "round.toml", known_words()).period
    }


def test_files_that_are_checked_now_are_no_earlier_ones(quarter: Path) -> None:
    now = quarter / "inbox" / "乙.xlsx"
    assert names(quarter, search(now)) == NEWEST | {"东城区": "甲.xlsx"}


def test_a_round_inside_the_folder_is_another_one(quarter: Path) -> None:
    inner = quarter / "2017-h1"
    put(inner / "甲.xlsx", book("东城区", "新建绿道9公里。"), age=-90)
    (inner / "round.toml").write_text(ROUND.format(name="上半年", last="2017-06-30"), encoding="utf-8")
    assert names(quarter, search()) == NEWEST


@pytest.mark.parametrize("shared", [False, True])
def test_the_register_says_what_counted(quarter: Path, tmp_path: Path, shared: bool) -> None:  # noqa: FBT001
    """What was never received does not count, and a file is known by its content wherever it is by now."""
    round_ = load_round(quarter / "round.toml", known_words())
    place = str((tmp_path if shared else quarter) / "register.db")
    intake = Intake(round_, opened(place))
    receive(look(quarter), Settings(round=round_), intake.take)
    (quarter / "inbox" / "丙.xlsx").rename(quarter / "西城.xlsx")
    put(quarter / "inbox" / "新.xlsx", book("东城区", "新建绿道6公里。"), age=-90)
    wanted = search(register=place if shared else None)
    assert names(quarter, wanted) == {"东城区": "乙.xlsx", "西城区": "西城.xlsx"}


def test_one_file_for_one_file(quarter: Path, tmp_path: Path) -> None:
    former, now = quarter / "inbox" / "甲.xlsx", tmp_path / "now.xlsx"
    found = earlier(former, search(now))
    assert found.alone
    assert found.of("无此单位") == found.of(None) == found.alone
    assert names(former, search(now, now)) == {"东城区": "甲.xlsx"}


@pytest.mark.parametrize("name", ["说明.xlsx", "缺.xlsx"])
def test_a_file_that_is_none_is_the_operators_mistake(quarter: Path, name: str) -> None:
    with pytest.raises(ToolkitError, match=name):
        earlier(quarter / "inbox" / name, search())
