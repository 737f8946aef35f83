from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.template.filling import issue_in
from toolkit.round import parse_period
from toolkit.template.facts import lines
from toolkit.template.formulas import settled
from toolkit.template.issue import Value
from toolkit.template.layout import layout_of

PERIOD = parse_period("2017-01-01/2017-06-30")


@pytest.mark.parametrize(
    ("target", "unknown"),
    [
        pytest.param("改造地下管线60公里", set(), id="this year"),
        pytest.param("2016—2018年改造地下管线60公里", {"elapsed", "span_over"}, id="years of its own"),
        pytest.param("到2020年改造地下管线60公里", {"elapsed", "span_over"}, id="no beginning"),
    ],
)
def test_the_time_of_a_target_is_a_formula_for_the_calendar_year_only(
    target: str, unknown: set[str], tmp_path: Path
) -> None:
    form, _ = issue_in(tmp_path)
    layout = layout_of(form.headings, 1)
    row: dict[str, Value] = {"target": target, "target_value": Decimal(60), "unit": "公里", "direction": "≥"}
    made = lines(row, layout.first_row, layout, PERIOD, answered=True)
    (facts,) = (line.facts for line in made if line.frame == "targets")
    assert {name for name in ("elapsed", "span_over") if facts[name] == settled(None)} == unknown
