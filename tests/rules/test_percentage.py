from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from toolkit.finding import Severity

if TYPE_CHECKING:
    from tests.rules.conftest import Judge

ERROR, WARNING, INFO, SILENT = Severity.ERROR, Severity.WARNING, Severity.INFO, None

SHARE = {
    "digits": 1, "unit": "%", "bounded": True, "completion": False, "growth": False, "approximation": "",
}  # fmt: skip
DONE = SHARE | {"bounded": False, "completion": True}


def share(value: str, **of: str) -> dict[str, Any]:
    return {"value": Decimal(value)} | {name: Decimal(number) for name, number in of.items()}


EXACT = {
    "numerator": "415", "denominator": "600", "exact": "69.1666666667", "low": "69.1666666667",
    "high": "69.1666666667", "rounded": "69.2", "truncated": "69.1",
}  # fmt: skip
ROUNDED_INPUTS = EXACT | {"low": "68.9", "high": "69.4"}
EVEN = {
    "numerator": "192", "denominator": "320", "exact": "60", "low": "60", "high": "60", "rounded": "60",
    "truncated": "60",
}  # fmt: skip
HALF_WAY = EXACT | {"exact": "69.15", "low": "69.15", "high": "69.15", "rounded": "69.2", "truncated": "69.1"}
PER_MILLE = {
    "numerator": "127", "denominator": "30000", "exact": "0.42333", "low": "0.42333", "high": "0.42333",
    "rounded": "0.42", "truncated": "0.42",
}  # fmt: skip

ASKED = {"target_index": 0, "text": "92%"}

