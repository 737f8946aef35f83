from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, LIMIT, PACE, Indicators, Workbook

PERIOD = ("--period", "2017-01-01/2017-06-30")


@pytest.mark.parametrize(
    ("rows", "options", "code"),
    [
        pytest.param(CLEAN, [], 0, id="clean"),
        pytest.param(LIMIT, [], 1, id="an error"),
        pytest.param(PACE, [], 0, id="a warning is below the default"),
        pytest.param(PACE, ["--fail-on", "warning"], 1, id="a warning is enough"),
        pytest.param(PACE, ["--fail-on", "info"], 1, id="a warning is more than an info"),
        pytest.param(LIMIT, ["--fail-on", "never"], 0, id="nothing fails"),
        pytest.param(LIMIT, ["--ignore", "A006"], 0, id="left out by code"),
        pytest.param(LIMIT, ["--ignore", "limit-breached"], 0, id="left out by name"),
        pytest.param(LIMIT, ["--select", "P,T"], 0, id="only other families"),
        pytest.param(LIMIT, ["--select", "a"], 1, id="only its family"),
        pytest.param(LIMIT, ["--select", "P001", "--select", "A006"], 1, id="selected twice"),
    ],
)
def test_exit_code(
    indicators: Indicators,
    submission: Workbook,
    rows: list[tuple[str, str, str]],
    options: list[str],
    code: int,
) -> None:
    answer, _, error = indicators("check", submission(rows), *PERIOD, *options)

    assert (answer, error) == (code, "")


def test_a_finding_on_the_screen(indicators: Indicators, submission: Workbook) -> None:
    path = submission(LIMIT)

    _, output, _ = indicators("check", path, *PERIOD)

    assert output.startswith(f"{path}\n× 退回修改  错误 1")
    assert "C2   × 错误 A006" in output
    assert "74微克/立方米" in output
    assert "共 1 份：通过 0，退回修改 1，无法读取 0；" in output


def test_english(indicators: Indicators, submission: Workbook) -> None:
    _, output, _ = indicators("check", submission(LIMIT), *PERIOD, "--lang", "en")

    assert "× rejected" in output
    assert "1 files: 0 accepted, 1 rejected, 0 unreadable;" in output


def test_json(indicators: Indicators, submission: Workbook) -> None:
    path = submission(LIMIT)

    code, output, _ = indicators("check", path, *PERIOD, "--format", "json")
    document = json.loads(output)

    assert code == 1
    assert document["summary"]["errors"] == 1
    (file,) = document["files"]
    assert (file["path"], file["verdict"]) == (str(path), "rejected")
    (finding,) = [each for each in file["findings"] if each["code"] == "A006"]
    first, last = finding["span"]
    assert finding["text"] == LIMIT[0][2][first:last] == "74微克/立方米"


