from __future__ import annotations

import tomllib
from pathlib import Path

from tests.cli.conftest import Indicators

ROOT = Path(__file__).parents[2]


def test_a_new_repository_passes_its_own_checks(indicators: Indicators, tmp_path: Path) -> None:
    folder = tmp_path / "office"
    code, output, _ = indicators("init", str(folder))
    assert code == 0
    assert {"round.toml", ".gitlab-ci.yml", "templates/xlsx/targets.txt"} <= set(output.splitlines())
    assert indicators("round", "check", str(folder))[0] == 0
    assert indicators("template", "verify", str(folder / "templates"))[0] == 0
    assert indicators("template", "snapshot", "--check", str(folder / "templates"))[0] == 0


def test_the_round_names_the_template(indicators: Indicators, tmp_path: Path) -> None:
    indicators("init", str(tmp_path / "office"))
    settings = tomllib.loads((tmp_path / "office" / "round.toml").read_text(encoding="utf-8"))
    assert (tmp_path / "office" / settings["template"]).is_file()


def test_a_blank_template_sent_back_is_refused_for_what_is_missing(
    indicators: Indicators, tmp_path: Path
) -> None:
    folder = tmp_path / "office"
    indicators("init", str(folder))
    target = folder / "inbox" / "某局.xlsx"
    target.write_bytes((folder / "templates/xlsx/targets.xlsx").read_bytes())
    code, output, _ = indicators("check", str(target))
    assert code == 1
    assert "A001" in output
    assert "S006" not in output.partition("没有执行的规则")[0]


def test_a_folder_with_something_in_it_is_left_alone(indicators: Indicators, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    code, _, error = indicators("init", str(tmp_path))
    assert (code, error.count("\n")) == (2, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_textconv_shows_a_workbook_as_text(indicators: Indicators) -> None:
    code, output, _ = indicators("template", "textconv", str(ROOT / "templates/xlsx/xicheng-2017.xlsx"))
    assert code == 0
    assert output == (ROOT / "templates/xlsx/xicheng-2017.txt").read_text(encoding="utf-8")
