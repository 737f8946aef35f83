"""Number formats and serials; openpyxl is the oracle where it knows better than nothing."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from toolkit.ooxml.numbers import BUILT_IN_FORMATS, Kind, classify, parse_decimal, parse_serial

KINDS: dict[str, Kind] = {
    "General": "number", "0.00%": "number", "@": "number", '0"月"': "number", '#,##0"days"': "number",
    "[Red]0": "number", "[$¥-804]#,##0": "number", r"0\d": "number", "_(* #,##0_)": "number", "": "number",
    "yyyy-mm-dd": "date", 'yyyy"年"m"月"d"日"': "date", "[$-804]yyyy/m/d;@": "date", "h:mm AM/PM": "date",
    "mm:ss.0": "date", "aaaa;d": "number", "[h]:mm": "elapsed", "[mm]:ss": "elapsed", "[Red][h]": "elapsed",
    'G/通用格式"天"': "number", "0;yyyy": "number",
}  # fmt: skip
DECIMALS = {
    "12": "12", " 12 ": "12", "-0.5": "-0.5", "1E+2": "1E+2", ".5": "0.5", "5.": "5", "1e-400": "0",
    "0.10000000000000001": "0.1", "123456789012345678": "1.2345678901234568E+17", "1e308": "1e308",
    "": None, "1,5": None, "NaN": None, "inf": None, "1e309": None, "１２": None, "1_0": None, "0x10": None,
}  # fmt: skip


@pytest.mark.parametrize(("number_format", "kind"), KINDS.items(), ids=KINDS)
def test_a_format_is_known_for_a_date(number_format: str, kind: Kind) -> None:
    assert classify(number_format) == kind


@pytest.mark.parametrize(("text", "number"), DECIMALS.items(), ids=map(repr, DECIMALS))
def test_a_number_is_the_one_that_excel_holds(text: str, number: str | None) -> None:
    assert parse_decimal(text) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("key", sorted(BUILTIN_FORMATS))
def test_built_in_formats_are_those_of_the_oracle(key: int) -> None:
    assert BUILT_IN_FORMATS[key] == BUILTIN_FORMATS[key]


@pytest.mark.parametrize("date1904", [False, True])
@pytest.mark.parametrize(
    "serial", ["0.25", "0.999", "1", "59", "60", "61", "42916", "42916.75", "43000.123456", "2957003"]
)
def test_serials_are_those_of_the_oracle(serial: str, date1904: bool) -> None:  # noqa: FBT001
    epoch = MAC_EPOCH if date1904 else WINDOWS_EPOCH
    assert parse_serial(Decimal(serial), "date", date1904=date1904) == from_excel(float(serial), epoch)


@pytest.mark.parametrize("serial", ["-1", "2958466", "1e300"])
def test_a_serial_outside_the_calendar_is_no_date(serial: str) -> None:
    assert parse_serial(Decimal(serial), "date", date1904=False) is None


def test_the_last_day_is_a_date() -> None:
    assert parse_serial(Decimal(2_958_465), "date", date1904=False) == datetime(9999, 12, 31)
