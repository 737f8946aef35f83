"""Every rule's own examples through the whole check: found where they say, silent where they pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.finding import Finding
from toolkit.form_files import find_form
from toolkit.round import parse_period
from toolkit.rules import RULES
from toolkit.rules.model import Example, Rule, TableExample
from toolkit.testing import three_columns, workbook

PASSING = [
    pytest.param(rule, each, id=f"{rule.code}-{n}") for rule in RULES for n, each in enumerate(rule.passing)
]
FAILING = [
    pytest.param(rule, each, id=f"{rule.code}-{n}") for rule in RULES for n, each in enumerate(rule.failing)
]


def found(rule: Rule, example: Example | TableExample, folder: Path) -> list[Finding]:
    """The findings of this rule alone on this example."""
    path = folder / "submission.xlsx"
    schema = template = None
    if isinstance(example, Example):
        rows = [(example.target, example.progress), *example.others]
        path.write_bytes(three_columns([(example.task, *row) for row in rows]))
    else:
        path.write_bytes(example.content if example.content is not None else workbook(example.table))
    if isinstance(example, TableExample) and example.schema:
        schema = find_form(example.schema) if "\n" not in example.schema else folder / "form.py"
        if "\n" in example.schema:
            schema.write_text(example.schema, encoding="utf-8")
    if isinstance(example, TableExample) and example.template:
        template = folder / "template.xlsx"
        template.write_bytes(workbook(example.template))
    period = parse_period(example.period) if example.period else None
    settings = Settings(schema=schema, period=period, select=(rule.code,), template=template)
    return list(check([path], settings).files[0].findings)


@pytest.mark.parametrize(("rule", "example"), PASSING)
def test_passing_example_is_silent(rule: Rule, example: Example | TableExample, tmp_path: Path) -> None:
    assert found(rule, example, tmp_path) == []


@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_failing_example_is_found(rule: Rule, example: Example | TableExample, tmp_path: Path) -> None:
    findings = found(rule, example, tmp_path)
    assert findings
    assert {finding.code for finding in findings} == {rule.code}
    assert (example.severity or rule.severity) in {finding.severity for finding in findings}
    if isinstance(example, TableExample):
        assert example.cell in {finding.location.cell for finding in findings}
    elif example.text is not None:
        assert example.text in {finding.text for finding in findings}
    else:
        cells = {"", example.target, example.progress, *(cell for row in example.others for cell in row)}
        assert any(finding.text in cells for finding in findings)
