from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from benchmarks.planned_round import Planned, write
from tests.cli.conftest import Indicators
from toolkit.reporters.wrapping import width

AT = ("--at", "2017-07-12T09:00")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    kinds = {"东城区": "good", "西城区": "late", "朝阳区": "wrong", "丰台区": "missing"}
    return write(tmp_path, [Planned(unit, kind) for unit, kind in kinds.items()])


def test_the_board_on_a_terminal(indicators: Indicators, inbox: Path) -> None:
    (inbox / "说明.xlsx").write_bytes((inbox / "东城区2017年上半年.xlsx").read_bytes()[:50])

    code, output, error = indicators("inbox", inbox, *AT)

    assert (code, error) == (1, "")
    lines = output.splitlines()
    assert lines[1].endswith("已报 3/4：通过 2，退回 1，未报 1")
    assert (
        lines[4].split() == ["东城区", "2017-07-10", "15:59", "1", "0", "0", "√", "通过", "按时"] or lines[4]
    )
    assert "逾期" in lines[5]
    assert "× 退回修改" in lines[6]
    assert "○ 未报" in lines[7]
    assert lines[9:] == ["看不出单位的文件（不计入）", f"  {inbox / '说明.xlsx'}"]
    columns = {width(line[: line.index("20")]) for line in lines[4:7]}
    assert len(columns) == 1


def test_before_the_deadline(indicators: Indicators, inbox: Path) -> None:
    _, output, _ = indicators("inbox", inbox, "--at", "2017-07-07T09:00", "--lang", "en")

    assert "3 of 4: 2 accepted, 1 rejected, 1 missing" in output
    assert "1 working days left" in output


def test_json(indicators: Indicators, inbox: Path) -> None:
    code, output, _ = indicators("inbox", inbox, *AT, "--format", "json")

    board = json.loads(output)
    assert code == 1
    assert list(board) == [
        *("schema_version", "tool_version", "round", "now", "deadline", "units", "unassigned", "summary")
    ]
    assert board["summary"] == {"units": 4, "accepted": 2, "rejected": 1, "unreadable": 0, "missing": 1}
    assert [each["state"] for each in board["units"]] == ["accepted", "accepted", "rejected", "missing"]
    assert [finding["code"] for each in board["units"] for finding in each["findings"]] == ["D006", "D007"]
    assert board["units"][1]["late_seconds"] == 2


def test_a_workbook(indicators: Indicators, inbox: Path, tmp_path: Path) -> None:
    target = tmp_path / "board.xlsx"

    indicators("inbox", inbox, *AT, "--output", target)

    sheet = load_workbook(target).active
    assert sheet is not None
    assert [cell.value for cell in sheet["A"]][2:] == ["填报单位", "东城区", "西城区", "朝阳区", "丰台区"]
    assert [cell.value for cell in sheet["D"]][3:] == [0, 0, 1, 1]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$3:$3"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["nowhere"], "找不到文件夹", id="no folder"),
        pytest.param([".", "--at", "昨天"], "--at", id="no moment"),
        pytest.param([".", "--format", "xlsx"], "--output", id="a workbook on the screen"),
    ],
)
def test_operators_mistakes(
    indicators: Indicators, inbox: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(inbox)

    code, output, error = indicators("inbox", *arguments)

    assert (code, output) == (2, "")
    assert words in error


def test_a_folder_without_a_round(indicators: Indicators, tmp_path: Path) -> None:
    code, _, error = indicators("inbox", tmp_path)

    assert code == 2
    assert "round.toml" in error


def test_an_unreadable_submission(indicators: Indicators, tmp_path: Path) -> None:
    inbox = write(tmp_path, [Planned("东城区", "spoilt")])

    assert indicators("inbox", inbox, *AT)[0] == 3


@pytest.mark.slow
def test_watching_until_interrupted(tmp_path: Path) -> None:
    inbox = write(tmp_path / "a", [Planned("东城区", "missing"), Planned("西城区", "good")])
    later = write(tmp_path / "b", [Planned("东城区", "good")])
    target = tmp_path / "board.json"
    command = [sys.executable, "-c", "from toolkit.cli.main import run; run()", "inbox", str(inbox)]
    watching = subprocess.Popen([*command, "--watch", "--every", "0.2", "--output", str(target)])
    try:
        assert waited(target, "missing") == ["missing", "accepted"]
        (file,) = later.iterdir()
        half = file.read_bytes()
        arriving = inbox / file.name
        arriving.write_bytes(half[: len(half) // 2])
        os.utime(arriving, (datetime(2017, 7, 1).timestamp(),) * 2)
        arriving.write_bytes(half)
        assert waited(target, "accepted") == ["accepted", "accepted"]
    finally:
        watching.send_signal(signal.SIGINT)
    assert watching.wait(20) == 0


def waited(target: Path, first: str) -> list[str]:
    """The states of the units, once the first of them is as expected."""
    states: list[str] = []
    for _ in range(200):
        time.sleep(0.1)
        try:
            states = [each["state"] for each in json.loads(target.read_text(encoding="utf-8"))["units"]]
        except (OSError, ValueError):
            continue
        if states[0] == first:
            break
    return states
