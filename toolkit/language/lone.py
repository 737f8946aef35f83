"""Reads the numbers of a progress cell that leave their unit to the target, as tables do: 4385, 优良天数:271."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.language.arabic import with_half
from toolkit.language.content import is_bare, pairs
from toolkit.language.exactness import quantity
from toolkit.language.model import Quantity, Target
from toolkit.language.tokens import Token
from toolkit.language.units import ONE, Unit, kind_of, read_unit, relation
from toolkit.language.vocabulary import expression

_NUMBER = r"((?>[0-9]{1,15}(?:,[0-9]{3}(?![0-9])){0,4}(?:\.([0-9]{1,9}))?))(?=$|[。;()\n]|,(?![0-9])|,(?=[0-9.]{1,7}%))"
_SAID = r"(?:[目任计][标务划][数值]?[:为]?[0-9.]{1,15}[^\W0-9_]{0,3}[,;])?"  # 目标45家,完成47
_LONE = rf"{_SAID}([^\W0-9_]{{0,8}}){_NUMBER}"
_TIME = r"([^\W0-9_]{0,8}?)([0-9]{1,4}(?:\.([0-9]))?)"
_NAMED = rf"((?:数量?|值)?(?:均?已|约)?(?:达到?|为|是|:)?){_NUMBER}"
_OF_ALL = r"(?<![0-9./-])([0-9]{1,12}(?:\.([0-9]{1,9}))?)/([0-9]{1,12}(?:\.[0-9]{1,9})?)(?![0-9./-])"
_ITEM = r"[^\W0-9_]{0,8}[0-9]{1,12}(?:\.[0-9]{1,9})?"
_LIST = rf"(?:{_ITEM}[、;\n]){{1,19}}{_ITEM}(?:\([^()0-9]{{1,8}}\))?[。;]?"  # 粮食36.4、肉类5.3(万吨)
_EACH = r"([0-9]+)(?:\.([0-9]+))?"
_ENDS = ("", "。", ";")
_ASKED = (
    "目标",
    "任务",
    "计划",
    "目标值",
    "任务数",
    "计划数",
)  # words of what was asked, not of what was done
_MEASURE = "年?(?:平均|均)?(?:浓度|数量|总数|数)$"  # which a name may leave out: PM2.5:36
_MOST = 20  # targets of one cell
_OUT_OF_SCALE = 100  # times the target's own number: such a count was not written in 万
_LAST_YEAR = 90  # an index in which last year is 100 may lie below it after a fall
_FAR = 5  # times a percentage asked for, which an index passes
_NONE = Unit("", "", ONE, 0, "score")
_PERCENT = Unit("%", "%", ONE, 0, "percent")
_CENT, _DIGITS = Decimal("0.01"), 2


def with_unit_asked(text: str, targets: Sequence[Target]) -> Iterator[Token]:
    """The numbers without a unit in a folded text, each in the unit of the target that it is of, in order.

    That is the one with which the cell begins, where only one target has a number, or what stands over
    the target (47/45); of several targets, what follows a target's whole name or all numbers of a list.
    """
    asked = [target for target in targets if target.quantity is not None and target.kind != "zero_occurrence"]
    lone = _alone(text, asked[0]) if len(asked) == 1 else None
    if lone is not None:
        yield lone
    elif len(asked) > 1 and expression(_LIST).fullmatch(text) is not None:
        yield from _listed(text, asked)
    elif 0 < len(asked) <= _MOST:
        found = [_named_number(text, target) for target in asked if target.unit and len(target.name) > 1]
        yield from sorted({token.start: token for token in found if token is not None}.values(), key=_start)


def _start(token: Token) -> int:
    return token.start


def _alone(text: str, target: Target) -> Token | None:
    """The number of a cell that speaks of one target only."""
    return (
        _lone_number(text, target)
        or _lone_time(text, target)
        or ("/" in text and (_over_target(text, target) or _fraction(text, target)))
        or None
    )


def _fraction(text: str, target: Target) -> Token | None:
    """The rate that a part over its whole makes, where no more is said: 1843/1860."""
    match = expression(_OF_ALL).match(text) if target.base_unit == "%" else None
    if match is None or text[match.end() :] not in _ENDS:
        return None
    part, whole = Decimal(match[1]), Decimal(match[3])
    if not 0 < whole >= part:
        return None
    share = (part * 100 / whole).quantize(_CENT)
    return Token("quantity", 0, match.end(), quantity(text, 0, match.end(), share, _PERCENT, "", _DIGITS))


def _lone_number(text: str, target: Target) -> Token | None:
    """The number with which a cell begins."""
    match = expression(_LONE).match(text)
    if match is None or not _speaks_of(match[1], target):
        return None
    return _in_unit(text, *match.span(2), len(match[3] or ""), target)


def _lone_time(text: str, target: Target) -> Token | None:
    """A length of time in the unit asked for, with which a cell begins and which is no date then: 7.6天."""
    match = expression(_TIME).match(text) if kind_of(target.base_unit) == "time" and target.unit else None
    unit = None if match is None else read_unit(text, match.end())
    if (
        match is None
        or unit is None
        or relation(unit.text, target.unit) not in ("same", "interchangeable")
        or not _speaks_of(match[1], target)
    ):
        return None
    behind = match.end() + unit.length
    number, end, digits = with_half(text, Decimal(match[2]), behind, unit, len(match[3] or ""))
    if expression("[0-9]").match(text, end) is not None:
        return None  # 1小时42分钟
    start = match.start(2)
    return Token("quantity", start, end, quantity(text, start, end, number, unit, "", digits))


def _speaks_of(lead: str, target: Target) -> bool:
    """Whether the words before a number are verbs only, or the target's own, and not those of what was asked."""
    own = is_bare(lead) or pairs(lead) <= pairs(f"{target.name}|{target.context}")
    return own and not lead.endswith(_ASKED)


