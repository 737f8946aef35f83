"""What the column 填报检查 says is what the check says: 300 fillings, recalculated by LibreOffice."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from tests.template.filling import filled, issue_in, random_rows
from tests.template.office import SOFFICE, saved_by_libreoffice
from toolkit.check import Settings, check
from toolkit.finding import FileReport
from toolkit.readers import read_workbook
from toolkit.template.build import build_template
from toolkit.template.layout import STATUS_ROW, Layout, layout_of
from toolkit.template.native import native_rules
from toolkit.workbook import Sheet

FILLINGS = 300
SEED = 20170630
SAID = re.compile(r"[×▲●] ([A-Z]\d{3}) (?!进展情况：目标没有报告结果)")

pytestmark = [
    pytest.mark.office,
    pytest.mark.timeout(900),
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


def said_by_the_check(report: FileReport, native: frozenset[str]) -> dict[int, set[str]]:
    """By row the codes of the rules that Excel holds too."""
    found: dict[int, set[str]] = {}
    for finding in report.findings:
        # a number written as text is of the wrong type to Excel, which cannot read 12件
        code = "S017" if finding.code == "S016" else finding.code
        if code == "S020" and "写法" in finding.message.zh:
            continue  # a pattern cannot be said in Excel
        if finding.location.column == "progress" and code != "S020":
            continue  # what a text says cannot be read in Excel
        if code in native and finding.location.row is not None:
            found.setdefault(finding.location.row, set()).add(code)
    return found


def said_by_excel(sheet: Sheet, layout: Layout) -> dict[int, str]:
    """By row the text of the column 填报检查."""
    return {
        number: str(cell.value)
        for number in range(layout.first_row, layout.last_row + 1)
        if (cell := sheet.cell(number, layout.guard_column)) is not None
    }


def test_guards_and_check_agree_on_every_row(tmp_path: Path) -> None:
    form, issue = issue_in(tmp_path)
    layout = layout_of(form.headings, len(issue.rows))
    template, random = build_template(form, issue), Random(SEED)  # noqa: S311
    fillings = [random_rows(issue, layout, random) for _ in range(FILLINGS)]
    paths = [tmp_path / f"filled-{number:03}.xlsx" for number in range(FILLINGS)]
    for path, rows in zip(paths, fillings, strict=True):
        path.write_bytes(filled(template, layout, rows))
    saved = saved_by_libreoffice(paths, tmp_path / "office")
    native = frozenset(rule.code for rule in native_rules(form))
    report = check(saved, Settings(schema="progress-form", period=issue.period, jobs=1))
    differing, seen = [], set()
    for path, rows, file in zip(saved, fillings, report.files, strict=True):
        sheet, judged = read_workbook(path).sheets[0], said_by_the_check(file, native)
        texts = said_by_excel(sheet, layout)
        for number, text in texts.items():
            codes = set(SAID.findall(text))
            if "待填报" in text:
                assert all(str(value or "").strip() == "" for value in rows[number].values())
            elif codes != judged.get(number, set()):
                differing.append((path.name, number, rows[number], codes ^ judged.get(number, set()), text))
            seen |= codes
        status, errors = sheet.cell(STATUS_ROW, 1), sum(text.count("×") for text in texts.values())
        assert status is not None
        assert str(status.value).startswith(f"尚有 {errors} 处问题" if errors else "可报送")
    assert not differing, "\n".join(map(str, differing))
    assert seen == native - {"T001", "A011", "S009"}  # what is issued cannot go wrong in an open cell
