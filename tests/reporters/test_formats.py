from __future__ import annotations

from pathlib import PurePath

import pytest

from toolkit.finding import Report
from toolkit.reporters import concise, github, gitlab, html, json, jsonl, junit, sarif, text
from toolkit.reporters.formats import FORMATS, Reporter, form_of, reporter

# mypy holds every module to what a reporter has to be
REPORTERS: dict[str, Reporter] = {
    "text": text,
    "concise": concise,
    "json": json,
    "jsonl": jsonl,
    "sarif": sarif,
    "junit": junit,
    "html": html,
    "github": github,
    "gitlab": gitlab,
}


def test_every_form_is_there_and_no_other() -> None:
    assert {form: reporter(form) for form in FORMATS} == REPORTERS


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_begins_with_words_or_bytes_as_it_says(form: str, report: Report) -> None:
    first = next(iter(reporter(form).chunks(report)))

    assert isinstance(first, bytes) is FORMATS[form].binary


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.json", "json"), ("A.JSON", "json"), ("a.txt", "text"), ("a", "text"), ("a.json.bak", "text")],
)
def test_a_name_may_say_its_form(name: str, form: str) -> None:
    assert form_of(PurePath(name)) == form


def test_no_two_forms_claim_one_extension() -> None:
    claimed = [extension for each in FORMATS.values() for extension in each.extensions]

    assert len(claimed) == len(set(claimed))