def test_output_is_a_utf8_file(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    target = tmp_path / "结果.json"

    code, output, _ = indicators("check", submission(LIMIT), *PERIOD, "--format", "json", "--output", target)

    assert (code, output) == (1, "")
    assert json.loads(target.read_text(encoding="utf-8"))["files"][0]["findings"]
    assert b"\r" not in target.read_bytes()


def test_output_never_overwrites_a_submission(indicators: Indicators, submission: Workbook) -> None:
    path = submission(LIMIT)
    before = path.read_bytes()

    code, _, error = indicators("check", path, *PERIOD, "--output", path)

    assert code == 2
    assert error.count("\n") == 1
    assert path.read_bytes() == before


def test_output_to_nowhere(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    code, _, error = indicators("check", submission(CLEAN), "--output", tmp_path / "none" / "result.txt")

    assert code == 2
    assert error.startswith("无法写入")


def test_a_round_beside_the_file_is_found(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    path = submission(PACE, "甲/报送表.xlsx")
    (tmp_path / "round.toml").write_text(
        'name = "第一轮"\n[period]\nfirst = 2017-01-01\nlast = 2017-06-30\n', encoding="utf-8"
    )

    _, output, _ = indicators("check", path, "--format", "json")
    document = json.loads(output)

    assert document["round"] == "第一轮"
    assert "A007" in {finding["code"] for finding in document["files"][0]["findings"]}


def test_a_period_on_the_command_line_counts_more(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    path = submission([("截污", "完成雨污合流管线改造68公里", "1-5月，完成雨污合流管线改造34公里。")])
    (tmp_path / "round.toml").write_text(
        "[period]\nfirst = 2017-01-01\nlast = 2017-06-30\n", encoding="utf-8"
    )

    assert "D001" in indicators("check", path)[1]
    assert "D001" not in indicators("check", path, "--period", "2017-01-01/2017-05-31")[1]


def test_without_a_period_its_rules_say_that_they_did_not_run(
    indicators: Indicators, submission: Workbook
) -> None:
    _, output, _ = indicators("check", submission(PACE, "报送表.xlsx"), "--format", "json")
    rules = json.loads(output)["files"][0]["rules"]

    # The header says 上半年 but no year: that is no period.
    assert "A007" in {skip["code"] for skip in rules["skipped"]}
    assert "A007" not in rules["ran"]


def test_files_of_two_rounds(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    paths = [submission(CLEAN, f"{name}/报送表.xlsx") for name in ("甲", "乙")]
    (tmp_path / "甲" / "round.toml").write_text("", encoding="utf-8")
    (tmp_path / "乙" / "round.toml").write_text("", encoding="utf-8")

    code, _, error = indicators("check", *paths)

    assert code == 2
    assert "--round" in error
    assert indicators("check", *paths, "--round", tmp_path / "甲")[0] == 0


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(b"", "empty.xlsx", id="an empty file"),
        pytest.param(b"this is no workbook", "text.xlsx", id="not a workbook"),
        pytest.param(b"PK\x03\x04 cut off", "cut.xlsx", id="a damaged archive"),
    ],
)
def test_an_unreadable_file_is_a_finding(
    indicators: Indicators, tmp_path: Path, content: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    code, output, error = indicators("check", path, *PERIOD)

    assert code == 3
    assert "S001" in output
    assert "无法读取 1" in output
    assert "Traceback" not in output + error


def test_one_unreadable_file_costs_itself_alone(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"")

    code, output, _ = indicators("check", bad, submission(CLEAN), *PERIOD, "--format", "json")

    assert code == 3
    assert [file["verdict"] for file in json.loads(output)["files"]] == ["unreadable", "accepted"]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        pytest.param(["--period", "2017"], "2017-01-01/2017-06-30", id="period"),
        pytest.param(["--select", "A0O6"], "A006", id="a rule that is not there, with a near one"),
        pytest.param(["--ignore", "limit-breach"], "limit-breached", id="a name that is not there"),
        pytest.param(["--schema", "nothing"], "nothing", id="schema"),
        pytest.param(["--schema", "nothing.py"], "nothing.py", id="schema file"),
        pytest.param(["--round", "nothing.toml"], "nothing.toml", id="round"),
        pytest.param(["--executor", "nothing"], "nothing", id="executor"),
    ],
)
def test_a_wrong_option_is_one_sentence(
    indicators: Indicators, submission: Workbook, options: list[str], word: str
) -> None:
    code, output, error = indicators("check", submission(CLEAN), *options)

    assert (code, output) == (2, "")
    assert word in error
    assert error.count("\n") == 1


def test_many_files_in_their_order_however_many_at_a_time(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    for number in range(20):
        submission(LIMIT if number % 3 else CLEAN, f"inbox/{number:02}.xlsx")

    alone = indicators("check", tmp_path / "inbox", *PERIOD, "--format", "json", "--jobs", 1)
    together = indicators("check", tmp_path / "inbox", *PERIOD, "--format", "json", "--jobs", 2)

    assert alone == together
    assert [Path(file["path"]).stem for file in json.loads(alone[1])["files"]] == [
        f"{n:02}" for n in range(20)
    ]


def test_a_cache_changes_nothing_but_the_work(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    path, cache = submission(LIMIT), tmp_path / "cache"
    first = indicators("check", path, *PERIOD)

    assert indicators("check", path, *PERIOD, "--cache", cache) == first
    assert any(cache.rglob("*"))
    assert indicators("check", path, *PERIOD, "--cache", cache) == first
    submission(CLEAN)
    assert indicators("check", path, *PERIOD, "--cache", cache)[0] == 0


def test_only_what_is_new_since_a_former_report(
    indicators: Indicators, submission: Workbook, tmp_path: Path
) -> None:
    former = tmp_path / "上次.json"
    indicators("check", submission(LIMIT), *PERIOD, "--output", former)

    again = indicators("check", submission([*CLEAN, *LIMIT], "第二稿.xlsx"), *PERIOD, "--baseline", former)
    more = indicators("check", submission([*LIMIT, *PACE]), *PERIOD, "--baseline", former)

    assert again[0] == 0
    assert "没有新问题（另有 1 个已知）" in again[1]
    assert "A006" not in more[1]
    assert "A007" in more[1]
    assert "另有已知问题 1，未列出。" in more[1]


def test_a_baseline_that_is_no_report(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    code, output, error = indicators("check", submission(LIMIT), "--baseline", tmp_path / "none.json")

    assert (code, output) == (2, "")
    assert error.startswith("找不到文件")


def test_a_summary_by_rule(indicators: Indicators, submission: Workbook) -> None:
    _, output, _ = indicators("check", submission(LIMIT), *PERIOD, "--format", "concise", "--statistics")

    assert "  1  × 错误    A006  limit-breached\n" in output


def test_a_page_with_its_indicators(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    page = tmp_path / "结果.html"

    code, output, _ = indicators("check", submission([*LIMIT, *PACE]), *PERIOD, "--output", page)

    assert (code, output) == (1, "")
    assert 'class="chart"' in page.read_text(encoding="utf-8")
