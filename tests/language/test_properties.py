"""What holds for every number, whatever its digits, its width, its blanks and its unit."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.language.model import Quantity
from toolkit.language.quantity import read_quantities

# A busy machine is no failure.
unhurried = settings(deadline=None)

UNITS = [
    "户",
    "处",
    "家",
    "辆",
    "平方米",
    "公里",
    "亿元",
    "万人",
    "万平方米",
    "%",
    "个百分点",
    "人次",
    "吨标准煤",
]
COUNTED = ["户", "处", "家", "辆", "平方米", "立方米", "吨标准煤", "人次", "元", "亩"]
SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
CHINESE_DIGITS = "零一二三四五六七八九"

whole_numbers = st.integers(min_value=1, max_value=9_999_999)
decimals = st.decimals(min_value="0.01", max_value="99999.99", places=2)
units = st.sampled_from(UNITS)
PIECES = (
    "完成 一 三百 万 亿 12 3.5 , ， 、 % ％ 余 近 以上 - 户 年 ( ） "
    "其中 1. 百分之 分之 倍 ０ G7 号院 〔 成 个 左右 2017 翻两番 半数"
)
pieces = st.sampled_from([*PIECES.split(), " ", "\u3000", "\n"])
texts = st.one_of(st.text(max_size=60), st.lists(pieces, max_size=20).map("".join))


def written(quantity: Quantity) -> str:
    """The quantity as an official would type it again."""
    return f"完成{quantity.value:f}{quantity.unit or ''}"


def facts(quantity: Quantity) -> tuple[Decimal, str | None, Decimal, str | None, int]:
    return quantity.value, quantity.unit, quantity.base_value, quantity.base_unit, quantity.digits


def numeral(number: int) -> str:
    """A whole number below ten thousand in Chinese characters: 1005 is 一千零五."""
    text = ""
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // step % 10
        if digit:
            text += CHINESE_DIGITS[digit] + name
        elif text and number % step and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text


@unhurried
@given(number=st.one_of(whole_numbers, decimals), unit=units)
def test_what_is_written_is_read_back(number: int | Decimal, unit: str) -> None:
    (read,) = read_quantities(f"完成{number}{unit}")
    (again,) = read_quantities(written(read))
    assert (read.value, read.unit) == (Decimal(number), unit)
    assert facts(again) == facts(read)


@unhurried
@given(text=texts)
def test_any_reading_is_read_back(text: str) -> None:
    for quantity in read_quantities(text):
        if quantity.value >= 0 and quantity.unit is not None and quantity.unit in UNITS:
            (again,) = read_quantities(written(quantity))
            assert (again.value, again.unit) == (quantity.value, quantity.unit)


# 一 alone is as often an article as a count, so the agreement begins at two.
@unhurried
@given(number=st.integers(min_value=2, max_value=9999), unit=st.sampled_from(COUNTED[:5]))
def test_chinese_and_arabic_numerals_agree(number: int, unit: str) -> None:
    (arabic,) = read_quantities(f"完成{number}{unit}")
    (chinese,) = read_quantities(f"完成{numeral(number)}{unit}")
    assert (chinese.value, chinese.unit) == (arabic.value, arabic.unit)


@unhurried
@given(number=whole_numbers, unit=units)
def test_thousands_separators_do_not_matter(number: int, unit: str) -> None:
    (plain,) = read_quantities(f"完成{number}{unit}")
    (grouped,) = read_quantities(f"完成{number:,}{unit}")
    assert facts(grouped) == facts(plain)


@unhurried
@given(number=st.one_of(whole_numbers, decimals), unit=units)
def test_full_width_and_half_width_agree(number: int | Decimal, unit: str) -> None:
    text = f"完成{number}{unit}"
    (narrow,) = read_quantities(text)
    (wide,) = read_quantities(text.translate(FULL_WIDTH))
    assert facts(wide) == facts(narrow)
    assert (wide.start, wide.end) == (narrow.start, narrow.end)


@unhurried
@given(number=whole_numbers, unit=units, blank=st.sampled_from([" ", "  ", "\u3000", "\u00a0", "\t"]))
def test_blanks_between_number_and_unit_do_not_matter(number: int, unit: str, blank: str) -> None:
    (close,) = read_quantities(f"完成{number}{unit}")
    (apart,) = read_quantities(f"完成{blank}{number}{blank}{unit}")
    assert facts(apart) == facts(close)


@unhurried
@given(
    number=st.one_of(whole_numbers, decimals),
    scale=st.sampled_from(sorted(SCALES)),
    unit=st.sampled_from(COUNTED),
)
def test_scales_are_exact(number: int | Decimal, scale: str, unit: str) -> None:
    (quantity,) = read_quantities(f"完成{number}{scale}{unit}")
    assert (quantity.value, quantity.unit) == (Decimal(number), scale + unit)
    assert (quantity.base_value, quantity.base_unit) == (Decimal(number) * SCALES[scale], unit)


@unhurried
@given(text=texts)
def test_nothing_is_a_float(text: str) -> None:
    for quantity in read_quantities(text):
        assert not any(isinstance(field, float) for field in quantity)
        assert {type(quantity.value), type(quantity.base_value)} == {Decimal}
        assert (quantity.value.is_finite(), quantity.base_value.is_finite()) == (True, True)


@unhurried
@given(text=texts)
def test_spans_cut_the_text_and_do_not_overlap(text: str) -> None:
    place = 0
    for quantity in read_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert place <= quantity.start < quantity.end <= len(text)
        place = quantity.end


@unhurried
@given(text=texts)
def test_bounds_enclose_the_value(text: str) -> None:
    for quantity in read_quantities(text):
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.base_value <= quantity.high
