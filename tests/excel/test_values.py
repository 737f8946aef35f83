"""What Excel hands over, and the value that a file would give."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest

from toolkit.excel.values import cell_value
from toolkit.workbook import Value


@pytest.mark.parametrize(
    ("given", "number_format", "value"),
    [
        (None, "General", None),
        ("007", "General", "007"),
        (True, "General", True),
        (12.0, "General", Decimal(12)),
        (0.1, "General", Decimal("0.1")),
        (0.1 + 0.2, "General", Decimal("0.30000000000000004")),
        (1e15, "General", Decimal("1E+15")),
        (0.925, "0.0%", Decimal("0.925")),
        (Decimal("12.5000"), "￥#,##0.00", Decimal("12.5")),
        (Decimal("100.00"), "￥#,##0.00", Decimal(100)),
        (42916.0, "yyyy-mm-dd", datetime(2017, 6, 30)),
        (datetime(2017, 6, 30, 12), "yyyy-mm-dd", datetime(2017, 6, 30, 12)),
        (datetime(1899, 12, 30, 6, 30), "h:mm", time(6, 30)),
        (datetime(1899, 12, 31, 6), "[h]:mm", timedelta(hours=30)),
        (-5.0, "yyyy-mm-dd", Decimal(-5)),
    ],
    ids=str,
)
def test_values(given: object, number_format: str, value: Value) -> None:
    found = cell_value(given, number_format)
    assert (type(found), found, str(found)) == (type(value), value, str(value))