CASES = [
    ("P001", "more than all", SHARE | share("196"), ERROR),
    ("P001", "less than nothing", SHARE | share("-3"), ERROR),
    ("P001", "all", SHARE | share("100"), SILENT),
    ("P001", "none", SHARE | share("0"), SILENT),
    ("P001", "per mille", SHARE | share("100.2") | {"unit": "‰"}, ERROR),
    ("P001", "completion", DONE | share("110.7"), SILENT),
    ("P001", "growth", SHARE | share("196") | {"bounded": False, "growth": True}, SILENT),
    ("P002", "right", SHARE | share("69.2", **EXACT), SILENT),
    ("P002", "wrong above", SHARE | share("69.3", **EXACT), ERROR),
    ("P002", "wrong below", SHARE | share("69.0", **EXACT), ERROR),
    ("P002", "cut off is P003's", SHARE | share("69.1", **EXACT), SILENT),
    ("P002", "half-way down", SHARE | share("69.1", **HALF_WAY), SILENT),
    ("P002", "half-way up", SHARE | share("69.2", **HALF_WAY), SILENT),
    ("P002", "allowed by rounded inputs", SHARE | share("69.4", **ROUNDED_INPUTS), SILENT),
    ("P002", "beyond rounded inputs", SHARE | share("69.9", **ROUNDED_INPUTS), ERROR),
    ("P002", "no numerator", SHARE | share("69.9", denominator="600"), SILENT),
    ("P002", "no digits: 65%", DONE | share("65", **EVEN) | {"digits": 0}, ERROR),
    ("P002", "no digits: 60%", DONE | share("60", **EVEN) | {"digits": 0}, SILENT),
    ("P002", "50%以上 of 60", SHARE | share("50", **EVEN) | {"approximation": ">=", "digits": 0}, SILENT),
    ("P002", "70%以上 of 60", SHARE | share("70", **EVEN) | {"approximation": ">=", "digits": 0}, ERROR),
    ("P002", "近65% of 60", SHARE | share("65", **EVEN) | {"approximation": "<", "digits": 0}, SILENT),
    ("P002", "约 is never wrong", SHARE | share("70", **EVEN) | {"approximation": "~", "digits": 0}, SILENT),
    ("P002", "4.2‰ right", SHARE | share("0.42", **PER_MILLE) | {"unit": "‰"}, SILENT),
    ("P002", "4.4‰ wrong", SHARE | share("0.44", **PER_MILLE) | {"unit": "‰"}, ERROR),
    ("P003", "cut off", SHARE | share("69.1", **EXACT), INFO),
    ("P003", "rounded", SHARE | share("69.2", **EXACT), SILENT),
    ("P003", "wrong", SHARE | share("69.0", **EXACT), SILENT),
    ("P003", "allowed by rounded inputs", SHARE | share("69.1", **ROUNDED_INPUTS), SILENT),
    ("P003", "约", SHARE | share("69.1", **EXACT) | {"approximation": "~"}, SILENT),
    (
        "P004",
        "no count of 15",
        SHARE | share("95.5", denominator="15") | {"whole_denominator": True, "attainable": False},
        ERROR,
    ),
    (
        "P004",
        "14 of 15",
        SHARE | share("93.3", denominator="15") | {"whole_denominator": True, "attainable": True},
        SILENT,
    ),
    (
        "P004",
        "not to be decided",
        SHARE | share("93.3", denominator="1500") | {"whole_denominator": True, "attainable": None},
        SILENT,
    ),
    (
        "P004",
        "tonnes",
        SHARE | share("95.5", denominator="15") | {"whole_denominator": False, "attainable": False},
        SILENT,
    ),
    (
        "P004",
        "P002 has spoken",
        SHARE | share("69.3", **EXACT) | {"whole_denominator": True, "attainable": False},
        SILENT,
    ),
    (
        "P004",
        "P003 has spoken",
        SHARE | share("69.1", **EXACT) | {"whole_denominator": True, "attainable": False},
        SILENT,
    ),
    ("P005", "over", DONE | share("110.7"), INFO),
    ("P005", "just all", DONE | share("100"), SILENT),
    ("P005", "wrongly computed", DONE | share("165", **EVEN) | {"digits": 0}, SILENT),
    ("P005", "a share is P001's", SHARE | share("110.7"), SILENT),
    ("P006", "percent for points", {"kind": "percent_for_point"}, WARNING),
    ("P006", "points for percent", {"kind": "point_for_percent"}, WARNING),
    ("P006", "another phrase", {"kind": "claim"}, SILENT),
    ("P007", "nothing to compute", SHARE | share("92") | ASKED, INFO),
    ("P007", "denominator only", SHARE | share("92", denominator="25") | ASKED, INFO),
    ("P007", "told by the way", SHARE | share("92") | {"text": "92%"}, SILENT),
    ("P007", "all of them", SHARE | share("100") | ASKED, SILENT),
    ("P007", "both", SHARE | share("92", numerator="23", denominator="25"), SILENT),
    ("P007", "completion", DONE | share("62") | {"bounded": True}, SILENT),
    ("P007", "growth", SHARE | share("6.4") | {"growth": True}, SILENT),
    ("P007", "no share", SHARE | share("6.4") | {"bounded": False}, SILENT),
    ("P009", "make 100", {"kind": "shares", "stated": 100, "counted": 100, "tolerance": 1}, SILENT),
    (
        "P009",
        "within rounding",
        {"kind": "shares", "stated": 100, "counted": 101, "tolerance": "1.5"},
        SILENT,
    ),
    ("P009", "too much", {"kind": "shares", "stated": 100, "counted": 110, "tolerance": "1.5"}, ERROR),
    ("P009", "too little", {"kind": "shares", "stated": 100, "counted": 90, "tolerance": "1.5"}, ERROR),
    ("P009", "rounding unknown", {"kind": "shares", "stated": 100, "counted": 99}, SILENT),
    ("P009", "rounding unknown, far off", {"kind": "shares", "stated": 100, "counted": 95}, ERROR),
]


@pytest.mark.parametrize(
    ("code", "facts", "verdict"),
    [pytest.param(code, facts, verdict, id=f"{code} {what}") for code, what, facts, verdict in CASES],
)
def test_one_percentage(judge: Judge, code: str, facts: dict[str, Any], verdict: Severity | None) -> None:
    assert judge(code, facts) == [verdict]


@pytest.mark.parametrize("code", ["P001", "P002", "P003", "P004", "P005", "P006", "P007", "P009"])
def test_nothing_known_is_silence(judge: Judge, code: str) -> None:
    assert judge(code, {}) == [SILENT]
