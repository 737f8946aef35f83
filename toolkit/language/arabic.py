"""Reads one quantity where a digit begins: its digits, its scale, its unit, and how exact it is.

What only looks like a quantity is refused here by its own form: 7号院, 5G, 世界500强, 12345热线.
"""

from __future__ import annotations

import re
from decimal import Decimal

from toolkit.language.bare import counted_before, counted_behind, is_money, read_bare
from toolkit.language.counting import is_quantity, is_threshold
from toolkit.language.exactness import approximation_after, approximation_before, quantity
from toolkit.language.model import Approximation, Quantity
from toolkit.language.units import Unit, read_unit
from toolkit.language.vocabulary import expression

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_CHAIN = r"(?:[-.:/+×xX*#~_][A-Za-z0-9]+)+"
_RANGE = r"(?:%|‰)?[-~至到]([0-9]+(?:\.[0-9]+)?)"
_MIXED = r"([0-9]+)(亿|万)([0-9]+)(千|百|万)?(?![0-9.%年月号])"
_DURATION = r"([0-9]{1,4})(?:分([0-9]{1,2})秒|个?小时([0-9]{1,2})分钟?)(?![0-9])"
_CHAINS = frozenset("-.:+×xX*#~_")
_RANGES = frozenset("%‰-~至到")
_VAGUE = frozenset("余多几")
_MORE = _VAGUE | {"+"}  # 10万+份
_LONGEST = 24
_NEAR = 24
_SHORTEST_WORD = 3
_WORD_AND_COUNT = "[A-Za-z]{3}[0-9]+[台套个部盏处辆]"
_LONGER = frozenset("分个小")
_SIXTY = 60
_HALF = Decimal("0.5")
_JOINTS = frozenset("、和及与")
_LISTED = r"(?:[、和及与][0-9]{1,9}(?:\.[0-9]{1,4})?){1,4}"
_WORTH = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, None: 1}
_APART = ("", ",", ";", "。", "\n")
_PERCENT_ALONE = r"%(?=$|[,;。\n(])"
_BEFORE_MINUS = ("增长", "增幅", "同比", "为", "下降", "增速", "(")


def read_arabic(text: str, start: int) -> tuple[Quantity | None, int]:
    """The quantity whose first digit stands at ``start``, and where to read on."""
    match = expression(_DIGITS).match(text, start)
    if match is None:
        return None, start + 1
    written, end = match[0], match.end()
    before = text[start - 1] if start else ""
    if (
        end - start > _LONGEST
        or before == "第"
        or (before.isascii() and before.isalpha() and not _is_apart(text, start, end))
    ):
        return None, end
    following = text[end : end + 1]
    if following in _WORTH and (mixed := expression(_MIXED).match(text, start)) is not None:
        if mixed.end() - start <= _LONGEST:
            return _with_unit(text, start, _mixed(mixed), mixed.end(), 0)
    elif following in _LONGER and (duration := expression(_DURATION).match(text, start)) is not None:
        return _duration(text, duration)
    elif following in _RANGES:
        reach = expression(_RANGE).match(text, end)
        if reach is not None and not text.startswith("月", reach.end()):
            return _range(text, start, written, reach)
    if following in _CHAINS and (chain := expression(_CHAIN).match(text, end)) is not None:
        return None, chain.end()
    number = Decimal(written.replace(",", "") if "," in written else written)
    if before == "-" and _is_minus(text, start, end):
        start, number = start - 1, -number
    point = written.find(".")
    return _with_unit(text, start, number, end, len(written) - point - 1 if point > 0 else 0)


def _is_minus(text: str, start: int, end: int) -> bool:
    """Whether the dash before a number is its sign: 同比增长-8.92%, or -1.3% that stands alone."""
    if text[max(0, start - 4) : start - 1].endswith(_BEFORE_MINUS):
        return True
    return (
        text[max(0, start - 2) : start - 1] in _APART
        and expression(_PERCENT_ALONE).match(text, end) is not None
    )


def _mixed(match: re.Match[str]) -> Decimal:
    """``3万5千`` is 35,000 and ``1亿3000万`` is 130,000,000."""
    return Decimal(int(match[1]) * _WORTH[match[2]] + int(match[3]) * _WORTH[match[4]])


