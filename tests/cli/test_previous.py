from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Indicators, Workbook
from tests.inbox.test_earlier import ROUND, book, put

FORMER = [("拆违", "拆除违法建设12万平方米", "一季度拆除违法建设6.8万平方米。")]
NOW = [("拆违", "拆除违法建设12万平方米", "上半年拆除违法建设6.5万平方米。")]


def test_a_file_beside_the_one_before(indicators: Indicators, submission: Workbook) -> None:
    former, now = submission(FORMER, "2017年一季度.xlsx"), submission(NOW)

    assert indicators("check", now)[0] == 0
    code, output, error = indicators("check", now, "--previous", former)

    assert (code, error) == (1, "")
    assert "C2   × 错误 A010  “6.5万平方米”少于上次报送的“6.8万平方米”（截至2017年3月31日）" in output


def test_without_one_the_report_says_so(indicators: Indicators, submission: Workbook) -> None:
    _, output, _ = indicators("check", submission(NOW), "--select", "A010,T008,N006")

    assert "T008 A010 N006：没有给出上次的报送表" in output


def test_no_such_file(indicators: Indicators, submission: Workbook) -> None:
    code, _, error = indicators("check", submission(NOW), "--previous", "缺.xlsx")

    assert (code, error) == (2, "找不到上次的报送表 缺.xlsx。\n")


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """The inbox of a round whose round before is told by its round.toml."""
    for name, last, previous in (
        ("一季度", "2017-03-31", ""),
        ("上半年", "2017-06-30", 'previous = "../一季度"\n'),
    ):
        folder = tmp_path / name
        folder.mkdir()
        text = previous + ROUND.format(name=name, last=last)
        (folder / "round.toml").write_text(text, encoding="utf-8")
    put(tmp_path / "一季度" / "inbox" / "甲.xlsx", book("东城区", "累计新建绿道9.6公里。"))
    put(tmp_path / "上半年" / "inbox" / "甲.xlsx", book("东城区", "累计新建绿道9.1公里。"))
    put(tmp_path / "上半年" / "inbox" / "乙.xlsx", book("西城区", "累计新建绿道9.6公里。"))
    return tmp_path / "上半年" / "inbox"


def states(output: str) -> dict[str, tuple[str, int]]:
    return {each["unit"]: (each["state"], each["errors"]) for each in json.loads(output)["units"]}


def test_an_inbox_beside_the_round_before(indicators: Indicators, half: Path) -> None:
    _, output, _ = indicators("inbox", half, "--format", "json")

    assert states(output) == {"东城区": ("rejected", 1), "西城区": ("accepted", 0)}


def test_a_round_before_that_has_a_register(indicators: Indicators, half: Path) -> None:
    former = half.parents[1] / "一季度" / "inbox"
    indicators("inbox", former)
    put(former / "丙.xlsx", book("西城区", "累计新建绿道9.9公里。"))

    _, output, _ = indicators("inbox", half, "--format", "json")

    assert states(output) == {"东城区": ("rejected", 1), "西城区": ("accepted", 0)}


@pytest.mark.parametrize("command", ["consolidate", "remind"])
def test_the_other_commands_of_a_round_say_the_same(
    indicators: Indicators, half: Path, tmp_path: Path, command: str
) -> None:
    output = ("--output", tmp_path / "汇总.xlsx") if command == "consolidate" else ()
    _, shown, told = indicators(command, half, *output)

    assert "东城区" in (told if command == "consolidate" else shown)
    assert "西城区" not in told


def test_a_check_with_the_round_says_the_same(indicators: Indicators, half: Path) -> None:
    code, output, _ = indicators("check", half, "--format", "json")

    found = {
        file["unit"]: [each["code"] for each in file["findings"]] for file in json.loads(output)["files"]
    }
    assert code == 1
    assert "A010" in found["东城区"]
    assert "A010" not in found["西城区"]


def test_processes_and_the_cache_say_the_same(indicators: Indicators, half: Path, tmp_path: Path) -> None:
    for number in range(20):
        put(half / f"{number}.xlsx", book("西城区", f"累计新建绿道9.{number}公里。"))
    shown = [
        indicators("check", half, "--format", "json", *means)[1]
        for means in (("--jobs", "1"), ("--jobs", "2"), *[("--cache", tmp_path / "cache")] * 2)
    ]

    assert len(set(shown)) == 1
    assert "A010" in shown[0]


def test_the_cache_knows_what_came_before(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    former, now = submission(FORMER, "2017年一季度.xlsx"), submission(NOW)
    cache = ("--cache", tmp_path / "cache")

    assert indicators("check", now, *cache)[0] == 0
    assert indicators("check", now, *cache, "--previous", former)[0] == 1
    submission([("拆违", "拆除违法建设12万平方米", "一季度拆除违法建设2万平方米。")], "2017年一季度.xlsx")
    assert indicators("check", now, *cache, "--previous", former)[0] == 0
    assert indicators("check", now, *cache)[0] == 0
