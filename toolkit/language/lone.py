"""Reads the numbers of a progress cell that leave their unit to the target, as tables do: 4385, 优良天数:271."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.language.content import is_bare
from toolkit.language.exactness import quantity
from toolkit.language.model import Quantity, Target
from toolkit.language.tokens import Token
from toolkit.language.units import ONE, Unit, kind_of
from toolkit.language.vocabulary import expression

_NUMBER = r"((?>[0-9]{1,15}(?:,[0-9]{3}(?![0-9])){0,4}(?:\.([0-9]{1,9}))?))(?=$|[,。;()\n](?![0-9]))"
_LONE = rf"([^\W0-9_]{{0,8}}){_NUMBER}"
_NAMED = rf"((?:数量?|值)?(?:均?已|约)?(?:达到?|为|是|:)?){_NUMBER}"
_NONE = Unit("", "", ONE, 0, "score")
_OUT_OF_SCALE = 100  # times the target's own number: such a count was not written in 万
_MOST = 20  # targets of one cell


def with_unit_asked(text: str, targets: Sequence[Target]) -> Iterator[Token]:
    """The numbers without a unit in a folded text, each in the unit of the target that it is of, in order.

    That is the one with which the cell begins, where only one target has a number, and else what
    follows a target's whole name.
    """
    asked = [target for target in targets if target.quantity is not None and target.kind != "zero_occurrence"]
    if len(asked) == 1 and (lone := _lone_number(text, asked[0].quantity)) is not None:
        yield lone
    elif 0 < len(asked) <= _MOST:
        found = [_named_number(text, target) for target in asked if target.unit and len(target.name) > 1]
        yield from sorted({token.start: token for token in found if token is not None}.values(), key=_start)


def _start(token: Token) -> int:
    return token.start


def _lone_number(text: str, asked: Quantity | None) -> Token | None:
    """The number with which a cell begins; no word but a verb may stand before it."""
    match = expression(_LONE).match(text)
    if match is None or asked is None or not asked.value or not is_bare(match[1]):
        return None
    return _in_unit(text, *match.span(2), len(match[3] or ""), asked)


def _named_number(text: str, target: Target) -> Token | None:
    """The number right behind the name of a target."""
    place = text.find(target.name)
    match = None if place < 0 else expression(_NAMED).match(text, place + len(target.name))
    if match is None or target.quantity is None or not target.value:
        return None
    return _in_unit(text, *match.span(2), len(match[3] or ""), target.quantity)


def _in_unit(text: str, start: int, end: int, digits: int, asked: Quantity) -> Token | None:
    """A number in the unit of what was asked: ``13500`` of ``1.2万张`` is in 张 and ``1.35`` in 万张."""
    number = Decimal(text[start:end].replace(",", ""))
    percent = kind_of(asked.base_unit) == "percent"
    if percent and asked.value > number * _OUT_OF_SCALE / 2:
        return None  # 1.046 of 103%
    if not asked.unit or kind_of(asked.base_unit) == "point":
        # 8.83 is where a rate that was to fall by 10个百分点 has come to
        return Token("quantity", start, end, quantity(text, start, end, number, _NONE, "", digits))
    in_full = not percent and number > asked.value * _OUT_OF_SCALE
    factor = ONE if in_full else asked.base_value / asked.value
    written = asked.base_unit if in_full else asked.unit
    unit = Unit(written or "", asked.base_unit or "", ONE if factor == 1 else factor, 0, "")
    return Token("quantity", start, end, quantity(text, start, end, number, unit, "", digits))
