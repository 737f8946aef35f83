from __future__ import annotations

import pytest

from tests.cli.conftest import Indicators
from toolkit.rules import all_rules
from toolkit.rules.model import Rule


def test_the_catalogue_has_every_rule(indicators: Indicators) -> None:
    code, output, _ = indicators("rules")

    assert code == 0
    assert [line.split()[0] for line in output.splitlines()] == [rule.code for rule in all_rules()]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_can_be_explained(indicators: Indicators, rule: Rule) -> None:
    code, output, _ = indicators("rule", rule.code)

    assert code == 0
    assert output.startswith(f"{rule.code} {rule.name}")
    assert rule.title.zh in output
    assert "{" not in output.replace("{0%}", "")


def test_a_rule_by_its_name(indicators: Indicators) -> None:
    assert indicators("rule", "limit-breached", "--lang", "en") == indicators("rule", "A006", "--lang", "en")


def test_no_such_rule(indicators: Indicators) -> None:
    code, _, error = indicators("rule", "A999")

    assert code == 2
    assert error.count("\n") == 1
