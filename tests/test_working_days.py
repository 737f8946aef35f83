from __future__ import annotations

from datetime import date

import pytest

from toolkit.working_days import WorkingCalendar

GOLDEN_WEEK = WorkingCalendar(
    holidays=frozenset(date(2017, 10, day) for day in range(2, 7)), workdays=frozenset({date(2017, 9, 30)})
)


@pytest.mark.parametrize(
    ("today", "last", "days"),
    [
        pytest.param(date(2017, 7, 3), date(2017, 7, 3), 0, id="today"),
        pytest.param(date(2017, 7, 3), date(2017, 7, 4), 1, id="tomorrow"),
        pytest.param(date(2017, 7, 7), date(2017, 7, 10), 1, id="over a weekend"),
        pytest.param(date(2017, 9, 29), date(2017, 9, 30), 1, id="a Saturday that is worked"),
        pytest.param(date(2017, 9, 30), date(2017, 10, 9), 1, id="over a week of holidays"),
        pytest.param(date(2017, 7, 4), date(2017, 7, 3), 0, id="past"),
    ],
)
def test_days_left(today: date, last: date, days: int) -> None:
    assert GOLDEN_WEEK.days_left(today, last) == days
