"""What two units tell differently, on the board in all its forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Indicators
from tests.inbox.test_earlier import put as old
from toolkit.testing import workbook

TARGET = "完成清河路改造投资3亿元"


def put(folder: Path, unit: str, progress: str) -> None:
    old(
        folder / f"{unit}.xlsx",
        workbook(f"""
            | 填报单位：{unit} | < | < |
            | 绩效任务 | 年度目标 | 进展情况 |
            | 路桥 | {TARGET} | {progress} |
        """),
    )


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "round.toml").write_text(
        'name = "上半年"\nperiod = { first = 2017-01-01, last = 2017-06-30 }\nunits = ["住建局", "交通局"]\n',
        encoding="utf-8",
    )
    put(tmp_path, "住建局", "完成投资1.9亿元。")
    put(tmp_path, "交通局", "完成投资1.6亿元。")
    return tmp_path


def test_on_the_board(indicators: Indicators, inbox: Path) -> None:
    code, output, _ = indicators("inbox", inbox)

    assert code == 0
    assert "单位之间填报不一致\n  住建局  C3  ▲ 警告 C006  “1.9亿元”与“交通局”填报的“1.6亿元”不一致" in output


def test_in_every_form_of_the_board(indicators: Indicators, inbox: Path) -> None:
    board = json.loads(indicators("inbox", inbox, "--format", "json")[1])
    page = indicators("inbox", inbox, "--format", "html")[1]
    indicators("inbox", inbox, "-o", inbox.parent / "board.xlsx", "--no-register")

    assert [(each["warnings"], each["findings"][0]["code"]) for each in board["units"]] == [(1, "C006")] * 2
    assert "<strong>交通局</strong> C3 C006 “1.6亿元”" in page
    book = load_workbook(inbox.parent / "board.xlsx")
    assert [row[0].value for row in book.worksheets[1].iter_rows()] == ["住建局", "交通局"]


def test_a_waiver_takes_it_in(indicators: Indicators, inbox: Path) -> None:
    with (inbox / "round.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[waivers]]\nrule = "C006"\nunit = "住建局"\nreason = "口径不同"\n'
            'by = "李强"\nuntil = 2099-12-31\n'
        )
    board = json.loads(indicators("inbox", inbox, "--format", "json")[1])

    assert [each["warnings"] for each in board["units"]] == [0, 1]


def test_a_board_from_the_cache_says_the_same(indicators: Indicators, inbox: Path, tmp_path: Path) -> None:
    shown = [
        indicators("inbox", inbox, "--cache", tmp_path / "kept", "--at", "2017-07-12")[1] for _ in (1, 2)
    ]

    assert "C006" in shown[0]
    assert shown[0] == shown[1]
