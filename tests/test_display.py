from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from toolkit.display import plain, shown
from toolkit.workbook import Cell


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("50.0000000000", "50"),
        ("1.20E+3", "1200"),
        ("0.10", "0.1"),
        ("1E-7", "0.0000001"),
        ("-0.0", "0"),
        ("100", "100"),
        ("NaN", "NaN"),
    ],
)
def test_a_number_is_plain(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param(None, "", id="no cell"),
        pytest.param(Cell(1, 1, "  拆除 12处\n"), "  拆除 12处\n", id="text as it stands"),
        pytest.param(Cell(1, 1, Decimal(143)), "143", id="number"),
        pytest.param(Cell(1, 1, Decimal("0.925"), "0.0%"), "92.5%", id="percent"),
        pytest.param(Cell(1, 1, Decimal("0.5"), "0.00%;[Red]-0.00%"), "50%", id="percent in two sections"),
        pytest.param(Cell(1, 1, Decimal("0.5"), '0"%"个'), "0.5", id="no percent format"),
        pytest.param(Cell(1, 1, date(2017, 6, 30)), "2017年6月30日", id="date"),
        pytest.param(Cell(1, 1, datetime(2017, 6, 30, 9, 5)), "2017年6月30日 09:05", id="date and time"),
        pytest.param(Cell(1, 1, datetime(2017, 6, 30)), "2017年6月30日", id="date as Excel keeps it"),
        pytest.param(Cell(1, 1, time(9, 5)), "09:05:00", id="time"),
        pytest.param(Cell(1, 1, timedelta(hours=30)), "1 day, 6:00:00", id="duration"),
        pytest.param(Cell(1, 1, value=True), "TRUE", id="truth"),
        pytest.param(Cell(1, 1, None, error="#REF!"), "#REF!", id="error"),
        pytest.param(Cell(1, 1, None, formula="A1+1"), "", id="never calculated"),
    ],
)
def test_a_cell_is_shown_as_a_person_sees_it(cell: Cell | None, text: str) -> None:
    assert shown(cell) == text
