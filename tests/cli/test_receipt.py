from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.planned_round import Planned, write
from tests.cli.conftest import Indicators

AT = ("--at", "2017-07-12T09:00")


@pytest.fixture
def round_file(tmp_path: Path, indicators: Indicators) -> Path:
    kinds = {"东城区": "resent", "西城区": "wrong", "丰台区": "missing"}
    inbox = write(tmp_path, [Planned(unit, kind) for unit, kind in kinds.items()])
    assert indicators("inbox", inbox, *AT)[0] == 1
    return tmp_path / "round.toml"


def test_a_receipt(indicators: Indicators, round_file: Path) -> None:
    code, output, error = indicators("receipt", "东城区政府", "--round", round_file)

    assert (code, error) == (0, "")
    lines = output.splitlines()
    assert lines[0] == "报送回执"
    assert "填报单位：东城区" in lines
    assert "文件：东城区（修改）.xlsx" in lines
    assert "第几次报送：2" in lines
    assert "收到时间：2017-07-10 16:00:00+08:00" in lines
    assert "结论：通过" in lines


def test_what_has_to_be_mended(indicators: Indicators, round_file: Path) -> None:
    _, output, _ = indicators("receipt", "西城区", "--round", round_file)

    assert "结论：退回修改" in output
    assert output.splitlines()[-2] == "须修改："
    assert output.splitlines()[-1].startswith("  C58 A006 ")


def test_history(indicators: Indicators, round_file: Path) -> None:
    _, output, _ = indicators("receipt", "东城区", "--round", round_file, "--history")

    assert [line.split("  ")[2:4] for line in output.splitlines()] == [["1", "退回修改"], ["2", "通过"]]


@pytest.mark.parametrize(
    ("unit", "code", "words"),
    [
        pytest.param("丰台区", 1, "没有", id="nothing sent"),
        pytest.param("朝阳区", 2, "名单", id="a stranger"),
    ],
)
def test_no_receipt(indicators: Indicators, round_file: Path, unit: str, code: int, words: str) -> None:
    answer, output, error = indicators("receipt", unit, "--round", round_file)

    assert answer == code
    assert words in output + error


def test_the_rules_that_are_broken_most(indicators: Indicators, round_file: Path) -> None:
    _, output, _ = indicators("round", "rules", "--round", round_file)

    assert ["2", "2", "A006"] in [line.split()[:3] for line in output.splitlines()]


def test_the_board_is_made_of_the_register(indicators: Indicators, round_file: Path) -> None:
    """What was taken out of the folder has still been received, and is received once."""
    inbox = round_file.parent / "inbox"
    for path in inbox.iterdir():
        path.unlink()

    _, output, _ = indicators("inbox", inbox, *AT)
    _, without, _ = indicators("inbox", inbox, *AT, "--no-register")

    assert "已报 2/3：通过 1，退回 1，未报 1" in output
    assert "已报 0/3" in without
