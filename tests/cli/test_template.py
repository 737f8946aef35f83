from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Indicators
from tests.template.filling import ISSUE, ROWS
from toolkit.readers import read_guards


def test_build_writes_the_template(indicators: Indicators, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    issue, target = tmp_path / "t.toml", tmp_path / "t.xlsx"
    issue.write_text(ISSUE, encoding="utf-8")
    code, _, error = indicators(
        "template", "build", "--schema", "progress-form", "--issue", str(issue), "-o", str(target)
    )
    assert (code, error.count("\n")) == (0, 1)
    guards = read_guards(target)
    assert guards is not None
    assert guards.properties["indicator-template"] == "guards"


def test_build_names_what_is_wrong_with_the_issue(indicators: Indicators, tmp_path: Path) -> None:
    code, _, error = indicators(
        "template", "build", "--schema", "progress-form", "--issue", str(tmp_path / "no.toml"), "-o", "x.xlsx"
    )
    assert code == 2
    assert "no.toml" in error