def _over_target(text: str, target: Target) -> Token | None:
    """The number that stands over the target's own: 完成287/320."""
    match = expression(_OF_ALL).search(text)
    if match is None or Decimal(match[3]) != target.value:
        return None
    return _in_unit(text, *match.span(1), len(match[2] or ""), target)


def _listed(text: str, asked: Sequence[Target]) -> Iterator[Token]:
    """The numbers of a list that has one for each target: 38、26、11."""
    numbers = list(expression(_EACH).finditer(text))
    if len(numbers) != len(asked):
        return
    for number, target in zip(numbers, asked, strict=True):
        token = _in_unit(text, *number.span(), len(number[2] or ""), target)
        if token is not None:
            yield token


def _named_number(text: str, target: Target) -> Token | None:
    """The number right behind the name of a target."""
    name = target.name if target.name in text else expression(_MEASURE).sub("", target.name)
    place = text.find(name) if len(name) > 1 else -1
    match = None if place < 0 else expression(_NAMED).match(text, place + len(name))
    return None if match is None else _in_unit(text, *match.span(2), len(match[3] or ""), target)


def _is_index(number: Decimal, asked: Quantity) -> bool:
    """Whether a number is where last year is 100, and no percentage of the size asked for."""
    return number > _LAST_YEAR > asked.value * _FAR


def _in_unit(text: str, start: int, end: int, digits: int, target: Target) -> Token | None:
    """A number in the unit of what was asked: ``13500`` of ``1.2万张`` is in 张 and ``1.35`` in 万张."""
    asked = target.quantity
    if asked is None or not asked.value:
        return None
    number = Decimal(text[start:end].replace(",", ""))
    percent = kind_of(asked.base_unit) == "percent"
    if percent and number and asked.value > number * _OUT_OF_SCALE / 2:
        return None  # 1.046 of 103%
    if not asked.unit or kind_of(asked.base_unit) == "point" or (percent and _is_index(number, asked)):
        # 101.2 is an index beside 涨幅3%, and 8.83 where a rate that was to fall by 10个百分点 has come to
        return Token("quantity", start, end, quantity(text, start, end, number, _NONE, "", digits))
    in_full = not percent and number > asked.value * _OUT_OF_SCALE
    factor = ONE if in_full else asked.base_value / asked.value
    written = asked.base_unit if in_full else asked.unit
    unit = Unit(written or "", asked.base_unit or "", ONE if factor == 1 else factor, 0, "")
    return Token("quantity", start, end, quantity(text, start, end, number, unit, "", digits))
