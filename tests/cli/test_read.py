from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Indicators, Workbook

ROWS = [
    ("占道经营", "占道经营整治11187件", "上半年完成占道经营违法行为处罚7737起，完成全年任务的69.1%。"),
    ("占道经营", "", ""),
]


def test_json_says_where_everything_stands(indicators: Indicators, submission: Workbook) -> None:
    path = submission(ROWS)

    code, output, error = indicators("read", path, "--format", "json")
    document = json.loads(output)

    assert (code, error) == (0, "")
    assert document["schema_version"] == 1
    assert document["files"][0]["path"] == str(path)
    row = document["files"][0]["rows"][0]
    assert (row["sheet"], row["row"], row["task"]) == ("Sheet1", 2, "占道经营")
    assert (row["target"]["cell"], row["target"]["text"]) == ("B2", ROWS[0][1])
    assert (row["progress"]["cell"], row["progress"]["text"]) == ("C2", ROWS[0][2])
    (target,) = row["target"]["targets"]
    assert (target["value"], target["unit"], target["comparator"], target["kind"]) == (
        "11187",
        "件",
        ">=",
        "total",
    )
    (result,) = [figure for figure in row["progress"]["figures"] if figure["role"] == "result"]
    assert (result["text"], result["target"], result["period"]) == ("7737起", 0, "上半年")
    (percentage,) = row["progress"]["percentages"]
    assert (percentage["numerator"], percentage["denominator"]) == ("7737", "11187")
    for found in (result, percentage):
        first, last = found["span"]
        assert ROWS[0][2][first:last] == found["text"]


def test_text_marks_the_quantities(indicators: Indicators, submission: Workbook) -> None:
    code, output, _ = indicators("read", submission(ROWS), "--lang", "en")

    assert code == 0
    assert "占道经营整治【11187件】" in output
    assert "【7737起】" in output
    assert "Percentage  69.1% = 7737 / 11187" in output


def test_an_unreadable_file(indicators: Indicators, submission: Workbook, tmp_path: Path) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"")

    code, output, error = indicators("read", bad, submission(ROWS))

    assert code == 3
    assert error.startswith(str(bad))
    assert error.count("\n") == 1
    assert "【11187件】" in output
