"""Reads one quantity written in Chinese numerals: 三个, 百余户, 百分之五, 三分之二, 过半, 八成, 翻两番.

Names and idioms (三元桥, 千家万户) and what only numbers or points (第一, 每一) are refused here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from toolkit.language.counting import counts_something, is_threshold
from toolkit.language.exactness import approximation_after, approximation_before, quantity
from toolkit.language.model import Approximation, Quantity
from toolkit.language.numerals import parse_numeral
from toolkit.language.units import ONE, Unit, chinese_measures, kind_of, read_unit
from toolkit.language.vocabulary import by_first, expression, words

_NUMERAL = "[零一二两三四五六七八九十百千万亿〇廿卅]+"
_FRACTION = "(十万|百|千|万|[二三四五六七八九十])分之([零一二三四五六七八九十百〇点]+)"
_TENTHS = (
    r"[一二两三四五六七八九](?:成(?![立本员果效功为长都品熟交套年因分就绩型片不人])|折(?![子线叠算旧腾]))"
)
_AND_A_FEW = "[一二三四五六七八九半](?=$|[\\W_]|以上|以下|左右|多)"  # of 五成七
_ESTIMATE = "一二|二三|两三|三四|四五|五六|六七|七八|八九(?=[十百千万]|$)"
_TIMES_BEFORE = frozenset("年周日内每第")
_VAGUE = frozenset("余多几")
_LONGEST = 24
_PERCENT = Unit("%", "%", ONE, 1, "percent")
_PARTS = {"百": "%", "千": "‰", "万": "‱", "十万": "/10万"}
_REACHED = ("达到", "达", "突破", "至", "实现", "完成", "新增")
_COUNTING = frozenset(("measure", "physical", "money"))


def read_chinese(text: str, start: int) -> tuple[Quantity | None, int]:
    """The quantity written in Chinese numerals at ``start``, and where to read on."""
    if text.find("分之", start, start + 4) > 0 and (fraction := expression(_FRACTION).match(text, start)):
        return _fraction(text, start, fraction)
    for name in _names().get(text[start : start + 2], ()):
        if text.startswith(name, start):
            return None, start + len(name)
    if text.startswith(("过半", "一半", "百分百"), start):
        return _half(text, start)
    if text.startswith("半数", start):
        word: Approximation = ">=" if text.startswith("以上", start + 2) else "~"
        return quantity(text, start, start + 2, Decimal(50), _PERCENT, word, 0), start + 2
    if text[start] == "翻":
        end = text.index("番", start) + 1
        times = parse_numeral(text[end - 2])
        growth = Decimal(0) if times is None else (Decimal(2) ** int(times) - 1) * 100
        return quantity(text, start, end, growth, _PERCENT, "", 0), end
    if text[start + 1 : start + 2] in ("成", "折") and (tenths := expression(_TENTHS).match(text, start)):
        return _tenths(text, start, tenths)
    return _counted(text, start)


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Names and idioms by their first two characters, the longest first: 三元桥, 八项规定, 千家万户."""
    return by_first(words("names", ""), 2)


@cache
def _measures() -> Mapping[str, tuple[str, ...]]:
    return by_first(chinese_measures())


def _first(known: Mapping[str, tuple[str, ...]], text: str, place: int) -> str:
    """The longest known word that begins at ``place``, or nothing."""
    for word in known.get(text[place : place + 1], ()):
        if text.startswith(word, place):
            return word
    return ""


def _approximation(text: str, start: int, end: int) -> Approximation:
    word, approximation, _ = approximation_after(text, end)
    return approximation if word else approximation_before(text, start)


def _half(text: str, start: int) -> tuple[Quantity | None, int]:
    """过半 is more than 50 %, 一半 is 50 %, 百分百 is 100 %, and the slogan 时间过半 is no number."""
    if text.startswith("百分百", start):
        return quantity(text, start, start + 3, Decimal(100), _PERCENT, "", 0), start + 3
    end = start + 2
    over = text.startswith("过半", start)
    if over and ("时间过半" in text[max(0, start - 12) : end + 8] or text[max(0, start - 1) : start] == "双"):
        return None, end
    return quantity(text, start, end, Decimal(50), _PERCENT, ">" if over else "", 0), end


