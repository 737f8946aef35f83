"""The marked copy of a real submission: what its first sheet says, and what it may never do."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from toolkit.check import Settings, check
from toolkit.finding import FileReport, Finding, Location, Severity, Text
from toolkit.reporters.xlsx import Unmarkable, marked_copy, unmarked
from toolkit.testing import three_columns, workbook

EXAMPLE = Path(__file__).parents[2] / "examples" / "xicheng-2017-h1" / "submission.xlsx"
HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "+1-1",
    "]]>",
    "\x1b[31mred\x00",
    "\ud800",
    "\u202etxt.exe",
    "字" * 32_767,
    "_x000D_",
)


def finding(cell: str = "C2", **changed: object) -> Finding:
    known: dict[str, object] = {
        "code": "A006",
        "name": "limit-breached",
        "severity": Severity.ERROR,
        "message": Text("超过上限。", "Over the limit."),
        "fix": Text("请核对。", "Check it."),
        "location": Location(sheet="Sheet1", cell=cell, row=int(cell[1:]), column="progress"),
        "indicator": "清洁空气｜控制在60以内",
    }
    return Finding(**(known | changed))  # type: ignore[arg-type]  # the fields of a finding by name


def report(path: Path, *findings: Finding) -> FileReport:
    return FileReport(path=str(path), verdict="rejected", findings=findings)


def first_sheet(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(content)).worksheets[0]


def lines(sheet: Worksheet) -> Sequence[Sequence[object]]:
    rows = list(sheet.iter_rows(values_only=True, max_col=8))
    head = next(number for number, row in enumerate(rows) if row[0] in {"级别", "Severity"})
    return rows[head + 1 :]


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    path = tmp_path / "报送表.xlsx"
    path.write_bytes(three_columns([("清洁空气", "控制在60以内", f"第{row}行74微克") for row in range(2, 8)]))
    return path


def test_the_list_names_place_fault_and_mend(submission: Path) -> None:
    found = finding(text="74微克", location=Location(sheet="Sheet1", cell="C2", row=2, span=(3, 7)))

    sheet = first_sheet(marked_copy(report(submission, found)))

    rule = "A006 " + next(str(line[1]) for line in lines(sheet)).removeprefix("A006 ")
    assert lines(sheet) == [
        ("× 错误", rule, "Sheet1", "C2", "清洁空气｜控制在60以内", "74微克", "超过上限。", "请核对。")
    ]
    link = sheet[f"D{sheet.max_row}"].hyperlink
    assert link is not None
    assert link.location == "'Sheet1'!C2"
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == (f"A{sheet.max_row - 1}:H{sheet.max_row}", "A5")


def test_in_english(submission: Path) -> None:
    sheet = first_sheet(marked_copy(report(submission, finding()), "en"))

    assert sheet.title == "Check results"
    assert lines(sheet)[0][6:] == ("Over the limit.", "Check it.")
    assert "\N{CJK UNIFIED IDEOGRAPH-6539}" not in str(sheet["A1"].value)


def test_equal_ones_stand_together_and_the_gravest_first(submission: Path) -> None:
    other = {"code": "A007", "severity": Severity.WARNING, "message": Text("慢。", "Slow.")}
    found = [finding("C2"), finding("C3", **other), finding("C4"), finding("C5", **other)]

    sheet = first_sheet(marked_copy(report(submission, *found)))

    assert [(line[3], line[6], line[7]) for line in lines(sheet)] == [
        ("C2", "超过上限。", "请核对。"),
        ("C4", "同 C2。", "同 C2。"),
        ("C3", "慢。", "请核对。"),
        ("C5", "同 C3。", "同 C3。"),
    ]


def test_what_follows_stands_behind_its_cause(submission: Path) -> None:
    cause = finding("C4")
    follows = finding("C2", code="A007", message=Text("慢。", "Slow."), cause=cause.fingerprint)

    sheet = first_sheet(marked_copy(report(submission, follows, cause)))

    assert [(line[3], line[6]) for line in lines(sheet)] == [
        ("C4", "超过上限。"),
        ("C2", "（由 C4 引起）慢。"),
    ]


def test_what_is_hidden_is_named_as_hidden(tmp_path: Path) -> None:
    path = tmp_path / "报送表.xlsx"
    path.write_bytes(
        workbook("""
        ## Sheet1 [hide B]
        | 绩效任务 | 年度目标 | 进展 |
        |---|---|---|
        | a | b | c | hidden

        ## 附表 [hidden]
        | 1 |
        """)
    )
    places = [("Sheet1", "C2"), ("Sheet1", "B1"), ("附表", "A1")]
    found = [
        finding(location=Location(sheet=sheet, cell=cell, row=1), message=Text(cell, cell))
        for sheet, cell in places
    ]

    sheet = first_sheet(marked_copy(report(path, *found)))

    assert [line[2:4] for line in lines(sheet)] == [
        ("Sheet1", "C2（隐藏行）"),
        ("Sheet1", "B1（隐藏列）"),
        ("附表（隐藏的工作表）", "A1"),
    ]
    assert [cell.hyperlink is not None for cell in sheet["D"][-3:]] == [True, True, False]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_a_text_is_never_more_than_a_text(submission: Path, text: str) -> None:
    found = finding(
        text=text,
        message=Text(text, text),
        fix=Text(text, text),
        indicator=text,
        location=Location(sheet="Sheet1", cell="C2", row=2, span=(0, 3)),
    )

    content = marked_copy(report(submission, found))

    sheet = first_sheet(content)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    for cell in sheet[sheet.max_row]:
        if str(cell.value).startswith(("=", "+")):
            assert cell.style is not None
            assert cell.quotePrefix
    assert openpyxl.load_workbook(BytesIO(content))["Sheet1"]["C2"].comment is not None


def test_a_clean_submission_says_so(submission: Path) -> None:
    content = marked_copy(FileReport(path=str(submission), verdict="accepted"))

    sheet = first_sheet(content)
    assert sheet["A1"].value == "检查结果  √ 通过  没有发现问题"
    assert lines(sheet) == []
    submission.write_bytes(content)
    assert marked_copy(FileReport(path=str(submission), verdict="accepted")) == content


def test_marking_twice_is_marking_once_and_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / EXAMPLE.name
    path.write_bytes(EXAMPLE.read_bytes())
    (first,) = check([path], Settings()).files
    content = marked_copy(first)
    path.write_bytes(content)

    (second,) = check([path], Settings()).files

    assert second == first
    assert marked_copy(second) == content
    assert unmarked(path) == EXAMPLE.read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [("表.csv", "绩效任务,年度目标\n".encode()), ("坏.xlsx", b"PK\3\4")],
    ids=["another kind", "damaged"],
)
def test_no_copy_of_what_is_no_package(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(Unmarkable) as caught:
        marked_copy(report(path))

    assert name in caught.value.message.zh
    assert caught.value.message.zh.count("。") <= 2
