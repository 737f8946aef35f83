"""The check from file to report: places, verdicts, order, skipped rules, many files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path, PosixPath

import pytest

from toolkit.check import Interrupted, Settings, check, read
from toolkit.display import shown
from toolkit.errors import ToolkitError, UnreadableWorkbook
from toolkit.examine import submission_of
from toolkit.finding import FileReport, Finding
from toolkit.form_files import find_form
from toolkit.readers import read_workbook
from toolkit.round import Round, Span
from toolkit.rules.gate import gate
from toolkit.schema import load_form
from toolkit.testing import workbook
from toolkit.workbook import parse_a1

HALF = Span(date(2017, 1, 1), date(2017, 6, 30))
HEADER = "| 绩效任务 | 年度目标 | 上半年进展情况 |\n"
GOOD = HEADER + "| 拆违 | 拆除违法建设12处 | 上半年拆除违法建设8处。 |"
FAULTY = HEADER + (
    "| 拆违 | 待定 | 上半年拆除违法建设8处。 |\n"
    "|  | 改造棚户区800户 | 多次召开调度会。 |\n"
    "| 植树 | 合格率达到90% | 合格率192%。 |"
)

WITHOUT_TEMPLATE = {"S005", "S006", "S007", "S008", "S013", "S021"}
WITHOUT_TYPED_COLUMNS = {"T007", "A009", "A011", "P008"}
WITHOUT_PREVIOUS = {"T008", "A010", "N006"}


def submitted(folder: Path, *tables: str) -> list[Path]:
    paths = []
    for number, table in enumerate(tables, 1):
        path = folder / f"{number}.xlsx"
        path.write_bytes(workbook(table))
        paths.append(path)
    return paths


def one(folder: Path, table: str, settings: Settings | None = None) -> FileReport:
    (file,) = check(submitted(folder, table), settings or Settings(period=HALF)).files
    return file


def codes(file: FileReport) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.location.cell) for finding in file.findings]


def test_a_good_submission_is_accepted(tmp_path: Path) -> None:
    file = one(tmp_path, GOOD)
    assert (file.verdict, file.findings) == ("accepted", ())
    lacking = WITHOUT_TEMPLATE | WITHOUT_TYPED_COLUMNS | WITHOUT_PREVIOUS
    assert {each.code for each in file.skipped} == lacking | {"S019"}
    assert "A001" in file.ran


def test_findings_stand_at_their_cells(tmp_path: Path) -> None:
    file = one(tmp_path, FAULTY)
    assert file.verdict == "rejected"
    assert {("T001", "B2"), ("S011", "A3"), ("A001", "C3"), ("P001", "C4")} <= set(codes(file))


def test_findings_follow_the_sheet(tmp_path: Path) -> None:
    cells = [cell for _, cell in codes(one(tmp_path, FAULTY)) if cell]
    assert cells == sorted(cells, key=parse_a1)


def test_text_is_the_cells_text_cut_at_its_span(tmp_path: Path) -> None:
    (sheet,) = read_workbook(workbook(FAULTY)).sheets
    for finding in one(tmp_path, FAULTY).findings:
        place = finding.location
        assert place.cell is not None
        assert place.span is not None
        assert shown(sheet.cell(*parse_a1(place.cell)))[slice(*place.span)] == finding.text


def test_swapped_columns_say_the_same(tmp_path: Path) -> None:
    swapped = "\n".join(
        "| " + " | ".join(line.strip("| ").split(" | ")[::-1]) + " |" for line in GOOD.splitlines()
    )
    faulty = swapped.replace("8处", "40处")
    report = one(tmp_path, faulty)
    assert [(code, cell) for code, cell in codes(report) if code == "A005"] == [("A005", "A2")]


def test_two_rows_that_share_a_cell_say_it_once(tmp_path: Path) -> None:
    table = HEADER + "| 拆违 | 制定方案 | 合格率192%。 |\n| ^ | 制定办法 | ^ |"
    findings = [finding for finding in one(tmp_path, table).findings if finding.code == "P001"]
    assert len(findings) == 1


def test_equal_findings_of_one_row_have_their_own_fingerprints(tmp_path: Path) -> None:
    table = HEADER + "| 拆违 | 制定方案 | 合格率192%，抽检率192%。 |"
    findings = [finding for finding in one(tmp_path, table).findings if finding.code == "P001"]
    assert len({finding.fingerprint for finding in findings}) == len(findings) == 2


def test_fingerprints_stay_when_rows_move(tmp_path: Path) -> None:
    def prints(table: str) -> set[str]:
        return {finding.fingerprint for finding in one(tmp_path, table).findings if finding.code == "P001"}

    row = "| 植树 | 合格率达到90% | 合格率192%。 |"
    assert prints(HEADER + row) == prints("| 2017年上半年 | < | < |\n" + GOOD + "\n" + row) != set()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "S001", id="empty"),
        pytest.param(b"\x00\x01 no workbook", "S001", id="no workbook"),
        pytest.param(workbook("| 姓名 | 电话 |"), "S002", id="no table"),
        pytest.param(workbook("| 绩效任务 | 年度目标 |\n| 拆违 | 12处 |"), "S003", id="no progress"),
    ],
)
def test_without_a_table_the_other_rules_are_skipped_with_the_reason(
    content: bytes, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "one.xlsx"
    path.write_bytes(content)
    (file,) = check([path], Settings(period=HALF)).files
    assert [finding.code for finding in file.findings] == [code]
    assert file.verdict == ("unreadable" if code == "S001" else "rejected")
    skipped = {each.code: each.because.zh for each in file.skipped}
    assert "A001" in skipped
    assert skipped["A001"]
    assert not set(skipped) & set(file.ran)


def test_rules_on_the_period_are_skipped_where_nobody_names_it(tmp_path: Path) -> None:
    file = one(tmp_path, GOOD.replace("上半年进展", "进展"), Settings())
    assert {each.because.en for each in file.skipped if each.code == "A007"} == {
        "the reporting period is not known"
    }


@pytest.mark.parametrize(
    ("title", "header"), [("2017年上半年", "进展情况"), ("2017年绩效任务", "上半年进展情况")]
)
def test_the_period_is_read_from_the_sheet(title: str, header: str, tmp_path: Path) -> None:
    table = f"| {title} | < | < |\n" + GOOD.replace("上半年进展情况", header)
    file = one(tmp_path, table.replace("8处", "2处"), Settings())
    assert ("A007", "C3") in codes(file)


def test_a_row_with_an_error_value_is_left_to_its_rule(tmp_path: Path) -> None:
    assert codes(one(tmp_path, HEADER + "| 拆违 | 拆除违法建设12处 | #REF! |")) == [("S012", "C2")]


def test_rules_are_selected_and_left_out(tmp_path: Path) -> None:
    selected = one(tmp_path, FAULTY, Settings(period=HALF, select=("T001", "P001"), ignore=("P001",)))
    assert (selected.ran, codes(selected)) == (("T001",), [("T001", "B2")])


def test_a_constraint_of_the_form_is_told_in_words(tmp_path: Path) -> None:
    form = tmp_path / "scored.py"
    form.write_text(
        "from toolkit.schema import Form, column\n\n\nclass Scored(Form):\n"
        '    target: str = column("年度目标")\n    progress: str = column("进展情况")\n'
        '    score: float = column("自评得分", required=False, ge=0, le=100)\n',
        encoding="utf-8",
    )
    table = (
        "| 年度目标 | 进展情况 | 自评得分 |\n| 拆除12处 | 拆除8处 | 120.5 |\n| 植树9棵 | 植树5棵 | 差不多 |"
    )
    findings: dict[str, Finding] = {
        finding.code: finding for finding in one(tmp_path, table, Settings(schema=form, period=HALF)).findings
    }
    assert findings["S020"].message.zh == "“自评得分”不能大于100。"
    assert (findings["S020"].location.cell, findings["S020"].value) == ("C2", "120.5")
    assert findings["S017"].location.cell == "C3"


def test_the_rounds_form_and_period_count_unless_others_are_given(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "own.py").write_text(
        "from toolkit.schema import Form, column\n\n\nclass Own(Form):\n"
        '    target: str = column("要求")\n    progress: str = column("落实")\n',
        encoding="utf-8",
    )
    own = Round(name="一轮", period=HALF, schema="own", folder=tmp_path)
    paths = submitted(tmp_path, "| 要求 | 落实 |\n| 拆除违法建设12处 | 上半年拆除违法建设2处。 |")
    report = check(paths, Settings(round=own))
    assert report.round == "一轮"
    assert ("A007", "B2") in codes(report.files[0])
    assert codes(check(paths, Settings(round=own, schema="progress-summary")).files[0]) == [("S002", None)]


def test_files_stay_apart_and_in_order(tmp_path: Path) -> None:
    paths = submitted(tmp_path, FAULTY, GOOD, "| 姓名 | 电话 |", FAULTY)
    together = check(paths, Settings(period=HALF)).files
    alone = [check([path], Settings(period=HALF)).files[0] for path in paths]
    assert list(together) == alone


def test_a_missing_file_is_the_operators_mistake(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError):
        check([tmp_path / "missing.xlsx"], Settings())


def test_reading_shows_what_was_understood(tmp_path: Path) -> None:
    (path,) = submitted(tmp_path, GOOD)
    file = read(path, Settings(period=HALF))
    (row,) = file.rows
    assert (row.sheet, row.row.number) == ("Sheet1", 2)
    assert [str(target.value) for target in row.reading.targets] == ["12"]


def test_reading_refuses_what_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "one.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(UnreadableWorkbook):
        read(path, Settings())


class Stopping(PosixPath):
    """A path at which the user presses Ctrl-C."""

    def __fspath__(self) -> str:
        raise KeyboardInterrupt


def test_an_interrupt_keeps_what_is_done(tmp_path: Path) -> None:
    paths = submitted(tmp_path, FAULTY, GOOD, GOOD)
    with pytest.raises(Interrupted) as stopped:
        check([*paths[:2], Stopping(paths[2])], Settings(period=HALF))
    assert list(stopped.value.report.files) == list(check(paths[:2], Settings(period=HALF)).files)


def test_progress_is_told_of_every_report(tmp_path: Path) -> None:
    told: list[FileReport] = []
    report = check(submitted(tmp_path, FAULTY, GOOD), Settings(period=HALF), told.append)
    assert told == list(report.files)


def test_many_files_say_the_same_in_processes_of_their_own(tmp_path: Path) -> None:
    paths = submitted(tmp_path, *[FAULTY, GOOD, "| 姓名 | 电话 |"] * 6)
    one, two = (check(paths, Settings(period=HALF, jobs=jobs)) for jobs in (1, 2))
    assert list(one.files) == list(two.files)


def test_a_sheet_that_lacks_a_column_beside_a_whole_one_is_told(tmp_path: Path) -> None:
    file = one(tmp_path, f"## 汇总\n{GOOD}\n\n## 附表\n| 绩效任务 | 年度目标 |\n| 植树 | 植树900株 |")
    (told,) = (each.because.zh for each in file.skipped if each.code == "S003")
    assert "附表" in told
    assert "进展情况" in told
    assert file.verdict == "accepted"


def test_a_name_of_a_sheet_stays_short_and_harmless_in_a_reason() -> None:
    book = read_workbook(workbook(f"## 汇总\n{GOOD}\n\n## 附表\n| 绩效任务 | 年度目标 |\n| 植树 | 植树9株 |"))
    named = replace(book.sheets[1], name="\x1b[31m" + "长" * 3000)
    headings = load_form(find_form("progress-summary")).headings
    submission = submission_of(replace(book, sheets=(book.sheets[0], named)), "1.xlsx", headings)
    (told,) = gate((), submission).skipped
    assert len(told.because.zh) < 200
    assert "\x1b" not in told.because.zh
