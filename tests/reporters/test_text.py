from __future__ import annotations

from toolkit.finding import FileReport, Finding, Location, Report, Severity, Text
from toolkit.reporters.style import Style
from toolkit.reporters.text import render

CHINESE = """\
甲.xlsx
甲区  × 退回修改  错误 1、警告 1、提示 1

第 9 行  清洁空气｜浓度控制在60微克以内
  B9   ● 提示 T003  T003的问题。
                    改：请核对。

第 29 行  清洁空气｜浓度控制在60微克以内
  C29  ▲ 警告 D001  “前5个月”
                    D001的问题。
                    改：同 B9。
  C29  × 错误 A006  “74微克”
                    A006的问题。
                    改：同 B9。

没有执行的规则
  S006 S007：没有模板
  D005：不知道期间

乙.xlsx
√ 通过  没有发现问题

共 2 份：通过 1，退回修改 1，无法读取 0；错误 1，警告 1，提示 1。
"""


def test_the_whole_report(report: Report) -> None:
    assert render(report) == CHINESE


def test_english_has_no_chinese_frame(report: Report) -> None:
    text = render(report, "en")

    assert "Row 29" in text
    assert "Fix: Check it." in text
    assert "S006 S007: no template" in text
    assert text.endswith("2 files: 1 accepted, 1 rejected, 0 unreadable; 1 errors, 1 warnings, 1 infos.\n")
    assert "第" not in text


def test_colours_change_nothing_but_colour(report: Report) -> None:
    coloured = render(report, style=Style(colour=True))
    for code in (
        "\x1b[0m",
        "\x1b[1m",
        "\x1b[2m",
        "\x1b[4m",
        "\x1b[1;31m",
        "\x1b[1;32m",
        "\x1b[1;33m",
        "\x1b[1;36m",
    ):
        coloured = coloured.replace(code, "")

    assert coloured == CHINESE


def test_a_workbook_cannot_steer_the_terminal() -> None:
    evil = "\x1b]0;title\x07\x1b[2J\r\n\u202e"
    finding = Finding(
        code="A006",
        name="limit-breached",
        severity=Severity.ERROR,
        message=Text(zh=f"问题{evil}", en=f"fault{evil}"),
        fix=Text(zh=evil, en=evil),
        location=Location(sheet=evil, cell="C2", row=2, span=(0, 4)),
        text=evil,
        indicator=evil,
    )
    file = FileReport(path=f"{evil}.xlsx", verdict="rejected", unit=evil, findings=(finding,))

    text = render(Report(tool_version="1", round=None, files=(file,)))

    assert all(mark.isprintable() or mark == "\n" for mark in text)


def test_every_line_can_be_shown_in_a_chinese_code_page(report: Report) -> None:
    render(report).encode("gbk")
    render(report, "en").encode("gbk")
