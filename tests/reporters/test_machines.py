"""What programs are handed is what those programs read: each form goes through a reader of its own."""

from __future__ import annotations

import importlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import junitparser
import pytest
from jsonschema import Draft4Validator

from tests.reporters.golden import rendered
from tests.reporters.shared import BREACHED, REPORT
from toolkit.finding import FileReport, Finding, Language, Location, Report, Text
from toolkit.reporters import github, gitlab, jsonl, junit, sarif
from toolkit.reporters.json import file_entry

SCHEMA = Path(__file__).parents[1] / "data" / "sarif" / "sarif-2.1.0-rtm.5.json"
COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")
FINDINGS = [(file, finding) for file in REPORT.files for finding in file.findings]


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def results(text: str) -> list[dict[str, Any]]:
    (run,) = json.loads(text)["runs"]
    listed: list[dict[str, Any]] = run["results"]
    return listed


def one(finding: Finding, path: str = "a.xlsx") -> Report:
    return replace(REPORT, files=(FileReport(path=path, verdict="rejected", findings=(finding,)),))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sarif_is_what_the_schema_asks_for(validator: Draft4Validator, language: Language) -> None:
    assert list(validator.iter_errors(json.loads(rendered("sarif", language)))) == []


def test_sarif_of_nothing(validator: Draft4Validator) -> None:
    document = json.loads("".join(sarif.chunks(replace(REPORT, files=()))))

    assert list(validator.iter_errors(document)) == []


def test_sarif_names_row_column_and_cell() -> None:
    found = next(each for each in results(rendered("sarif", "zh")) if each["ruleId"] == "A006")
    (place,) = found["locations"]

    assert place["physicalLocation"]["region"]["startLine"] == 29
    assert place["physicalLocation"]["region"]["startColumn"] == 3
    assert place["logicalLocations"] == [{"fullyQualifiedName": "进展情况!C29", "kind": "cell"}]
    assert found["partialFingerprints"] == {"indicatorFinding/v1": BREACHED.fingerprint}
    assert found["level"] == "error"


def test_sarif_results_point_at_their_rules() -> None:
    (run,) = json.loads(rendered("sarif", "zh"))["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [f.code for _, f in FINDINGS]


def test_sarif_tools_reads_it(tmp_path: Path) -> None:
    loader = importlib.import_module("sarif.loader")
    path = tmp_path / "report.sarif"
    path.write_text(rendered("sarif", "zh"), encoding="utf-8")

    records = loader.load_sarif_file(str(path)).get_records()

    assert [(each["Code"], each["Line"]) for each in records] == [
        (finding.code, finding.location.row or 1) for _, finding in FINDINGS
    ]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        pytest.param("见{0}。", "见{{0}}。", id="what would be an argument"),
        pytest.param("见[这里](0)。", "见\\[这里](0)。", id="what would be a link"),
        pytest.param("共[3]项。", "共[3]项。", id="mere brackets"),
    ],
)
def test_sarif_words_stay_words(words: str, written: str) -> None:
    text = "".join(sarif.chunks(one(replace(BREACHED, message=Text(words, words)))))

    assert results(text)[0]["message"]["text"].startswith(written)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("报送/甲区 1.xlsx", "%E6%8A%A5%E9%80%81/%E7%94%B2%E5%8C%BA%201.xlsx"),
        ("/srv/a.xlsx", "file:///srv/a.xlsx"),
        ("C:\\报\\a.xlsx", "file:///C%3A/%E6%8A%A5/a.xlsx"),
        ("a\\b.xlsx", "a/b.xlsx"),
        ("a:b.xlsx", "a%3Ab.xlsx"),
        ("50%#?.xlsx", "50%25%23%3F.xlsx"),
    ],
)
def test_sarif_paths_are_addresses(path: str, uri: str) -> None:
    (found,) = results("".join(sarif.chunks(one(BREACHED, path))))

    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.fixture
def suites(tmp_path: Path) -> list[Any]:
    path = tmp_path / "junit.xml"
    path.write_text(rendered("junit", "zh"), encoding="utf-8")
    return list(junitparser.JUnitXml.fromfile(str(path)))


def test_junit_has_a_suite_for_each_file(suites: list[Any]) -> None:
    assert [suite.name for suite in suites] == [file.path for file in REPORT.files]
    for suite in suites:
        before = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == before


