from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.reporters.shared import BREACHED, CLAIM, MISSING, REPORT
from toolkit.finding import FileReport, Finding, Language, Location, Report, Severity, Text
from toolkit.reporters import concise, text
from toolkit.reporters.formats import Reporter
from toolkit.reporters.style import Style
from toolkit.reporters.text import render
from toolkit.reporters.wrapping import width

COLOUR = re.compile("\x1b\\[[0-9;]*m")

SHORT = Text("改。", "Mend.")


def one(**facts: object) -> Report:
    """A report with one finding."""
    finding = replace(BREACHED, fix=SHORT, **facts)  # type: ignore[arg-type]
    return replace(REPORT, files=(FileReport(path="甲.xlsx", verdict="rejected", findings=(finding,)),))


def test_english_has_no_chinese_frame() -> None:
    written = render(REPORT, "en")

    assert "Row 29" in written
    assert "Fix: Check the figure" in written
    assert "S006 S007: no template" in written
    assert "Follows: ▲ warning N001" in written
    assert "(2 known)" in written
    assert "第" not in written


@pytest.mark.parametrize("form", [text, concise], ids=["full", "concise"])
def test_colours_change_nothing_but_colour(form: Reporter) -> None:
    plain = "".join(map(str, form.chunks(REPORT, "zh", Style())))
    coloured = "".join(map(str, form.chunks(REPORT, "zh", Style(colour=True))))

    assert COLOUR.search(coloured)
    assert COLOUR.sub("", coloured) == plain


@pytest.mark.parametrize("form", [text, concise], ids=["full", "concise"])
def test_the_phrase_is_underlined(form: Reporter) -> None:
    assert "\x1b[4m74微克/立方米\x1b[0m" in "".join(map(str, form.chunks(REPORT, "zh", Style(colour=True))))


@pytest.mark.parametrize("form", [text, concise], ids=["full", "concise"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_can_be_shown_in_a_chinese_code_page(form: Reporter, language: Language) -> None:
    "".join(map(str, form.chunks(REPORT, language, Style(statistics=True)))).encode("gbk")


@pytest.mark.parametrize(
    ("around", "phrase", "columns"),
    [
        pytest.param(("前5个月，浓度为", "，同比下降。"), "74微克/立方米", 96, id="all of it fits"),
        pytest.param(("前5个月，浓度为", "，同比下降。"), "74微克/立方米", 40, id="its neighbours are cut"),
        pytest.param(("甲" * 24, "乙" * 24), "丙" * 200, 96, id="longer than a line"),
        pytest.param(("", "，同比下降。"), "74微克/立方米", 96, id="at the beginning"),
        pytest.param(("PM2.5 ", ""), "74微克/立方米", 96, id="at the end"),
        pytest.param(("一\n二\t", "\n三"), "74\n微克", 96, id="over several lines"),
    ],
)
def test_the_carets_stand_under_the_phrase(around: tuple[str, str], phrase: str, columns: int) -> None:
    message = Text("超过目标。", "over the target.")
    report = one(around=around, text=phrase, message=message)
    lines = render(report, style=Style(columns=columns)).splitlines()

    place = next(number for number, line in enumerate(lines) if "^" in line)
    above, carets = lines[place - 1], lines[place]
    first, last = carets.index("^"), len(carets)
    marked = "".join(mark for mark, start in starts(above) if first <= start < last)
    assert marked.rstrip("…") in phrase.replace("\n", " ")
    assert marked.startswith(phrase[:2])
    assert all(width(line) <= columns for line in lines[2:place])


def starts(line: str) -> Iterator[tuple[str, int]]:
    """Each character with the column that it begins at on most terminals."""
    column = 0
    for mark in line:
        yield mark, column
        column += 2 if unicodedata.east_asian_width(mark) in "WF" else 1


def test_a_short_cell_is_quoted_as_a_whole() -> None:
    assert "“进展顺利。”" in render(one(around=("", ""), text="进展顺利。", message=Text("空话。", "empty.")))


def test_what_follows_stands_under_its_cause() -> None:
    lines = render(REPORT).splitlines()

    cause = next(number for number, line in enumerate(lines) if "A001  目标" in line)
    assert "连带 ▲ 警告 N001" in lines[cause + 3]
    assert sum("N001" in line for line in lines) == 1


def test_what_follows_from_something_known_stands_alone() -> None:
    file = replace(REPORT.files[0], findings=(CLAIM,), known=(MISSING.fingerprint,))

    assert "  C30  ▲ 警告 N001" in render(replace(REPORT, files=(file,)))


def test_nothing_new() -> None:
    file = FileReport(path="甲.xlsx", verdict="rejected", known=("0", "1"))

    assert "× 退回修改  没有新问题（另有 2 个已知）" in render(replace(REPORT, files=(file,)))


def test_the_summary_counts_by_rule() -> None:
    twice = replace(REPORT, files=(REPORT.files[0], REPORT.files[0]))

    summary = render(twice, style=Style(statistics=True)).partition("各规则的问题数\n")[2].splitlines()

    assert summary[0] == "  2  × 错误    A001  actual-missing"
    assert [line.split()[3] for line in summary[:7]] == sorted(line.split()[3] for line in summary[:7])


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
        around=(evil, evil),
        indicator=evil,
    )
    file = FileReport(path=f"{evil}.xlsx", verdict="rejected", unit=evil, findings=(finding,))

    report = Report(tool_version="1", round=None, files=(file,))
    for form in (text, concise):
        written = "".join(map(str, form.chunks(report, "zh", Style(statistics=True))))
        assert all(mark.isprintable() or mark == "\n" for mark in written)
