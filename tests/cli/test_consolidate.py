from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from benchmarks.planned_round import Planned, write
from tests.cli.conftest import Indicators
from toolkit.readers import read_workbook
from toolkit.workbook import Sheet

AT = ("--at", "2017-07-12T09:00")
EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1"
ROUND = 'name = "2017年上半年"\nunits = ["西城区"]\nperiod = { first = 2017-01-01, last = 2017-06-30 }\n'


def texts(sheet: Sheet) -> dict[str, object]:
    return {
        cell.address: cell.value for cells in sheet.rows.values() for cell in cells.values() if cell.value
    }


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """An inbox with the district's own half-year table."""
    (tmp_path / "round.toml").write_text(ROUND, encoding="utf-8")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(EXAMPLE / "submission.xlsx", inbox / "西城区.xlsx")
    return inbox


def test_the_districts_own_submission_gives_back_the_published_table(
    indicators: Indicators, published: Path, tmp_path: Path
) -> None:
    target = tmp_path / "summary.xlsx"

    code, output, error = indicators("consolidate", published, "--include-rejected", "--output", target)

    assert (code, error) == (0, "")
    made = read_workbook(target)
    original = read_workbook(EXAMPLE / "submission.xlsx")
    assert texts(made.sheets[0]) == texts(original.sheets[0])
    assert set(made.sheets[0].merges) == set(original.sheets[0].merges)
    assert len([row for row in made.sheets[0].rows if row > 3]) == 55
    assert [sheet.name for sheet in made.sheets] == ["进展情况", "各单位情况", "通报"]
    assert "共填报指标55项" in output
    told = [cells[1].value for cells in made.sheets[2].rows.values()]
    assert "\n".join(map(str, told)) + "\n" == output


def test_it_is_laid_out_and_printed_as_published(
    indicators: Indicators, published: Path, tmp_path: Path
) -> None:
    target = tmp_path / "summary.xlsx"
    indicators("consolidate", published, "--include-rejected", "--output", target)

    sheet = load_workbook(target)["进展情况"]
    original = load_workbook(EXAMPLE / "submission.xlsx")["进展情况"]
    for column in "ABC":
        assert sheet.column_dimensions[column].width == original.column_dimensions[column].width
    assert sheet.freeze_panes == original.freeze_panes
    assert sheet["C9"].alignment.wrap_text
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    heights = [float(sheet.row_dimensions[row].height or 0) for row in range(4, 59)]
    assert min(heights) >= 15
    assert max(heights) > 60
    assert sheet["A1"].font.b


def test_what_is_not_accepted_is_left_out_by_name(indicators: Indicators, tmp_path: Path) -> None:
    kinds = {"东城区": "good", "西城区": "wrong", "朝阳区": "missing", "丰台区": "spoilt", "海淀区": "resent"}
    inbox = write(tmp_path, [Planned(unit, kind) for unit, kind in kinds.items()])
    target, words = tmp_path / "summary.xlsx", tmp_path / "bulletin.txt"

    code, _, error = indicators("consolidate", inbox, *AT, "--output", target, "--bulletin", words)

    assert code == 1
    assert error.splitlines() == [
        "未纳入：西城区（未通过检查）。",
        "未纳入：朝阳区（没有报送）。",
        "未纳入：丰台区（文件无法读取）。",
    ]
    told = words.read_text(encoding="utf-8")
    assert "应报送单位5个，纳入汇总2个，共填报指标110项" in told
    assert "未纳入汇总：西城区（未通过检查）。" in told


def test_several_units_answer_in_one_row_and_the_summary_passes_the_check(
    indicators: Indicators, tmp_path: Path
) -> None:
    inbox = write(tmp_path, [Planned(unit, "good") for unit in ("东城区", "西城区", "海淀区")])
    target = tmp_path / "summary.xlsx"
    assert indicators("consolidate", inbox, *AT, "--output", target)[0] == 0
    shutil.move(target, tmp_path / "elsewhere.xlsx")
    (tmp_path / "round.toml").unlink()

    code, output, _ = indicators("check", tmp_path / "elsewhere.xlsx", "--period", "2017-01-01/2017-06-30")

    assert code == 0, output
    table = read_workbook(tmp_path / "elsewhere.xlsx").sheets[0]
    first = table.rows[3][3].value
    assert isinstance(first, str)
    assert [line.split("：")[0] for line in first.splitlines()] == ["东城区", "西城区", "海淀区"]
    assert len(table.rows) == 2 + 55


def test_nothing_to_consolidate(indicators: Indicators, tmp_path: Path) -> None:
    inbox = write(tmp_path, [Planned("东城区", "wrong")])

    code, _, error = indicators("consolidate", inbox, *AT, "--output", tmp_path / "summary.xlsx")

    assert code == 2
    assert "没有可以汇总的报送表" in error
    assert not (tmp_path / "summary.xlsx").exists()