def _fraction(text: str, start: int, match: re.Match[str]) -> tuple[Quantity | None, int]:
    """百分之五点三 is 5.3 %, 三分之二 is 66.6667 %, 千分之四 is 4 ‰."""
    whole, _, decimals = match[2].partition("点")
    part, end = parse_numeral(whole), match.end()
    if part is None:
        return None, end
    if decimals:
        parsed = "".join(str(parse_numeral(digit) or 0) for digit in decimals)
        part += Decimal(f"0.{parsed}")
    if match[1] in _PARTS:
        unit = Unit(_PARTS[match[1]], _PARTS[match[1]], ONE, 0, "percent")
    else:
        divisor = parse_numeral(match[1])
        if not divisor or part > divisor:
            return None, end
        unit, part = _PERCENT, round(part * 100 / divisor, 4)
    word = _approximation(text, start, end)
    return quantity(text, start, end, part, unit, word, len(decimals)), end


def _tenths(text: str, start: int, match: re.Match[str]) -> tuple[Quantity | None, int]:
    """八成以上 is at least 80 %, 五成七 57 %, 两成多 more than 20 %, 七折 is 70 % of the former price."""
    value, end = parse_numeral(match[0][0]), match.end()
    if value is None or (start and text[start - 1] in "一二三四五六七八九十百千第"):
        return None, end
    percent = value * 10
    if (single := expression(_AND_A_FEW).match(text, end)) is not None:
        percent += parse_numeral(single[0].replace("半", "五")) or 0
        end = single.end()
    word = _approximation(text, start, end)
    end += text.startswith("多", end)
    return quantity(text, start, end, percent, _PERCENT, word, 0), end


def _counted(text: str, start: int) -> tuple[Quantity | None, int]:
    """三个楼房, 百余户, 三千二百亩: a numeral with a measure word that counts things."""
    match = expression(_NUMERAL).match(text, start)
    if match is None:
        return None, start + 1
    numeral, end = match[0], match.end()
    if len(numeral) > _LONGEST or (start and text[start - 1] in _TIMES_BEFORE):
        return None, end
    vague = text[end : end + 1] in _VAGUE
    numeral, measure, place = _measured(text, numeral, end + vague)
    if not measure or not counts_something(text, start, place + len(measure), numeral, measure):
        return None, end
    if not vague and _names_a_campaign(text, start, place + len(measure), numeral):
        return None, end
    value = parse_numeral(expression(_ESTIMATE).sub(lambda pair: pair[0][0], numeral))
    if value is None:
        return None, end
    if len(numeral) > 1 and numeral[-1] in "万亿" and measure in ("元", "美元"):
        # 百亿元 is 100 of 亿元, as it would be in figures
        value, place = parse_numeral(numeral[:-1]) or value, place - 1
    unit = _unit(text, place, measure)
    stop = place + unit.length
    word, said, behind = approximation_after(text, stop)
    if word and is_threshold(text, start, behind, unit, word):
        return None, behind
    approximation: Approximation = ">" if vague else said if word else approximation_before(text, start)
    return quantity(text, start, stop, value, unit, approximation, 0), stop


def _names_a_campaign(text: str, start: int, end: int, numeral: str) -> bool:
    """``新一轮百万亩造林``: a round number before a thing, with nothing that says it is reached."""
    if numeral not in words("numbers", "round name") or not text[end : end + 1].isalpha():
        return False
    word, _, _ = approximation_after(text, end)
    return not word and not approximation_before(text, start) and not text[:start].endswith(_REACHED)


def _measured(text: str, numeral: str, place: int) -> tuple[str, str, int]:
    """The numeral, the measure word behind it, and where that begins; 三万亩 is 三 of 万亩 if need be."""
    measure = _first(_measures(), text, place)
    if not measure and len(numeral) > 1:
        unit = read_unit(text, place)
        if unit is not None and unit.kind in _COUNTING and unit.base != "届":
            measure = unit.text
        elif numeral[-1] in "万亿":
            numeral, place = numeral[:-1], place - 1
            measure = _first(_measures(), text, place)
    return numeral, measure, place


def _unit(text: str, place: int, measure: str) -> Unit:
    """The unit that begins with a measure word, or that word alone where it would be no count."""
    unit = read_unit(text, place)
    if unit is None or (unit.length != len(measure) and kind_of(unit.base) not in _COUNTING):
        return Unit(measure, measure, ONE, len(measure), "measure")
    return unit
