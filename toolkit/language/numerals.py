"""Chinese numerals: 三百二十六 is 326, 二千八百八十 is 2880, 两万五 is 25000, 百 is 100."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
DIGITS |= {
    "〇": 0,
    "两": 2,
    "俩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
STEPS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
SCALES = {"万": 10_000, "亿": 100_000_000}
TENS = {"廿": 20, "卅": 30}


def parse_numeral(text: str) -> Decimal | None:  # noqa: C901 - one branch for each kind of character
    """The value of a numeral made of Chinese characters only, or None where it is not one.

    A row of bare digits is read by place (二〇一七 is 2017).
    """
    if not text:
        return None
    if len(text) > 1 and all(character in DIGITS for character in text):
        return Decimal("".join(str(DIGITS[character]) for character in text))
    total = section = 0
    digit: int | None = None
    step = 0
    for character in text:
        if character in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[character]
            if digit == 0:
                step = 0
        elif character in TENS:
            section, digit, step = section + TENS[character], None, 10
        elif character in STEPS:
            step = STEPS[character]
            section += (1 if digit is None else digit) * step
            digit = None
        elif character in SCALES:
            scale = SCALES[character]
            section += digit or 0
            total = (total + (section or 1)) * scale if scale > total else total + section * scale
            section, digit, step = 0, None, scale
        else:
            return None
    if digit is None:
        return Decimal(total + section)
    # 两万五 is 25000, 三百二 is 320: a last bare digit counts in the step below the one before it
    return Decimal(total + section + digit * (step // 10 if step > 10 else 1))
