from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from toolkit.finding import Severity

if TYPE_CHECKING:
    from tests.rules.conftest import Judge

ERROR, WARNING, INFO, SILENT = Severity.ERROR, Severity.WARNING, Severity.INFO, None

PARTS = {"kind": "whole_with_parts", "stated": 86}
CLAIM = {"kind": "claim", "ratio_approximate": False}

CASES = [
    ("C001", "parts add up", PARTS | {"counted": 86}, SILENT),
    ("C001", "too many parts", PARTS | {"counted": 95}, ERROR),
    ("C001", "too few parts", PARTS | {"counted": 80}, ERROR),
    ("C001", "within rounding", PARTS | {"counted": "86.1", "tolerance": "0.15"}, SILENT),
    ("C001", "beyond rounding", PARTS | {"counted": "86.2", "tolerance": "0.15"}, ERROR),
    ("C001", "subset", {"kind": "subset", "stated": 86, "counted": 52}, SILENT),
    ("C001", "the whole subset", {"kind": "subset", "stated": 86, "counted": 86}, SILENT),
    ("C001", "subset larger than its whole", {"kind": "subset", "stated": 86, "counted": 87}, ERROR),
    ("C001", "a number is missing", PARTS, SILENT),
    ("C002", "as many as stated", {"kind": "counted_list", "stated": 3, "counted": 3}, SILENT),
    ("C002", "one short", {"kind": "counted_list", "stated": 4, "counted": 3}, WARNING),
    ("C002", "one too many", {"kind": "counted_list", "stated": 3, "counted": 4}, WARNING),
    ("C003", "completed", CLAIM | {"claim": "completed", "ratio": 100}, SILENT),
    ("C003", "not completed", CLAIM | {"claim": "completed", "ratio": 64}, ERROR),
    ("C003", "nearly completed", CLAIM | {"claim": "completed", "ratio": 99}, WARNING),
    ("C003", "ahead", CLAIM | {"claim": "ahead", "ratio": 103}, SILENT),
    ("C003", "not ahead", CLAIM | {"claim": "ahead", "ratio": "98.9"}, ERROR),
    ("C003", "over", CLAIM | {"claim": "over", "ratio": 106}, SILENT),
    ("C003", "exactly all is not over", CLAIM | {"claim": "over", "ratio": 100}, WARNING),
    ("C003", "not over", CLAIM | {"claim": "over", "ratio": 64}, ERROR),
    ("C003", "half", CLAIM | {"claim": "half", "ratio": 50}, SILENT),
    ("C003", "not half", CLAIM | {"claim": "half", "ratio": 31}, ERROR),
    ("C003", "about half", CLAIM | {"claim": "half", "ratio": 31, "ratio_approximate": True}, WARNING),
    ("C003", "pace", CLAIM | {"claim": "pace", "ratio": 31}, SILENT),
    ("C003", "no number", CLAIM | {"claim": "over"}, SILENT),
    ("C003", "praise", CLAIM | {"kind": "praise", "claim": "over", "ratio": 64}, SILENT),
    ("C005", "exclude each other", {"kind": "self_contradiction"}, WARNING),
    ("C005", "another phrase", {"kind": "claim"}, SILENT),
]
NEW = {"repeats": 0, "repeats_differ": False, "role": "result", "name": "新建社区便利店"}
SAME = NEW | {"repeats": 1, "repeats_row": 4}
SHORT = SAME | {"name": "便利店"}
OTHER = SAME | {"repeats_differ": True}
ONE_OF_A_KIND = OTHER | {"name": "一般公共预算收入"}


@pytest.mark.parametrize(
    ("code", "facts", "verdict"),
    [pytest.param(code, facts, verdict, id=f"{code} {what}") for code, what, facts, verdict in CASES],
)
def test_one_phrase(judge: Judge, code: str, facts: dict[str, Any], verdict: Severity | None) -> None:
    assert judge(code, facts) == [verdict]


@pytest.mark.parametrize("code", ["C001", "C002", "C003", "C004", "C005"])
def test_nothing_known_is_silence(judge: Judge, code: str) -> None:
    assert judge(code, {}) == [SILENT]


@pytest.mark.parametrize(
    ("figures", "verdicts"),
    [
        pytest.param([(0, NEW), (1, NEW)], [SILENT, SILENT], id="nothing repeated"),
        pytest.param([(0, NEW), (1, SAME), (1, SAME)], [SILENT, INFO, SILENT], id="once a row"),
        pytest.param([(1, SAME), (2, SAME)], [INFO, INFO], id="each row for itself"),
        pytest.param([(1, NEW), (1, SAME)], [SILENT, INFO], id="at the first that repeats"),
        pytest.param([(1, SHORT)], [SILENT], id="a short name alone"),
        pytest.param([(1, SHORT), (1, SHORT)], [INFO, SILENT], id="short names in a list"),
        pytest.param([(1, SHORT), (1, SHORT | {"repeats_row": 9})], [SILENT, SILENT], id="of two rows"),
        pytest.param([(1, SAME | {"role": "process"})], [SILENT], id="meetings held"),
        pytest.param([(1, OTHER)], [SILENT], id="another value alone may be of other works"),
        pytest.param([(1, SAME), (1, OTHER)], [INFO, SILENT], id="one equal value is no list"),
        pytest.param(
            [(1, SHORT), (1, OTHER), (1, SHORT), (1, OTHER)], [SILENT, ERROR, SILENT, SILENT], id="in a list"
        ),
        pytest.param([(1, ONE_OF_A_KIND)], [ERROR], id="there is one budget"),
        pytest.param([(1, SAME), (2, ONE_OF_A_KIND)], [INFO, ERROR], id="graver in another row"),
        pytest.param([(1, {}), (1, SAME)], [SILENT, INFO], id="unknown beside repeated"),
    ],
)
def test_rows_that_tell_the_same(
    judge: Judge, figures: list[tuple[int, dict[str, Any]]], verdicts: list[Severity | None]
) -> None:
    assert judge("C004", *({"key": key} | facts for key, facts in figures)) == verdicts
