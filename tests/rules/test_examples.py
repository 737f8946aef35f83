"""Every rule's own examples through the whole check: found where they say, silent where they pass."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from toolkit.check import Settings, check
from toolkit.collection import Round
from toolkit.finding import Finding
from toolkit.findings import spot_finding
from toolkit.form_files import find_form
from toolkit.inbox.between import disagreements
from toolkit.intake import Intake
from toolkit.previous import Source, Sources
from toolkit.roster import Unit
from toolkit.round import parse_period
from toolkit.round_fields import BEIJING
from toolkit.rules import RULES
from toolkit.rules.model import AnyExample, Example, IntakeCheck, IntakeExample, Rule, TableExample
from toolkit.testing import three_columns, workbook

PASSING = [
    pytest.param(rule, each, id=f"{rule.code}-{n}") for rule in RULES for n, each in enumerate(rule.passing)
]
FAILING = [
    pytest.param(rule, each, id=f"{rule.code}-{n}") for rule in RULES for n, each in enumerate(rule.failing)
]


def found(rule: Rule, example: AnyExample, folder: Path) -> list[Finding]:
    """The findings of this rule alone on this example."""
    if isinstance(example, IntakeExample):
        assert isinstance(rule.check, IntakeCheck)
        return [spot_finding(rule, spot) for spot in rule.check.spots(intake(example))]
    if isinstance(example, Example) and example.elsewhere is not None:
        return disagreeing(rule, example, folder)
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
    units = tuple(map(unit, example.units)) if isinstance(example, TableExample) else ()
    settings = Settings(
        schema=schema,
        round=Round(name="", period=period, units=units),
        select=(rule.code,),
        template=template,
        previous=before(example, folder) if isinstance(example, Example) else None,
    )
    return list(check([path], settings).files[0].findings)


def disagreeing(rule: Rule, example: Example, folder: Path) -> list[Finding]:
    """The findings on what the example's unit tells otherwise than another one."""
    told = {}
    for unit_name, progress in (("甲局", example.progress), ("乙局", example.elsewhere or "")):
        path = folder / f"{unit_name}.xlsx"
        path.write_bytes(three_columns([(example.task, example.target, progress)]))
        settings = Settings(period=parse_period(example.period), select=(rule.code,), facts=True)
        told[unit_name] = check([path], settings).files[0].facts or ()
    return disagreements(told, Round(name="")).get("甲局", [])


def before(example: Example, folder: Path) -> Sources | None:
    """The submission before, where the example has one."""
    if example.previous is None:
        return None
    path = folder / "previous.xlsx"
    path.write_bytes(three_columns([(example.task, *example.previous)]))
    return Sources(alone=Source(path, "", parse_period(example.previous_period)))


def unit(text: str) -> Unit:
    name, *aliases = text.split("=")
    return Unit(name=name, aliases=tuple(aliases))


def intake(example: IntakeExample) -> Intake:
    moments = (example.deadline, example.received, example.now)
    deadline, received, now = (
        datetime.fromisoformat(each).replace(tzinfo=BEIJING) if each else None for each in moments
    )
    assert now
    return Intake(unit="西城区", deadline=deadline, received=received, now=now)


@pytest.mark.parametrize(("rule", "example"), PASSING)
def test_passing_example_is_silent(rule: Rule, example: AnyExample, tmp_path: Path) -> None:
    assert found(rule, example, tmp_path) == []


@pytest.mark.parametrize(("rule", "example"), FAILING)
def test_failing_example_is_found(rule: Rule, example: AnyExample, tmp_path: Path) -> None:
    findings = found(rule, example, tmp_path)
    assert findings
    assert {finding.code for finding in findings} == {rule.code}
    if isinstance(example, IntakeExample):
        return
    assert (example.severity or rule.severity) in {finding.severity for finding in findings}
    if isinstance(example, TableExample):
        assert example.cell in {finding.location.cell for finding in findings}
    elif example.text is not None:
        assert example.text in {finding.text for finding in findings}
    else:
        cells = {"", example.target, example.progress, *(cell for row in example.others for cell in row)}
        assert any(finding.text in cells for finding in findings)