def _duration(text: str, match: re.Match[str]) -> tuple[Quantity, int]:
    """``16分42秒`` is 1,002 秒 and ``1小时30分`` 90 分钟."""
    word = "秒" if match[2] else "分钟"
    unit = Unit(word, word, Decimal(1), len(word), "time")
    number = Decimal(int(match[1]) * _SIXTY + int(match[2] or match[3]))
    approximation = approximation_before(text, match.start())
    return quantity(text, match.start(), match.end(), number, unit, approximation, 0), match.end()


def _with_unit(text: str, start: int, number: Decimal, end: int, digits: int) -> tuple[Quantity | None, int]:
    """Adds scale, unit and the words around a number that ends at ``end``."""
    approximation: Approximation = ""
    if text[end : end + 1] in _VAGUE:
        approximation, end = ">", end + 1
    unit = read_unit(text, end)
    if unit is None:
        shared = _unit_of_list(text, start, end)
        if shared is not None:
            return quantity(text, start, end, number, shared, approximation, digits), end
        return read_bare(text, start, number, end, digits)
    end += unit.length
    if not unit.base and (scaled := _vaguely_scaled(text, end, unit)) is not None:
        approximation, (unit, end) = ">", scaled
    if not unit.base:
        unit = _told_by_words(text, start, end, unit)
    if not is_quantity(text, start, end, unit):
        return None, end
    number, end, digits = with_half(text, number, end, unit, digits)
    word, said, behind = approximation_after(text, end)
    if word:
        approximation = said
        if is_threshold(text, start, behind, unit, word):
            return None, behind
        if word in ("余", "多"):
            end = behind
    approximation = approximation or approximation_before(text, start)
    return quantity(text, start, end, number, unit, approximation, digits), end


def _told_by_words(text: str, start: int, end: int, scale: Unit) -> Unit:
    """A mere 万 or 亿 with the unit that the words around it name: 参与人次达10万, 2.4万贫困人口, 收入完成16.6亿."""
    if name := counted_before(text, start) or counted_behind(text, end):
        return Unit(scale.text + name, name, scale.factor, 0, "measure")
    return Unit(f"{scale.text}元", "元", scale.factor, 0, "money") if is_money(text, start, end) else scale


def _vaguely_scaled(text: str, end: int, unit: Unit) -> tuple[Unit, int] | None:
    """The unit behind a scale that says 余 or + of itself: 10万余份, 10万+份; and where it ends."""
    counted = read_unit(text, end + 1) if text[end : end + 1] in _MORE else None
    if counted is None:
        return None
    factor = unit.factor * counted.factor
    return Unit(unit.text + counted.text, counted.base, factor, 0, counted.kind), end + 1 + counted.length


def with_half(text: str, number: Decimal, end: int, unit: Unit, digits: int) -> tuple[Decimal, int, int]:
    """Number, end and decimals with the half of ``2天半``, which is no half of what follows: 3年半程."""
    if digits or unit.kind != "time" or not text.startswith("半", end) or text[end + 1 : end + 2].isalpha():
        return number, end, digits
    return number + _HALF, end + 1, 1


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether letters only stand before a number and are no code with it: GDP0.3, 新增AED300台, but DN300."""
    if text[max(0, start - 3) : start] in ("GDP", "CPI", "VOC", "OCs"):
        return True
    return expression(_WORD_AND_COUNT).match(text, max(0, start - _SHORTEST_WORD), end + 1) is not None


def _unit_of_list(text: str, start: int, end: int) -> Unit | None:
    """The unit that the last of several numbers behind 分别 says for all: 分别控制在35和60微克/立方米."""
    if text[end : end + 1] not in _JOINTS or "分别" not in text[max(0, start - _NEAR) : start]:
        return None
    behind = expression(_LISTED).match(text, end)
    return None if behind is None else read_unit(text, behind.end())


def _range(text: str, start: int, first: str, reach: re.Match[str]) -> tuple[Quantity | None, int]:
    """``10%-15%``, ``6至8个``: the value is the lower end, which is what has to be reached."""
    end = reach.end()
    unit = read_unit(text, end)
    chain = expression(_CHAIN).match(text, end)
    if unit is None or unit.kind == "time" or text.startswith("号", end) or chain is not None:
        return None, chain.end() if chain else end
    low, high = Decimal(first.replace(",", "")), Decimal(reach[1])
    end += unit.length
    if low >= high:
        return None, end
    read = quantity(text, start, end, low, unit, ">=", len(first.partition(".")[2]))
    return read._replace(value=low, approximation="~", low=low * unit.factor, high=high * unit.factor), end
