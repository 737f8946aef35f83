"""What two units tell of one thing; and that what every unit has for itself is never held against another."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.labels import DATA
from benchmarks.planned_round import DISTRICTS, Planned, write
from toolkit.check import Settings, check
from toolkit.collection import Round
from toolkit.fact import Fact
from toolkit.finding import Severity
from toolkit.inbox.between import disagreements
from toolkit.round import load_round, parse_period
from toolkit.rules import known_words
from toolkit.testing import three_columns

PERIOD = parse_period("2017-01-01/2017-06-30")
ROUND = Round(name="上半年")
TARGET = "完成清河路改造投资3亿元"


def facts(folder: Path, *rows: tuple[str, str, str]) -> tuple[Fact, ...]:
    path = folder / "submission.xlsx"
    path.write_bytes(three_columns(rows))
    return check([path], Settings(period=PERIOD, select=("A001",), facts=True)).files[0].facts or ()


def told(folder: Path, target: str, *progress: str) -> dict[str, tuple[Fact, ...]]:
    """The facts of as many units, each with one row."""
    return {f"{n}号局": facts(folder, ("路桥", target, text)) for n, text in enumerate(progress, start=1)}


def test_both_units_hear_of_it(tmp_path: Path) -> None:
    found = disagreements(
        told(tmp_path, TARGET, "上半年完成投资1.2亿元。", "上半年完成投资8000万元。"), ROUND
    )
    assert {unit: [(each.code, each.severity, each.text, each.expected) for each in findings]
            for unit, findings in found.items()} == {
        "1号局": [("C006", Severity.WARNING, "1.2亿元", "8000万元")],
        "2号局": [("C006", Severity.WARNING, "8000万元", "1.2亿元")],
    }  # fmt: skip
    assert found["1号局"][0].message.zh.startswith("“1.2亿元”与“2号局”填报的“8000万元”不一致")


@pytest.mark.parametrize(
    ("target", "progress"),
    [
        pytest.param(TARGET, ["完成投资1.2亿元。", "完成投资1.2亿元。"], id="the same"),
        pytest.param(TARGET, ["完成投资1.2亿元。", "完成投资1.23亿元。"], id="within rounding"),
        pytest.param(TARGET, ["完成投资约1.2亿元。", "完成投资1.25亿元。"], id="about as much"),
        pytest.param(TARGET, ["上半年完成投资1.2亿元。", "1-5月完成投资0.8亿元。"], id="up to another day"),
        pytest.param(TARGET, ["我区完成投资1.2亿元。", "完成投资0.8亿元。"], id="a share"),
        pytest.param(TARGET, ["完成投资1亿元。"] * 2 + ["完成投资2亿元。"] * 2, id="too many units"),
        pytest.param("新建便利店20个", ["新建便利店12个。", "新建便利店9个。"], id="a quota each"),
        pytest.param("整治断头路3条", ["整治断头路2条。", "整治断头路1条。"], id="a kind of work"),
        pytest.param("推进路网建设", ["清河路完成投资2亿元。", "清河路拆迁3户。"], id="another measure"),
        pytest.param(
            "推进路网建设",
            ["清河路完成投资2亿元，清河路完成投资3亿元。", "清河路完成投资4亿元。"],
            id="twice in one unit",
        ),
    ],
)
def test_no_disagreement(target: str, progress: list[str], tmp_path: Path) -> None:
    assert disagreements(told(tmp_path, target, *progress), ROUND) == {}


def test_three_units_hear_of_the_first_that_differs(tmp_path: Path) -> None:
    found = disagreements(told(tmp_path, TARGET, *(f"完成投资{n}.2亿元。" for n in (1, 1, 2))), ROUND)
    assert {unit: findings[0].expected for unit, findings in found.items()} == {
        "1号局": "2.2亿元",
        "2号局": "2.2亿元",
        "3号局": "1.2亿元",
    }


def test_a_round_may_set_how_many_units_share(tmp_path: Path) -> None:
    four = told(tmp_path, TARGET, *(f"完成投资{n}.2亿元。" for n in (1, 1, 2, 2)))
    shared = Round(name="", thresholds={"C006": {"sharing": Decimal(4)}})
    assert len(disagreements(four, shared)) == 4


def test_a_number_that_answers_its_target_is_told_once(tmp_path: Path) -> None:
    both = told(tmp_path, TARGET, "清河路改造完成投资1.2亿元。", "清河路改造完成投资0.8亿元。")
    assert [len(findings) for findings in disagreements(both, ROUND).values()] == [1, 1]


@pytest.mark.parametrize("kind", ["good", "resent"])
def test_districts_with_the_same_indicators_agree_to_differ(tmp_path: Path, kind: str) -> None:
    """Sixteen districts, fifty-five indicators of the same words, every number each one's own."""
    inbox = write(tmp_path, [Planned(unit, kind) for unit in DISTRICTS])
    round_ = load_round(tmp_path / "round.toml", known_words())
    files = check(sorted(inbox.iterdir()), Settings(round=round_, facts=True)).files
    assert disagreements({file.path: file.facts or () for file in files}, ROUND) == {}


def test_a_work_that_runs_through_all_districts(tmp_path: Path) -> None:
    row = ("轨道", "地铁12号线沿线征地200亩", "上半年地铁12号线沿线征地{}亩。")
    each = {unit: facts(tmp_path, (*row[:2], row[2].format(9 * n))) for n, unit in enumerate(DISTRICTS, 1)}
    assert all(each.values())
    assert disagreements(each, ROUND) == {}


def test_the_labelled_reports_agree(tmp_path: Path) -> None:
    """Reports of many offices and years, as if they were of one round."""
    reports: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for path in sorted(DATA.glob("rows-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name = f"{path.stem}{row.get('report', '')}"
            reports[name].append((row["task"], row["target_text"], row["progress_text"]))
    assert len(reports) > 8
    assert disagreements({name: facts(tmp_path, *rows) for name, rows in reports.items()}, ROUND) == {}
