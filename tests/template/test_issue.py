"""What is issued, from each kind of file; every fault is one sentence."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.template.filling import ISSUE, issue_in
from toolkit.errors import ToolkitError
from toolkit.form_files import find_form
from toolkit.schema import load_form
from toolkit.template.issue import load_issue
from toolkit.testing import workbook

HEADINGS = load_form(find_form("progress-form")).headings


def test_a_table_beside_its_head(tmp_path: Path) -> None:
    _, issue = issue_in(tmp_path)
    assert (issue.id, issue.version, issue.unit, len(issue.rows)) == ("guards", "1.0.0", "某区", 14)
    assert issue.rows[1]["target_value"] == Decimal(60)
    assert [row["number"] for row in issue.rows] == list(range(1, 15))


def test_rows_in_the_head_itself(tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_text(
        'id = "t"\n[[row]]\nindicator_id = "A1"\ntarget = "植树9棵"\n'
        'target_value = 9\nunit = "棵"\ndirection = "≥"\n',
        encoding="utf-8",
    )
    (row,) = load_issue(path, HEADINGS).rows
    assert (row["indicator_id"], row["target_value"]) == ("A1", Decimal(9))


def test_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "targets.xlsx"
    path.write_bytes(
        workbook("| 指标编号 | 年度目标 | 目标值 | 计量单位 | 方向 |\n| A1 | 植树9棵 | 9 | 棵 | ≥ |")
    )
    issue = load_issue(path, HEADINGS)
    assert (issue.id, issue.rows[0]["unit"]) == ("targets", "棵")


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (ISSUE + "colour = 1\n", "colour"),
        (ISSUE.replace("1.0.0", "1.0"), "1.0"),
        (ISSUE.replace('"guards"', '"a b"'), "a b"),
        (ISSUE.replace("2017-06-30", "2016-06-30"), "2016-06-30"),
        (ISSUE.replace("rows.csv", "none.csv"), "none.csv"),
        ("id = ", "TOML"),
        ('id = "t"\n', "下发"),
        ("[[row]]\nactual_value = 3\n", "actual_value"),
        ('[[row]]\nindicator_id = "A"\n[[row]]\nindicator_id = "A"\n', "重复"),
        ('[[row]]\nindicator_id = "A"\ntarget_value = "九"\n', "九"),
    ],
)
def test_a_fault_is_one_sentence(tmp_path: Path, head: str, words: str) -> None:
    with pytest.raises(ToolkitError) as fault:
        issue_in(tmp_path, head=head)
    assert words in fault.value.message.zh
    assert fault.value.message.zh.count("。") <= 1
