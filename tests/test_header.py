from __future__ import annotations

import pytest

from toolkit.header import Header, Heading, find_header, fold
from toolkit.readers import read_workbook
from toolkit.testing import workbook

HEADINGS = (
    Heading(role="task", title="绩效任务", aliases=("任务",), required=False),
    Heading(role="target", title="年度目标", aliases=("目标",), pattern=r"(\d{4}年)?.{0,2}目标"),
    Heading(role="progress", title="进展情况", pattern=r".{0,6}(进展|完成)情况"),
)


def header(table: str) -> Header | None:
    return find_header(read_workbook(workbook(table)).sheets[0], HEADINGS)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("年　度 目标", "年度目标"),
        ("进展\n情况", "进展情况"),
        ("（１）", "(1)"),
        ("目\u200b标\ufeff", "目标"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("table", "row", "columns"),
    [
        pytest.param(
            "| 绩效任务 | 年度目标 | 进展情况 |", 1, {"task": 1, "target": 2, "progress": 3}, id="exact"
        ),
        pytest.param(
            "| 进展情况 | 绩效任务 | 年度目标 |", 1, {"task": 2, "target": 3, "progress": 1}, id="swapped"
        ),
        pytest.param(
            "| 任 务 | 目　标 | 全年完成情况 |", 1, {"task": 1, "target": 2, "progress": 3}, id="alias"
        ),
        pytest.param("| 2017年工作目标 | 上半年进展情况 |", 1, {"target": 1, "progress": 2}, id="pattern"),
        pytest.param(
            "| 2017年进展情况 | < | < |\n| 西城区 | < | < |\n| 绩效任务 | 年度目标 | 进展情况 |",
            3,
            {"task": 1, "target": 2, "progress": 3},
            id="under titles",
        ),
        pytest.param(
            "| 填报单位: | 西城区 |\n| 目标 | 备注 |\n| 目标 | 进展情况 |",
            3,
            {"target": 1, "progress": 2},
            id="best row",
        ),
        pytest.param(
            "| 工作目标 | 年度目标 | 进展情况 |", 1, {"target": 2, "progress": 3}, id="exact over pattern"
        ),
        pytest.param("| 序号 | 年度目标 | 进展情况 |", 1, {"target": 2, "progress": 3}, id="unknown column"),
        pytest.param("| 绩效任务 | 年度目标 | 备注 |", 1, {"task": 1, "target": 2}, id="without progress"),
        pytest.param(
            "| 任务 | 目标 | 完成情况 |\n| 绩效任务 | 年度目标 | 完成情况 |",
            2,
            {"task": 1, "target": 2, "progress": 3},
            id="titles below aliases",
        ),
        pytest.param(
            "| 任务 | 目标 | 进展情况 |\n| 任务 | 目标 | 进展情况 |",
            1,
            {"task": 1, "target": 2, "progress": 3},
            id="the same again",
        ),
    ],
)
def test_header_is_found(table: str, row: int, columns: dict[str, int]) -> None:
    found = header(table)
    assert found is not None
    assert (found.first_row, found.columns) == (row, columns)


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("| 姓名 | 电话 |", id="another table"),
        pytest.param("| 年度目标 | < | < |", id="title over the table"),
        pytest.param("| 绩效任务 | 备注 |", id="no required column"),
        pytest.param("| 年度目标 | 备注 |", id="one column of two"),
        pytest.param("| 完成年度目标的进展情况较好的任务 | 进展情况总体良好，达到年度目标 |", id="sentences"),
        pytest.param("\n".join(["| 1 | 2 |"] * 30) + "\n| 年度目标 | 进展情况 |", id="too far down"),
        pytest.param("|  |", id="blank sheet"),
    ],
)
def test_no_header(table: str) -> None:
    assert header(table) is None


def test_blank_rows_above_do_not_count() -> None:
    found = header("\n".join(["|  |"] * 80) + "\n| 年度目标 | 进展情况 |")
    assert found is not None
    assert found.first_row == 81


def test_a_header_of_two_rows() -> None:
    found = header(
        "| 绩效任务 | 年度目标 | 情况 | < |\n| ^ | ^ | 上半年进展情况 | 存在问题 |\n| 拆违 | 12处 |"
    )
    assert found is not None
    assert (found.first_row, found.last_row) == (1, 2)
    assert found.columns == {"task": 1, "target": 2, "progress": 3}


def test_unknown_columns_are_named() -> None:
    found = header("| 序号 | 年度目标 | 进展情况 | 责任人 |")
    assert found is not None
    assert found.unknown == {1: "序号", 4: "责任人"}
