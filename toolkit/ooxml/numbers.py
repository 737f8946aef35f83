"""What a number in a cell means under its number format: a decimal, a date, a time or a duration.

Date serials follow the 1900 system, with its day 60 that never was, or the 1904 system.
"""

from __future__ import annotations

import math
import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Literal

Kind = Literal["number", "date", "elapsed"]

# Formats 27-36 and 50-58 are not written into the file; these are their Chinese meanings.
_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_HOUR_MINUTE, _HOUR_SECOND = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
BUILT_IN_FORMATS = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: _HOUR_MINUTE, 33: _HOUR_SECOND, 34: f"上午/下午{_HOUR_MINUTE}", 35: f"上午/下午{_HOUR_SECOND}",
    36: _YEAR_MONTH, 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
    50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY,
    55: f"上午/下午{_HOUR_MINUTE}", 56: f"上午/下午{_HOUR_SECOND}", 57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip
_NUMERAL = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*")
_NUMBER_WORDS = frozenset({"nan", "inf", "infinity", "-nan", "-inf", "-infinity", "+inf", "+infinity"})
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DATE_LETTER = re.compile(r"[dmhysDMHYS]")
_EXACT_DIGITS = 15
# A worksheet knows no time zones, so that all of its moments are naive.
_EPOCH_1900, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_DAY_THAT_NEVER_WAS = 60
_DAYS_1900, _DAYS_1904 = 2_958_466, 2_957_004
_DAY = 86_400_000


def classify(number_format: str) -> Kind:
    """Whether numbers under this format are shown as numbers, as dates or times, or as durations."""
    section = _LITERALS.sub("", number_format.partition(";")[0][:1_000])
    if _ELAPSED.search(section):
        return "elapsed"
    if "general" in section.lower():
        return "number"
    return "date" if _DATE_LETTER.search(section) else "number"


def parse_decimal(text: str) -> Decimal | None:
    """The number that Excel holds for this stored text, or None when it holds none (NaN, 1e400, words).

    Excel stores 1.1 as 1.1000000000000001: past fifteen digits the text is that of a binary
    number, and the shortest decimal with the same binary number is meant.
    """
    if len(text) <= _EXACT_DIGITS and text.isdecimal() and text.isascii():
        return Decimal(text)
    if _NUMERAL.fullmatch(text) is None:
        return None
    number = float(text)
    if math.isinf(number):
        return None
    return Decimal(text) if number and len(text) <= _EXACT_DIGITS else Decimal(repr(number)).normalize()


def is_beyond_excel(text: str) -> bool:
    """Whether the text stands for a number, but for none that Excel can hold: NaN, INF, 1e400."""
    return text.strip().lower() in _NUMBER_WORDS or (
        _NUMERAL.fullmatch(text) is not None and parse_decimal(text) is None
    )


def parse_serial(serial: Decimal, kind: Kind, *, date1904: bool) -> datetime | time | timedelta | None:
    """The moment or duration that a serial stands for, to the millisecond; None when there is none."""
    days = _DAYS_1904 if date1904 else _DAYS_1900
    if not (-days < serial < days):
        return None
    milliseconds = int((serial * _DAY).to_integral_value())
    if kind == "elapsed":
        return timedelta(milliseconds=milliseconds)
    if serial < 0:
        return None
    if serial < 1 and milliseconds < _DAY:
        return (_EPOCH_1900 + timedelta(milliseconds=milliseconds)).time()
    epoch = _EPOCH_1904 if date1904 else _EPOCH_1900
    missing_day = 1 if serial < _DAY_THAT_NEVER_WAS and not date1904 else 0
    try:
        return epoch + timedelta(days=missing_day, milliseconds=milliseconds)
    except OverflowError:
        return None
