from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from toolkit.finding import Severity

if TYPE_CHECKING:
    from tests.rules.conftest import Judge

ERROR, WARNING, INFO, SILENT = Severity.ERROR, Severity.WARNING, Severity.INFO, None


TOTAL = {
    "text": "60公里", "value": 60, "unit": "公里", "base_value": 60, "comparator": ">=", "direction": "up",
    "kind": "total", "bound": "≥ 60", "approximate": False, "whole_number": False, "annual_statistic": False,
    "reported": True, "units": "same", "figure_status_count": False, "elapsed": 50, "span_over": False,
}  # fmt: skip
COUNT = TOTAL | {"whole_number": True, "unit": "户"}
CAP = TOTAL | {"kind": "level", "direction": "down", "comparator": "<=", "bound": "≤ 60"}
FLOOR = TOTAL | {"kind": "rate", "unit": "%"}


def told(figure: str, of: int = 60, **interval: str) -> dict[str, Any]:
    """The columns of a figure, and what they come to in percent of the target."""
    low, high = interval.get("low", figure), interval.get("high", figure)
    ratios = {
        name: Decimal(value) * 100 / of if of else None
        for name, value in (("ratio", figure), ("ratio_low", low), ("ratio_high", high))
    }
    numbers = {"figure_value": Decimal(figure), "figure_base": Decimal(figure)}
    return (
        numbers
        | {name: round(ratio, 10) for name, ratio in ratios.items() if ratio is not None}
        | {f"figure_{name}": Decimal(value) for name, value in interval.items()}
    )


def of(value: int) -> dict[str, Any]:
    return {"value": value, "base_value": value}


