"""The structured form through the whole check: typed cells decide, and every fault stands at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.form_files import find_form
from toolkit.round import parse_period
from toolkit.schema import load_form
from toolkit.testing import workbook

HEADER = (
    "| 指标编号 | 绩效任务 | 年度目标 | 目标值 | 计量单位 | 方向 | 本期完成值 | 数据截止日 "
    "| 进展情况 | 填报人 | 联系电话 |\n"
)
TASK = "| A1 | 管线 | 改造地下管线60公里 | 60 | 公里 | ≥ |"
SIGNED = "| 王敏 | '66123456 |"


def found(folder: Path, rows: str) -> set[tuple[str, str | None]]:
    path = folder / "submission.xlsx"
    path.write_bytes(workbook(HEADER + rows))
    settings = Settings(schema="progress-form", period=parse_period("2017-01-01/2017-06-30"))
    (file,) = check([path], settings).files
    return {(finding.code, finding.location.cell) for finding in file.findings}


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (f"{TASK} 33 | 2017-06-30 | 改造地下管线33公里。 {SIGNED}", None),
        (f"{TASK} | | 改造地下管线33公里。 {SIGNED}", ("A001", "G2")),
        (f"{TASK} 12 | 2017-06-30 | 工程推进中。 {SIGNED}", ("A007", "G2")),
        (f"{TASK} 12 | 2017-03-31 | 工程推进中。 {SIGNED}", ("A007", "G2")),
        (f"{TASK} 16 | 2017-03-31 | 工程推进中。 {SIGNED}", None),
        (f"{TASK} 330000 | 2017-06-30 | 工程推进中。 {SIGNED}", ("A004", "G2")),
        (f"{TASK} 133 | 2017-06-30 | 工程推进中。 {SIGNED}", ("A005", "G2")),
        (f"{TASK} 36 | 2017-07-30 | 改造地下管线36公里。 {SIGNED}", ("S020", "H2")),
        (f"{TASK} 33 | | 改造地下管线33公里。 {SIGNED}", ("S020", "H2")),
        (f"{TASK} 33 | 2017-06-30 | | 王敏 | '66123456 |", ("S020", "I2")),
        (f"{TASK} 33 | 2017-06-30 | 改造地下管线33公里。 | 王敏 | '6612 |", ("S020", "K2")),
        (f"{TASK} '33公里 | 2017-06-30 | 改造地下管线33公里。 {SIGNED}", ("S016", "G2")),
        (f"{TASK} 35 | 2017-06-30 | 上半年改造地下管线33公里。 {SIGNED}", ("A009", "G2")),
        (
            f"{TASK} 33 | 2017-06-30 | 改造33公里。 {SIGNED}\n{TASK} 33 | 2017-06-30 | 改造33公里。 {SIGNED}",
            ("S009", "A3"),
        ),
        (
            f"| A1 | 整改 | 整改率达到90% | 90 | % | ≥ | 196 | 2017-06-30 | 已整改。 {SIGNED}",
            ("P001", "G2"),
        ),
        (
            f"| A1 | 能耗 | 能耗控制在90万吨以内 | 90 | 万吨 | ≤ | 95 | 2017-06-30 | 节能。 {SIGNED}",
            ("A006", "G2"),
        ),
    ],
)
def test_a_row(tmp_path: Path, rows: str, finding: tuple[str, str] | None) -> None:
    judged = {each for each in found(tmp_path, rows) if each[0][0] in "STAP" and each[0] != "A002"}
    assert judged == ({finding} if finding else set())


def test_issued_and_input_columns_are_told_apart() -> None:
    form = load_form(find_form("progress-form"))
    given = [heading.role for heading in form.headings if not heading.issued]
    assert given == ["actual_value", "as_of", "progress", "reporter", "phone"]
    assert form.designs["actual_value"].constraints[0].limits == {"min_value": 0}
    assert form.designs["progress"].filled
