from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from toolkit.finding import Severity

if TYPE_CHECKING:
    from tests.rules.conftest import Judge

ERROR, WARNING, INFO, SILENT = Severity.ERROR, Severity.WARNING, Severity.INFO, None

JUNE = {"period_first": date(2021, 1, 1), "period_last": date(2021, 6, 30), "stated_start": 0}
MAY = JUNE | {"stated_last": date(2021, 5, 31), "decides_period": True}
LAST_YEAR = JUNE | {"stated_last": date(2020, 6, 30), "decides_period": True}

CASES = [
    ("D001", "a month short", MAY, WARNING),
    ("D001", "up to the end", MAY | {"stated_last": date(2021, 6, 30)}, SILENT),
    ("D001", "beyond the end", MAY | {"stated_last": date(2021, 7, 31)}, SILENT),
    ("D001", "another figure is up to date", MAY | {"decides_period": False}, SILENT),
    ("D001", "last year is D005's", LAST_YEAR, SILENT),
    ("D001", "no period stated", JUNE | {"decides_period": True}, SILENT),
    ("D001", "no reporting period", MAY | {"period_last": None}, SILENT),
    ("D005", "last year", LAST_YEAR, ERROR),
    ("D005", "next year", LAST_YEAR | {"stated_last": date(2022, 6, 30)}, ERROR),
    ("D005", "this year", MAY, SILENT),
    ("D005", "a comparison", LAST_YEAR | {"decides_period": False}, SILENT),
    ("D002", "relative", {"kind": "relative_date"}, INFO),
    ("D003", "plan", {"kind": "future_plan"}, INFO),
    ("D003", "nothing begun is D004's", {"kind": "not_started"}, SILENT),
    ("D004", "nothing begun", {"kind": "not_started"}, WARNING),
    ("D004", "plan", {"kind": "future_plan"}, SILENT),
]


@pytest.mark.parametrize(
    ("code", "facts", "verdict"),
    [pytest.param(code, facts, verdict, id=f"{code} {what}") for code, what, facts, verdict in CASES],
)
def test_one_row(judge: Judge, code: str, facts: dict[str, Any], verdict: Severity | None) -> None:
    assert judge(code, facts) == [verdict]


@pytest.mark.parametrize("code", ["D001", "D002", "D003", "D004", "D005"])
def test_nothing_known_is_silence(judge: Judge, code: str) -> None:
    assert judge(code, {}) == [SILENT]


@pytest.mark.parametrize(("code", "facts", "verdict"), [("D001", MAY, WARNING), ("D005", LAST_YEAR, ERROR)])
def test_a_period_is_marked_once(judge: Judge, code: str, facts: dict[str, Any], verdict: Severity) -> None:
    comparison = facts | {"decides_period": False}
    later = facts | {"stated_start": 40}
    another_row = facts | {"key": 1}
    rows = (comparison, facts, facts, later, another_row)
    assert judge(code, *rows) == [SILENT, verdict, SILENT, verdict, verdict]