SCALED = {"units": "scaled", "unit": "辆", "base_unit": "辆", "figure_unit": "万辆"}
CASES = [
    ("A001", "number without a figure", TOTAL | {"reported": False}, ERROR),
    ("A001", "reported", TOTAL, SILENT),
    ("A001", "yearly statistic", TOTAL | {"reported": False, "annual_statistic": True}, WARNING),
    ("A001", "zero occurrence", TOTAL | {"reported": False, "kind": "zero_occurrence"}, WARNING),
    ("A001", "milestone", TOTAL | {"reported": False, "kind": "milestone"}, SILENT),
    ("A001", "an echo is A008's", TOTAL | {"reported": False, "echo_text": "60公里"}, SILENT),
    ("A001", "cannot be decided", TOTAL | {"reported": None}, SILENT),
    ("A008", "echo", TOTAL | {"reported": False, "echo_text": "60公里"}, WARNING),
    ("A008", "echo beside a figure", TOTAL | {"reported": True, "echo_text": "60公里"}, SILENT),
    ("A008", "no echo", TOTAL | {"reported": False}, SILENT),
    ("A003", "another unit", TOTAL | {"units": "different"}, WARNING),
    ("A003", "measure words", TOTAL | {"units": "interchangeable"}, INFO),
    ("A003", "same unit", TOTAL, SILENT),
    ("A003", "scaled is A004's", TOTAL | {"units": "scaled"}, SILENT),
    ("A003", "rate", TOTAL | {"units": "different", "kind": "rate"}, SILENT),
    ("A003", "growth", TOTAL | {"units": "different", "kind": "growth"}, SILENT),
    ("A003", "zero occurrence", TOTAL | {"units": "different", "kind": "zero_occurrence"}, SILENT),
    ("A004", "亿 lost on an amount", TOTAL | of(8_600_000_000) | told("4520000", 8_600_000_000), ERROR),
    ("A004", "万 lost on an amount", TOTAL | of(350_000) | told("18.2", 350_000), ERROR),
    ("A004", "万 added", TOTAL | of(350_000) | told("1820000000", 350_000), ERROR),
    ("A004", "亿 lost", TOTAL | of(8_600_000_000) | told("45.2", 8_600_000_000), ERROR),
    ("A004", "broken number of vehicles", COUNT | of(24_000) | told("1.35", 24_000), ERROR),
    ("A004", "two of many households", COUNT | of(6_000) | told("2", 6_000), SILENT),
    ("A004", "many of few things", COUNT | of(2) | told("300", 2), SILENT),
    ("A004", "万 added to a count", COUNT | of(5_000) | told("28570000", 5_000), ERROR),
    ("A004", "plausible", TOTAL | told("34"), SILENT),
    ("A004", "nothing done", TOTAL | told("0"), SILENT),
    ("A004", "six times over is A005's", TOTAL | told("400"), SILENT),
    ("A004", "scaled and plausible", COUNT | of(24_000) | told("13500", 24_000) | SCALED, INFO),
    (
        "A004",
        "scaled, 万 lost",
        COUNT | of(2_000_000) | told("120", 2_000_000) | {"units": "scaled", "value": 200},
        ERROR,
    ),
    ("A004", "another unit", TOTAL | of(350_000) | told("18.2", 350_000) | {"units": "different"}, SILENT),
    ("A004", "rate", FLOOR | of(350_000) | told("18.2", 350_000), SILENT),
    (
        "A004",
        "the text says so itself",
        TOTAL | of(350_000) | told("350", 350_000) | {"completion": "0.1"},
        SILENT,
    ),
    ("A005", "far over", TOTAL | told("102"), WARNING),
    ("A005", "one and a half is not past it", TOTAL | told("90"), SILENT),
    ("A005", "the year is over", TOTAL | told("102") | {"span_over": True}, SILENT),
    ("A005", "end of span unknown", TOTAL | told("102") | {"span_over": None}, SILENT),
    ("A005", "a cap", TOTAL | told("102") | {"comparator": "<="}, SILENT),
    ("A005", "lower is better", TOTAL | told("102") | {"direction": "down"}, SILENT),
    ("A005", "a slipped 万 is A004's", TOTAL | of(350_000) | told("1820000000", 350_000), SILENT),
    ("A005", "近 reaches below", TOTAL | told("91", low="88", high="91"), SILENT),
    ("A006", "past the cap", CAP | told("74"), ERROR),
    ("A006", "at the cap", CAP | told("60"), SILENT),
    ("A006", "below the cap", CAP | told("58"), SILENT),
    ("A006", "rounded onto the cap", CAP | told("60.4", low="59.95", high="60.45"), SILENT),
    ("A006", "cap of zero", CAP | {"base_value": 0} | told("2", 0), ERROR),
    ("A006", "cap of zero kept", CAP | {"base_value": 0} | told("0", 0), SILENT),
    ("A006", "soft cap, just past", CAP | {"comparator": "~"} | told("62"), SILENT),
    ("A006", "soft cap, clearly past", CAP | {"comparator": "~"} | told("74"), ERROR),
    ("A006", "approximate cap, just past", CAP | {"approximate": True} | told("62"), SILENT),
    ("A006", "whole cap of a total", CAP | {"kind": "total"} | told("61"), ERROR),
    ("A006", "part of the cap of a total", CAP | {"kind": "total"} | told("40"), SILENT),
    ("A006", "budget ceiling", CAP | {"kind": "total", "direction": "up"} | told("61"), ERROR),
    ("A006", "another unit", CAP | told("74") | {"units": "different"}, SILENT),
    ("A006", "no figure", CAP | {"units": None}, SILENT),
    ("A006", "a fall of 4%", CAP | {"comparator": "delta-", "kind": "growth"} | told("74"), SILENT),
    ("A006", "floor before the end", FLOOR | told("55"), SILENT),
    ("A006", "floor at the end", FLOOR | told("55") | {"span_over": True}, ERROR),
    ("A006", "floor reached", FLOOR | told("60") | {"span_over": True}, SILENT),
    ("A006", "floor, 余 may reach it", FLOOR | told("55", low="55", high="65") | {"span_over": True}, SILENT),
    ("A006", "soft floor, nearly", FLOOR | {"comparator": "~", "span_over": True} | told("58"), SILENT),
    ("A006", "soft floor, missed", FLOOR | {"comparator": "~", "span_over": True} | told("50"), ERROR),
    ("A006", "a total has pace instead", TOTAL | told("55") | {"span_over": True}, SILENT),
    ("A007", "far behind", TOTAL | told("12.4"), WARNING),
    ("A007", "on pace", TOTAL | told("30"), SILENT),
    ("A007", "ten points behind", TOTAL | told("24"), INFO),
    ("A007", "just over ten points behind", TOTAL | told("23.9"), WARNING),
    ("A007", "one more thing reaches it", COUNT | of(3) | told("1", 3), INFO),
    ("A007", "one more thing does not", COUNT | of(9) | told("2", 9), WARNING),
    ("A007", "余 may reach it", TOTAL | told("20", low="20", high="30"), SILENT),
    ("A007", "percentage only", TOTAL | {"completion": 30}, WARNING),
    ("A007", "percentage near the pace", COUNT | {"completion": 45}, INFO),
    ("A007", "percentage on pace", TOTAL | {"completion": 62}, SILENT),
    ("A007", "figure before percentage", TOTAL | told("34") | {"completion": 30}, SILENT),
    ("A007", "pace unknown", TOTAL | told("12.4") | {"elapsed": None}, SILENT),
    ("A007", "count of states", TOTAL | told("12.4") | {"figure_status_count": True}, SILENT),
    ("A007", "budget ceiling", TOTAL | told("12.4") | {"comparator": "<="}, SILENT),
    ("A007", "lower is better", TOTAL | told("12.4") | {"direction": "down"}, SILENT),
    ("A007", "level", TOTAL | told("12.4") | {"kind": "level"}, SILENT),
    ("A007", "growth", TOTAL | told("12.4") | {"kind": "growth", "comparator": "delta+"}, SILENT),
    ("A007", "a slipped 万 is A004's", TOTAL | of(350_000) | told("18.2", 350_000), SILENT),
    ("A007", "another unit", TOTAL | {"units": "different", "figure_value": 12}, SILENT),
    ("A002", "missing part", {"kind": "missing_part"}, WARNING),
    ("A012", "another object", {"kind": "scope"}, WARNING),
]


@pytest.mark.parametrize(
    ("code", "facts", "verdict"),
    [pytest.param(code, facts, verdict, id=f"{code} {what}") for code, what, facts, verdict in CASES],
)
def test_one_target(judge: Judge, code: str, facts: dict[str, Any], verdict: Severity | None) -> None:
    assert judge(code, facts) == [verdict]


@pytest.mark.parametrize("code", ["A001", "A002", "A003", "A004", "A005", "A006", "A007", "A008", "A012"])
def test_nothing_known_is_silence(judge: Judge, code: str) -> None:
    assert judge(code, {}) == [SILENT]


@pytest.mark.parametrize("code", ["A004", "A005", "A006", "A007"])
def test_a_number_without_end_breaks_nothing(judge: Judge, code: str) -> None:
    largest = Decimal("9" * 24)
    assert judge(code, TOTAL | {"value": largest, "base_value": largest} | told("1")) is not None
    judge(
        code,
        TOTAL | {"figure_value": largest, "figure_base": largest, "ratio": largest, "ratio_high": largest},
    )
