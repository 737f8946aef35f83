"""Whose a submission is: four places, their order, and what happens when they disagree."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.collection import Round
from toolkit.finding import FileReport
from toolkit.roster import Unit
from toolkit.round_fields import BEIJING

UNITS = (Unit(name="西城区", aliases=("西城区政府",)), Unit(name="东城区"), Unit(name="西城区教委"))


def book(path: Path, *, title: str = "", cell: str = "", prop: str = "") -> Path:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as made:
        if prop:
            made.set_custom_property("indicator-unit", prop)
        sheet = made.add_worksheet()
        for row, words in enumerate([[title], [cell], ["绩效任务", "年度目标", "上半年进展情况"]]):
            for column, text in enumerate(words):
                sheet.write_string(row, column, text)
        sheet.write_row(3, 0, ["拆违", "拆除违法建设12处", "上半年拆除违法建设8处。"])
    return path


def report(path: Path) -> FileReport:
    return check([path], Settings(round=Round(name="一", zone=BEIJING, units=UNITS), select=("S019",))).files[
        0
    ]


@pytest.mark.parametrize(
    ("said", "name", "unit", "faults"),
    [
        pytest.param({}, "报送表", None, [], id="nobody says"),
        pytest.param({}, "2017年 西城区", "西城区", [], id="the file name"),
        pytest.param(
            {"cell": "填报单位：西城区政府（盖章）"}, "报送表", "西城区", [], id="the cell, an alias"
        ),
        pytest.param(
            {"title": "西城区教委2017年进展情况"}, "报送表", "西城区教委", [], id="the title, the longer name"
        ),
        pytest.param({"prop": "东城区"}, "报送表", "东城区", [], id="the property"),
        pytest.param(
            {"cell": "填报单位：东城区"}, "西城区", "东城区", [None], id="the cell before the file name"
        ),
        pytest.param(
            {"title": "西城区进展", "cell": "填报单位：东城区"}, "表", "西城区", ["A2"], id="the title first"
        ),
        pytest.param(
            {"prop": "东城区", "title": "西城区进展", "cell": "填报单位：西城区"},
            "表",
            "东城区",
            ["A1", "A2"],
            id="the property before all",
        ),
        pytest.param({"cell": "填报单位：朝阳区"}, "表", "朝阳区", ["A2"], id="a stranger is told"),
        pytest.param(
            {"cell": "填报单位：朝阳区"}, "西城区", "西城区", ["A2"], id="a stranger, but for the file name"
        ),
        pytest.param(
            {"title": "东城区、西城区进展情况"},
            "西城区",
            "西城区",
            [],
            id="a title with two units says nothing",
        ),
    ],
)
def test_whose_it_is(
    tmp_path: Path, said: dict[str, str], name: str, unit: str | None, faults: list[str | None]
) -> None:
    file = report(book(tmp_path / f"{name}.xlsx", **said))

    assert file.unit == unit
    assert [finding.location.cell for finding in file.findings] == faults
    assert {finding.code for finding in file.findings} <= {"S019"}


def test_a_file_that_cannot_be_read_is_known_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "西城区.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")

    assert report(path).unit == "西城区"
