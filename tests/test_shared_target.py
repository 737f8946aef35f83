"""Rows that share one merged target cell answer it together."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.finding import Severity
from toolkit.round import parse_period
from toolkit.testing import workbook

_HEAD = "| 绩效任务 | 年度目标 | 进展情况 |\n|---|---|---|\n"


def _raised(rows: str, last: str, folder: Path) -> str:
    path = folder / "submission.xlsx"
    path.write_bytes(workbook(_HEAD + rows))
    report = check([path], Settings(period=parse_period(f"2022-01-01/2022-{last}")))
    serious = [each for each in report.files[0].findings if each.severity is not Severity.INFO]
    return " ".join(f"{each.code} {each.location.cell}" for each in serious)


# Name, task and target, what its two rows report, the last day, what is raised.
_ROWS = {
    "parts": ("公厕 | 新建公厕30座", "东街新建公厕6座。", "西街新建公厕7座。", "06-30", ""),
    "the first answers": ("绿道 | 新建绿道9公里", "新建绿道6公里。", "召开会议3次。", "06-30", ""),
    "the second answers": ("绿道 | 新建绿道9公里", "召开会议3次。", "新建绿道6公里。", "06-30", ""),
    "one alone is late": ("绿道 | 新建绿道9公里", "召开会议3次。", "新建绿道2公里。", "06-30", "A007 C3"),
    "none answers": ("绿道 | 新建绿道9公里", "召开会议3次。", "制定方案2个。", "06-30", "A001 C2"),
    "a rate each": ("办学 | 巩固率达到95%", "东区巩固率96%。", "西区巩固率91%。", "12-31", "A006 C3"),
}


@pytest.mark.parametrize(("named", "one", "other", "last", "raised"), _ROWS.values(), ids=_ROWS)
def test_findings(named: str, one: str, other: str, last: str, raised: str, tmp_path: Path) -> None:
    assert _raised(f"| {named} | {one} |\n| ^ | ^ | {other} |", last, tmp_path) == raised


def test_equal_targets_in_cells_of_their_own_are_two(tmp_path: Path) -> None:
    rows = "| 甲 | 新建公厕30座 | 新建6座。 |\n| 乙 | 新建公厕30座 | 新建7座。 |"
    assert _raised(rows, "06-30", tmp_path) == "A007 C2 A007 C3"


def test_more_rows_than_anyone_gives_one_target_stand_alone(tmp_path: Path) -> None:
    rows = "| 公厕 | 新建公厕9000座 | 一号街新建公厕6座。 |\n" + "\n".join(
        f"| ^ | ^ | {number}号街新建公厕6座。 |" for number in range(1001)
    )
    assert _raised(rows, "06-30", tmp_path).count("A007") == 1002
