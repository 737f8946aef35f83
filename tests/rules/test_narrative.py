from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from toolkit.finding import Severity

if TYPE_CHECKING:
    from tests.rules.conftest import Judge

ERROR, WARNING, INFO, SILENT = Severity.ERROR, Severity.WARNING, Severity.INFO, None

CASES = [
    ("N001", "claim without number", {"kind": "claim", "has_number": False}, WARNING),
    ("N001", "claim with number", {"kind": "claim", "has_number": True}, SILENT),
    ("N001", "praise without number", {"kind": "praise", "has_number": False}, INFO),
    ("N001", "praise with number", {"kind": "praise", "has_number": True}, SILENT),
    ("N002", "lone item", {"kind": "orphan_enumerator"}, INFO),
    (
        "N003",
        "activity for a milestone",
        {"kind": "activity", "target_kind": "milestone", "whole_row": False},
        INFO,
    ),
    ("N003", "whole row", {"kind": "activity", "target_kind": "milestone", "whole_row": True}, WARNING),
    ("N003", "no target known", {"kind": "activity", "whole_row": True}, WARNING),
    ("N003", "a number gets A001", {"kind": "activity", "target_kind": "total", "whole_row": True}, SILENT),
    (
        "N003",
        "zero gets A001",
        {"kind": "activity", "target_kind": "zero_occurrence", "whole_row": True},
        SILENT,
    ),
    ("N004", "slip", {"kind": "wording"}, INFO),
    ("N005", "noun alone", {"kind": "fragment"}, WARNING),
]


@pytest.mark.parametrize(
    ("code", "facts", "verdict"),
    [pytest.param(code, facts, verdict, id=f"{code} {what}") for code, what, facts, verdict in CASES],
)
def test_one_phrase(judge: Judge, code: str, facts: dict[str, Any], verdict: Severity | None) -> None:
    assert judge(code, facts) == [verdict]


@pytest.mark.parametrize("code", ["N001", "N002", "N003", "N004", "N005"])
def test_nothing_known_is_silence(judge: Judge, code: str) -> None:
    assert judge(code, {}) == [SILENT]


@pytest.mark.parametrize("code", ["N001", "N002", "N003", "N004", "N005"])
def test_another_phrase_is_silence(judge: Judge, code: str) -> None:
    assert judge(code, {"kind": "shares", "has_number": False, "whole_row": True}) == [SILENT]
