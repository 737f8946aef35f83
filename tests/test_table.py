from __future__ import annotations

import pytest

from toolkit.header import Heading
from toolkit.readers import read_workbook
from toolkit.table import Table, find_tables
from toolkit.testing import workbook
from toolkit.workbook import a1

HEADINGS = (
    Heading(role="task", title="绩效任务", required=False),
    Heading(role="target", title="年度目标"),
    Heading(role="progress", title="进展情况"),
)
HEADER = "| 绩效任务 | 年度目标 | 进展情况 |\n"


def tables(markdown: str) -> tuple[Table, ...]:
    return find_tables(read_workbook(workbook(markdown)), HEADINGS).tables


def rows(markdown: str) -> list[tuple[int, str, str, str]]:
    (table,) = tables(markdown)
    return [(row.number, row.text("task"), row.text("target"), row.text("progress")) for row in table.rows]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        pytest.param("| 拆违 | 12处 | 8处 |", [(2, "拆违", "12处", "8处")], id="one row"),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n| ^ | 30件 | 19件 |",
            [(2, "拆违", "12处", "8处"), (3, "拆违", "30件", "19件")],
            id="merged task fills down",
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n|  | 30件 | 19件 |",
            [(2, "拆违", "12处", "8处"), (3, "", "30件", "19件")],
            id="blank task stays blank",
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n" + "|  |  |  |\n" * 70 + "| 植树 | 9棵 | 5棵 |",
            [(2, "拆违", "12处", "8处"), (73, "植树", "9棵", "5棵")],
            id="blank rows do not end the table",
        ),
        pytest.param(
            "| 拆违 |  | 8处 |\n| 植树 | 9棵 |  |\n| 绿化 |  |  |",
            [(2, "拆违", "", "8处"), (3, "植树", "9棵", ""), (4, "绿化", "", "")],
            id="blank cells are kept",
        ),
        pytest.param(
            "| 拆违 | 12处 | 完成8处 |\n| ^ | 30件 | ^ |",
            [(2, "拆违", "12处", "完成8处"), (3, "拆违", "30件", "完成8处")],
            id="merged progress counts for both",
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n| ^ | ^ | ^ |",
            [(2, "拆违", "12处", "8处")],
            id="one indicator over two rows",
        ),
        pytest.param(
            "| 一、城市管理 |  |  |\n| 拆违 | 12处 | 8处 |\n| (二)民生 |  |  |\n| 养老 | 5家 | 2家 |",
            [(3, "拆违", "12处", "8处"), (5, "养老", "5家", "2家")],
            id="numbered section titles",
        ),
        pytest.param(
            "| 城市管理 | < | < |\n| 拆违 | 12处 | 8处 |",
            [(3, "拆违", "12处", "8处")],
            id="section title over all columns",
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n| 绩效任务 | 年度目标 | 进展情况 |\n| 植树 | 9棵 | 5棵 |",
            [(2, "拆违", "12处", "8处"), (4, "植树", "9棵", "5棵")],
            id="header of the next page",
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n| 填表人：张三 |  |  |", [(2, "拆违", "12处", "8处")], id="signature"
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n| 填表人：张三 | 审核人：李四 | 填报日期：2017年7月5日 |",
            [(2, "拆违", "12处", "8处")],
            id="signatures in all columns",
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n|  |\n| 以上数据截至六月底，由统计科提供。 |  |  |",
            [(2, "拆违", "12处", "8处")],
            id="note after a gap",
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n| 注：以实际验收为准 | < | < |",
            [(2, "拆违", "12处", "8处")],
            id="note over all columns",
        ),
        pytest.param(
            "| 拆违 | 12处 | 8处 |\n| 注册登记改革 | 30件 | 19件 |",
            [(2, "拆违", "12处", "8处"), (3, "注册登记改革", "30件", "19件")],
            id="a task that begins like a note",
        ),
        pytest.param("| 拆违 | 0.5 {0%} | 143 |", [(2, "拆违", "50%", "143")], id="numbers as seen"),
        pytest.param("", [], id="nothing below the header"),
    ],
)
def test_rows(below: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert rows(HEADER + below) == expected


def test_every_field_keeps_the_address_of_its_content() -> None:
    (table,) = tables(HEADER + "| 拆违 | 12处 | 8处 |\n| ^ |  | 19件 |")
    addresses = {role: a1(field.row, field.column) for role, field in table.rows[1].fields.items()}
    assert addresses == {"task": "A2", "target": "B3", "progress": "C3"}


def test_columns_may_stand_in_any_order() -> None:
    (table,) = tables("| 进展情况 | 序号 | 年度目标 |\n| 8处 | 1 | 12处 |")
    assert (table.rows[0].text("target"), table.rows[0].text("progress")) == ("12处", "8处")
    assert "task" not in table.rows[0].fields


def test_every_visible_sheet_is_read() -> None:
    found = tables(
        f"## 一组\n{HEADER}| 拆违 | 12处 | 8处 |\n\n## 二组\n{HEADER}| 植树 | 9棵 | 5棵 |\n\n"
        f"## 旧表 [hidden]\n{HEADER}| 养老 | 5家 | 2家 |"
    )
    assert [table.sheet.name for table in found] == ["一组", "二组"]


def test_a_sheet_without_a_column_gives_way_to_a_whole_one() -> None:
    found = tables(
        f"## 说明\n| 绩效任务 | 年度目标 |\n| 拆违 | 12处 |\n\n## 汇总\n{HEADER}| 植树 | 9棵 | 5棵 |"
    )
    assert [table.sheet.name for table in found] == ["汇总"]


def test_a_missing_column_is_told() -> None:
    (table,) = tables("| 绩效任务 | 年度目标 |\n| 拆违 | 12处 |")
    assert [heading.role for heading in table.missing] == ["progress"]


def test_a_merge_over_the_whole_sheet_costs_nothing() -> None:
    from toolkit.workbook import LAST_COLUMN, LAST_ROW, Cell, Merge, Sheet, Workbook

    cells = {1: {1: Cell(1, 1, "年度目标"), 2: Cell(1, 2, "进展情况")}, 2: {1: Cell(2, 1, "12处")}}
    sheet = Sheet(name="表", rows=cells, merges=(Merge(2, 1, LAST_ROW, LAST_COLUMN),))
    (table,) = find_tables(Workbook(sheets=(sheet,)), HEADINGS).tables
    assert [row.number for row in table.rows] == [2]


def test_what_gives_way_is_kept_aside() -> None:
    book = f"## 说明\n| 绩效任务 | 年度目标 |\n| 拆违 | 12处 |\n\n## 汇总\n{HEADER}| 植树 | 9棵 | 5棵 |"
    aside = find_tables(read_workbook(workbook(book)), HEADINGS).aside
    assert [(table.sheet.name, [each.role for each in table.missing]) for table in aside] == [
        ("说明", ["progress"])
    ]


def test_a_header_alone_is_not_kept_aside() -> None:
    book = f"## 说明\n| 绩效任务 | 年度目标 |\n\n## 汇总\n{HEADER}| 植树 | 9棵 | 5棵 |"
    assert find_tables(read_workbook(workbook(book)), HEADINGS).aside == ()
