from __future__ import annotations

import json as standard_json
from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.baseline import Baseline, load_baseline
from toolkit.errors import ToolkitError
from toolkit.finding import FileReport, Finding, Report, Severity, Text
from toolkit.reporters import json

OLD, NEW = (
    Finding(
        code=code,
        name="name",
        severity=Severity.ERROR,
        message=Text("错。", "Wrong."),
        fix=Text("改。", "Mend."),
        indicator="拆违｜12处",
    )
    for code in ("A006", "A007")
)


def former(folder: Path, *files: FileReport) -> Path:
    path = folder / "former.json"
    path.write_text(json.render(Report(tool_version="1", round=None, files=files)), encoding="utf-8")
    return path


def file(path: str, *findings: Finding, unit: str | None = None) -> FileReport:
    return FileReport(path=path, verdict="rejected", unit=unit, findings=findings)


@pytest.mark.parametrize(
    ("before", "path", "unit", "known"),
    [
        pytest.param([file("a/x.xlsx", OLD)], "a/x.xlsx", None, True, id="its path"),
        pytest.param([file("a/x.xlsx", OLD)], "b/x.xlsx", None, True, id="its name"),
        pytest.param([file("a.xlsx", OLD, unit="甲局")], "b.xlsx", "甲局", True, id="its unit"),
        pytest.param([file("a.xlsx", OLD, unit="甲局")], "b.xlsx", "乙局", False, id="another unit"),
        pytest.param([file("a.xlsx", OLD)], "b.xlsx", None, False, id="another file"),
        pytest.param(
            [file("a/x.xlsx", OLD), file("b/x.xlsx", OLD)],
            "c/x.xlsx",
            None,
            False,
            id="a shared name",
        ),
        pytest.param(
            [file("a/x.xlsx"), file("b/x.xlsx", OLD)], "a/x.xlsx", None, False, id="the path before the name"
        ),
    ],
)
def test_which_file_it_was(
    *, before: list[FileReport], path: str, unit: str | None, known: bool, tmp_path: Path
) -> None:
    report = load_baseline(former(tmp_path, *before)).only_new(file(path, OLD, NEW, unit=unit))

    assert report.findings == ((NEW,) if known else (OLD, NEW))
    assert report.known == ((OLD.fingerprint,) if known else ())
    assert report.verdict == "rejected"


def test_one_file_against_one_file_whatever_its_name(tmp_path: Path) -> None:
    path = former(tmp_path, file("第一稿.xlsx", OLD))

    assert load_baseline(path, one_file=True).only_new(file("第二稿.xlsx", OLD, NEW)).findings == (NEW,)


def test_what_was_known_then_is_known_now(tmp_path: Path) -> None:
    earlier = replace(file("a.xlsx", NEW), known=(OLD.fingerprint,))

    assert load_baseline(former(tmp_path, earlier)).only_new(file("a.xlsx", OLD, NEW)).findings == ()


def test_nothing_is_known_of_nothing() -> None:
    empty = Baseline(by_path={}, by_name={}, by_unit={})

    assert empty.only_new(file("a.xlsx", OLD)) == file("a.xlsx", OLD)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[]",
        b"{}",
        b'{"files": 3}',
        b'{"files": [{}]}',
        b'{"files": [{"path": "a", "unit": null, "findings": [{}]}]}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
    ids=range(9),
)
def test_what_is_no_report_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "former.json"
    path.write_bytes(content)

    with pytest.raises(ToolkitError, match="former"):
        load_baseline(path)


def test_a_report_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError):
        load_baseline(tmp_path / "none.json")


def test_a_report_of_before_there_was_a_baseline(tmp_path: Path) -> None:
    path = former(tmp_path, file("a.xlsx", OLD))
    document = standard_json.loads(path.read_text(encoding="utf-8"))
    del document["files"][0]["known"]
    path.write_text(standard_json.dumps(document), encoding="utf-8")

    assert load_baseline(path).only_new(file("a.xlsx", OLD, NEW)).findings == (NEW,)
