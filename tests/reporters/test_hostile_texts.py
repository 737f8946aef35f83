"""Whatever the texts of a workbook are, every form stays what it is."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import junitparser
import pytest
from jsonschema import Draft4Validator

from tests.reporters.hostile_texts import LONGEST, TEXTS, hostile_report, rows
from tests.reporters.test_machines import COMMAND, SCHEMA
from toolkit.finding import Finding, Report
from toolkit.reporters.formats import FORMATS, reporter
from toolkit.reporters.style import Style

VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """The elements and attributes of a page, and whether all that is opened is closed again."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.ids: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses.update(value or "" for name, value in attrs if name in {"href", "src"})
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return hostile_report(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def written(report: Report) -> Callable[[str], str]:
    def write(form: str) -> str:
        text = "".join(map(str, reporter(form).chunks(report, "zh", Style(statistics=True))))
        return text.encode("utf-8", "backslashreplace").decode("utf-8")

    return write


@pytest.fixture(scope="module")
def findings(report: Report) -> tuple[Finding, ...]:
    return report.files[0].findings


def test_the_texts_come_back_in_the_findings(findings: tuple[Finding, ...]) -> None:
    assert len(findings) > 3 * len(TEXTS)
    assert max(len(cell) for row in rows() for cell in row) == LONGEST


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_a_terminal_gets_lines_and_nothing_else(written: Callable[[str], str], form: str) -> None:
    assert all(mark.isprintable() or mark == "\n" for mark in written(form))


@pytest.mark.parametrize("form", [form for form, each in FORMATS.items() if not each.binary])
def test_no_form_is_many_times_as_long_as_what_it_tells(written: Callable[[str], str], form: str) -> None:
    # the longest texts are quoted in a message, an indicator and a cell; nothing multiplies them
    assert len(written(form)) < 40 * LONGEST * 3


def test_html_is_whole_and_holds_nothing_that_runs(written: Callable[[str], str]) -> None:
    page = Page()
    page.feed(written("html"))
    page.close()

    assert page.open == []
    assert page.tags & {"script", "img", "iframe", "object", "embed", "form", "base", "link"} == set()
    assert not {name for name in page.attributes if name.startswith("on")}
    assert {address[:1] for address in page.addresses} == {"#"}
    assert len(page.ids) == len(set(page.ids))
    assert {address[1:] for address in page.addresses} <= set(page.ids)
    text = "".join(page.text)
    assert "<script>document.title='ran'</script>" in text
    assert "{{ 7*7 }}" in text
    assert not set(text) & set("\x1b\x07\u202e\u2066\u200b\ufeff\x00")


def test_json_and_its_lines(written: Callable[[str], str], findings: tuple[Finding, ...]) -> None:
    (file,) = json.loads(written("json"))["files"]
    lines = [json.loads(line) for line in written("jsonl").splitlines()]

    assert [each["text"] for each in file["findings"]] == [finding.text for finding in findings]
    assert [line["kind"] for line in lines] == ["file", *["finding"] * len(findings)]


def test_sarif(written: Callable[[str], str], findings: tuple[Finding, ...]) -> None:
    document = json.loads(written("sarif"))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))

    assert list(Draft4Validator(schema).iter_errors(document)) == []
    assert len(document["runs"][0]["results"]) == len(findings)


def test_junit(written: Callable[[str], str], findings: tuple[Finding, ...], tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    path.write_text(written("junit"), encoding="utf-8")

    (suite,) = junitparser.JUnitXml.fromfile(str(path))

    told = [case for case in suite if case.system_out or case.result]
    assert len(told) == len(findings) + suite.skipped
    assert any("<script>document.title='ran'</script>" in (case.system_out or "") for case in told)


def test_github_and_gitlab(written: Callable[[str], str], findings: tuple[Finding, ...]) -> None:
    lines = written("github").splitlines()

    assert len(lines) == len(json.loads(written("gitlab"))) == len(findings)
    assert all(COMMAND.fullmatch(line) for line in lines)


def test_no_line_of_concise_begins_as_a_formula(written: Callable[[str], str]) -> None:
    cells = [row[0] for row in csv.reader(written("concise").splitlines()) if row]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
