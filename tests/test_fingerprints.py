"""A finding keeps its identity while the table around it and the words in it change."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.finding import Finding
from toolkit.round import parse_period
from toolkit.testing import three_columns, workbook

HALF = Settings(period=parse_period("2017-01-01/2017-06-30"))
Rows = list[tuple[str, str, str]]

PACE = ("截污", "完成雨污合流管线改造68公里", "上半年完成雨污合流管线改造10公里。")
LIMIT = ("清洁空气", "细颗粒物年均浓度控制在60微克/立方米以内", "上半年细颗粒物平均浓度为74微克/立方米。")
FINE = ("拆违", "拆除违法建设12万平方米", "上半年拆除违法建设6.5万平方米。")
TWO = ("造林", "完成造林20公里、补植30公里", "上半年完成造林2公里、补植3公里。")


def findings(folder: Path, rows: Rows) -> list[Finding]:
    path = folder / "submission.xlsx"
    path.write_bytes(three_columns(rows))
    return list(check([path], HALF).files[0].findings)


def fingerprints(folder: Path, rows: Rows, code: str) -> list[str]:
    return [finding.fingerprint for finding in findings(folder, rows) if finding.code == code]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        pytest.param([LIMIT], [FINE, LIMIT], "A006", id="a row inserted above"),
        pytest.param([PACE, LIMIT], [LIMIT, PACE], "A007", id="rows in another order"),
        pytest.param(
            [LIMIT],
            [(*LIMIT[:2], "截至6月，浓度平均75微克/立方米。")],
            "A006",
            id="told in other words",
        ),
        pytest.param([PACE], [(*PACE[:2], "上半年改造管线12公里。")], "A007", id="another figure"),
        pytest.param([TWO], [(*TWO[:2], "补植3公里；造林2公里。")], "A007", id="the parts in another order"),
    ],
)
def test_it_stays_the_same(before: Rows, after: Rows, code: str, tmp_path: Path) -> None:
    known = fingerprints(tmp_path, before, code)

    assert known
    assert sorted(fingerprints(tmp_path, after, code)) == sorted(known)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param([LIMIT], [(*LIMIT[:1], LIMIT[1].replace("60", "55"), LIMIT[2])], id="another target"),
        pytest.param([LIMIT], [("水环境", *LIMIT[1:])], id="another task"),
    ],
)
def test_another_indicator_is_another_finding(one: Rows, other: Rows, tmp_path: Path) -> None:
    assert fingerprints(tmp_path, one, "A006") != fingerprints(tmp_path, other, "A006")


def test_two_parts_of_one_target_are_two_findings(tmp_path: Path) -> None:
    both = [finding for finding in findings(tmp_path, [TWO]) if finding.code == "A007"]

    assert [finding.part for finding in both] == ["0", "1"]
    assert len({finding.fingerprint for finding in both}) == 2


def test_no_two_findings_of_a_file_share_one(tmp_path: Path) -> None:
    found = findings(tmp_path, [LIMIT, PACE, TWO, LIMIT, ("清洁空气", "待定", "本月完成，上月完成。")])

    assert len({finding.fingerprint for finding in found}) == len(found)


def test_an_error_value_is_known_by_its_row(tmp_path: Path) -> None:
    def values(table: str) -> list[str]:
        path = tmp_path / "submission.xlsx"
        path.write_bytes(workbook(table))
        return [each.fingerprint for each in check([path], HALF).files[0].findings if each.code == "S012"]

    header = "| 绩效任务 | 年度目标 | 上半年进展情况 |\n"
    broken = "| 拆违 | 拆除违法建设12处 | #REF! |\n"
    other = "| 植树 | 植树30株 | 上半年植树20株。 |\n"

    assert values(header + broken) == values(header + other + broken)
    assert values(header + broken) != values(header + broken.replace("拆除", "整治"))
