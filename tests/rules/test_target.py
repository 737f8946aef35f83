from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from toolkit.finding import Severity

if TYPE_CHECKING:
    from tests.rules.conftest import Judge

ERROR, WARNING, INFO, SILENT = Severity.ERROR, Severity.WARNING, Severity.INFO, None


ROW_CASES = [
    ("T001", "placeholder", {"target_placeholder": True}, ERROR),
    ("T001", "a real target", {"target_placeholder": False}, SILENT),
    ("T002", "neither number nor deliverable", {"measurable": False, "target_placeholder": False}, INFO),
    ("T002", "a placeholder is T001's", {"measurable": False, "target_placeholder": True}, SILENT),
    ("T002", "measurable", {"measurable": True, "target_placeholder": False}, SILENT),
    ("T003", "one", {"packed_targets": 1, "slash_joined": False}, SILENT),
    ("T003", "two", {"packed_targets": 2, "slash_joined": False}, INFO),
    ("T003", "two with a slash", {"packed_targets": 2, "slash_joined": True}, WARNING),
    ("T004", "total without unit", {"value": 6500, "kind": "total"}, WARNING),
    ("T004", "level without unit", {"value": 6500, "kind": "level"}, WARNING),
    ("T004", "total with unit", {"value": 6500, "unit": "人", "kind": "total"}, SILENT),
    ("T004", "index", {"value": 95, "kind": "index"}, SILENT),
    ("T004", "milestone", {"kind": "milestone"}, SILENT),
    ("T005", "soft word", {"kind": "soft"}, INFO),
    ("T005", "another phrase", {"kind": "claim"}, SILENT),
    ("T006", "growth without base", {"kind": "growth", "comparator": "delta+", "has_base": False}, INFO),
    (
        "T006",
        "fall of a level without base",
        {"kind": "level", "comparator": "delta-", "has_base": False},
        INFO,
    ),
    ("T006", "growth on last year", {"kind": "growth", "comparator": "delta+", "has_base": True}, SILENT),
    ("T006", "no change", {"kind": "total", "comparator": ">=", "has_base": False}, SILENT),
]


@pytest.mark.parametrize(
    ("code", "facts", "verdict"),
    [pytest.param(code, facts, verdict, id=f"{code} {what}") for code, what, facts, verdict in ROW_CASES],
)
def test_one_row(judge: Judge, code: str, facts: dict[str, Any], verdict: Severity | None) -> None:
    assert judge(code, facts) == [verdict]


@pytest.mark.parametrize("code", ["T001", "T002", "T003", "T004", "T005", "T006"])
def test_nothing_known_is_silence(judge: Judge, code: str) -> None:
    assert judge(code, {}) == [SILENT]