def test_junit_cases_say_how_it_went(suites: list[Any]) -> None:
    results = {case.name.split()[0]: case for suite in suites[::2] for case in suite}

    assert [each.type for each in results["A006"].result] == ["error"]
    assert [each.type for each in results["D001"].result] == ["warning"]
    assert isinstance(results["S001"].result[0], junitparser.Error)
    assert results["S006"].is_skipped
    assert results["D005"].is_passed
    assert results["T003"].is_passed
    assert "两个" in results["T003"].system_out or "2个" in results["T003"].system_out


def test_junit_names_are_unique(suites: list[Any]) -> None:
    names = [(case.classname, case.name) for suite in suites for case in suite]

    assert len(names) == len(set(names))


def test_github_has_a_command_for_each_finding() -> None:
    lines = rendered("github", "zh").splitlines()

    commands = [match[1] for line in lines if (match := COMMAND.fullmatch(line))]
    assert len(commands) == len(lines)
    names = {"error": "error", "warning": "warning", "info": "notice"}
    assert commands == [names[finding.severity.value] for _, finding in FINDINGS]


def test_github_escapes_what_would_end_a_property_or_a_line() -> None:
    odd = replace(BREACHED, message=Text("甲\n::error::乙 50%", "x"), location=Location(row=3, cell="C3"))

    (line,) = "".join(github.chunks(one(odd, "a,b:c%\n.xlsx"))).splitlines()

    assert line.startswith("::error file=a%2Cb%3Ac%25%0A.xlsx,line=3,title=A006 limit-breached,col=3::")
    assert line.endswith(odd.fix.zh)
    assert "甲 ::error::乙 50%25" in line


def test_gitlab_entries_are_complete_and_unlike() -> None:
    entries = json.loads(rendered("gitlab", "zh"))

    assert [each["location"]["path"] for each in entries] == [file.path for file, _ in FINDINGS]
    assert {each["severity"] for each in entries} <= {"info", "minor", "major", "critical", "blocker"}
    assert len({each["fingerprint"] for each in entries}) == len(entries)
    assert all(each["location"]["lines"]["begin"] >= 1 for each in entries)


def test_gitlab_tells_two_files_with_one_fault_apart() -> None:
    both = replace(REPORT, files=(one(BREACHED, "a.xlsx").files[0], one(BREACHED, "b.xlsx").files[0]))

    entries = json.loads("".join(gitlab.chunks(both)))

    assert len({each["fingerprint"] for each in entries}) == 2


def test_gitlab_of_nothing() -> None:
    assert json.loads("".join(gitlab.chunks(replace(REPORT, files=())))) == []


def test_jsonl_holds_what_json_holds() -> None:
    lines = [json.loads(line) for line in rendered("jsonl", "zh").splitlines()]

    files: list[dict[str, Any]] = []
    for line in lines:
        if line.pop("kind") == "file":
            files.append({**line, "findings": []})
        else:
            assert line.pop("path") == files[-1]["path"]
            files[-1]["findings"].append(line)
    assert files == [json.loads(json.dumps(file_entry(file, "zh"))) for file in REPORT.files]


@pytest.mark.parametrize("odd", ["\u2028", "\x85", "\x0b", "\x1c", "\r\n", "\ud800"], ids=ascii)
def test_jsonl_is_a_line_each_whatever_is_in_it(odd: str) -> None:
    text = "".join(jsonl.chunks(one(replace(BREACHED, text=odd))))

    assert [json.loads(line)["kind"] for line in text.splitlines()] == ["file", "finding"]
    assert json.loads(text.splitlines()[1])["text"] == odd


def test_junit_has_no_sign_that_xml_forbids(tmp_path: Path) -> None:
    every_sign = "".join(map(chr, range(0x300))) + "\ud800\ufffe\uffff]]>&<>\"'"
    odd = replace(BREACHED, message=Text(every_sign, every_sign), indicator=every_sign)
    path = tmp_path / "junit.xml"
    path.write_text("".join(junit.chunks(one(odd, every_sign))), encoding="utf-8")

    (suite,) = junitparser.JUnitXml.fromfile(str(path))
    (case,) = suite

    assert "]]>&<>\"'" in case.result[0].message
    assert "]]>&<>\"'" in case.result[0].text
