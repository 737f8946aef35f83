from __future__ import annotations

import json
from dataclasses import replace

import pytest

from toolkit.finding import FileReport, Finding, Location, Report, Severity, Text
from toolkit.reporters.json import chunks, render


def test_the_whole_form(report: Report) -> None:
    document = json.loads(render(report))

    assert list(document) == ["schema_version", "tool_version", "round", "files", "summary"]
    assert document["summary"] == {
        "files": 2,
        "errors": 1,
        "warnings": 1,
        "infos": 1,
        "waived": 0,
        "rules": {"A006": 1, "D001": 1, "T003": 1},
    }
    assert list(document["files"][0]) == ["path", "unit", "verdict", "findings", "rules", "known"]
    assert document["files"][0]["rules"] == {
        "ran": ["A006", "D001", "T003"],
        "skipped": [
            {"code": "S006", "because": "没有模板"},
            {"code": "S007", "because": "没有模板"},
            {"code": "D005", "because": "不知道期间"},
        ],
    }
    assert document["files"][0]["findings"][1] == {
        "code": "A006",
        "name": "limit-breached",
        "severity": "error",
        "message": {"zh": "A006的问题。", "en": "The fault of A006."},
        "fix": {"zh": "请核对。", "en": "Check it."},
        "sheet": "进展情况",
        "cell": "C29",
        "row": 29,
        "column": "progress",
        "span": [29, 33],
        "text": "74微克",
        "value": "74",
        "expected": "≤ 60",
        "related": [{"sheet": "进展情况", "cell": "B29"}],
        "indicator": "清洁空气｜浓度控制在60微克以内",
        "fingerprint": report.files[0].findings[1].fingerprint,
        "cause": None,
        "waived": None,
    }


def test_reasons_in_english(report: Report) -> None:
    skipped = json.loads(render(report, "en"))["files"][0]["rules"]["skipped"]

    assert skipped[0] == {"code": "S006", "because": "no template"}


def test_half_a_surrogate_pair_survives() -> None:
    finding = Finding(
        code="N004",
        name="wording",
        severity=Severity.INFO,
        message=Text(zh="错", en="wrong"),
        fix=Text(zh="改", en="mend"),
        location=Location(cell="C2"),
        text="甲\ud800乙",
    )
    file = FileReport(path="a.xlsx", verdict="accepted", findings=(finding,))

    text = render(Report(tool_version="1", round=None, files=(file,)))

    assert text.encode("utf-8")
    assert json.loads(text)["files"][0]["findings"][0]["text"] == "甲\ud800乙"


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_in_pieces_it_is_the_very_same(report: Report, number: int) -> None:
    files = (*report.files, report.files[0])[:number]
    text = "".join(chunks(replace(report, files=files)))

    findings = sum(len(file["findings"]) for file in json.loads(text)["files"])
    assert sum(line.startswith('        {"code": ') for line in text.splitlines()) == findings
    assert text.endswith("\n}\n")
    assert text == render(replace(report, files=files))
    assert len(json.loads(text)["files"]) == number


def test_one_piece_for_each_file(report: Report) -> None:
    pieces = list(chunks(report))

    assert [sum(f'"path": "{file.path}"' in piece for piece in pieces) for file in report.files] == [1, 1]


@pytest.mark.parametrize("odd", ["\u2028", "\x85", "\x0b", "\x1c", "\n    ", "\r\n", '"\\'])
def test_odd_line_breaks_stay_as_they_are(report: Report, odd: str) -> None:
    file = replace(report.files[0], path=f"甲{odd}乙")

    assert json.loads(render(replace(report, files=(file,))))["files"][0]["path"] == f"甲{odd}乙"
